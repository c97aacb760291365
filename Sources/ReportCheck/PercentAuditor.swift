import FoundationEssentials
public import ReportModel

/// Computes the percent of every row again.
///
/// Rows that share a measured cell are computed together: the shared value over the sum of the
/// members' targets. A bound counts with its number, several values in one text count pairwise. A
/// figure above blank rows of its task is shared too where the percent fits the sum of the targets.
public struct PercentAuditor {
  /// The audits in the order of `Report.rows`.
  public private(set) var audits: [PercentAudit] = []

  private let allowsCapped: Bool
  private let rounding: CheckRule.Rounding
  private var groups: [String: Totals] = [:]

  /// Audits a report; linear in its rows. With `allowsCapped`, 100% for more than 100 is in order;
  /// the rule for rounding settles quotients halfway between two percents.
  public init(
    _ report: Report, allowsCapped: Bool = false, rounding: CheckRule.Rounding = .either
  ) {
    self.allowsCapped = allowsCapped
    self.rounding = rounding
    report.forEachIndicator { indicator in
      guard indicator.isInGroup else { return }
      let member = copy indicator
      for group in member.groupNames { groups[group, default: Totals()].add(member) }
    }
    var run = PercentRun()
    audits.reserveCapacity(report.rowCount)
    report.forEachRow { row in
      audits.append(audit(of: row.indicator, taskName: row.taskName))
      run.add(row, to: &audits)
    }
  }

  private func audit(of indicator: Report.Indicator, taskName: String?) -> PercentAudit {
    var audit = plainAudit(of: indicator)
    guard audit.verdict == .mismatch, !indicator.isInGroup,
      TargetDirection.isLessBetter(indicator, taskName: taskName),
      let stated = audit.percent, let ratio = Ratio(indicator)
    else { return audit }
    // Less is better: the inverse quotient and a plain 100% are both in use.
    let inverse = stated.verdict(for: ratio.inverse)
    if inverse != .mismatch, inverse != .unverifiable {
      audit.verdict = inverse
    } else if stated.points == 100, !ratio.isOver {
      audit.verdict = .exact
    }
    return audit
  }

  private func plainAudit(of indicator: Report.Indicator) -> PercentAudit {
    let group = indicator.isInGroup ? indicator.groupNames.first.flatMap { groups[$0] } : nil
    let percent =
      indicator.percent.isBlank ? group?.percent ?? indicator.percent : indicator.percent
    guard !percent.isBlank else {
      return PercentAudit(.missing, ratio: group?.ratio ?? Ratio(indicator))
    }
    guard let stated = StatedPercent(percent, rounding: rounding) else {
      return PercentAudit(.unverifiable)
    }
    if let group {
      guard let ratio = group.ratio else { return PercentAudit(.unverifiable, percent: stated) }
      return judge(stated, by: ratio, target: indicator.target.value)
    }
    if case .compound(let targets) = indicator.target.value {
      return judge(stated, targets: targets, achieved: indicator.achieved.value)
    }
    guard let ratio = Ratio(indicator) else { return PercentAudit(.unverifiable, percent: stated) }
    return judge(stated, by: ratio, target: indicator.target.value)
  }

  private func judge(_ stated: StatedPercent, by ratio: Ratio, target: Value) -> PercentAudit {
    var verdict = stated.verdict(for: ratio)
    let isHundred = stated.fixed == Self.hundred
    let isCapped = verdict == .mismatch && isHundred && ratio.isOver
    if case .bound(let comparison, _, _) = target, verdict == .mismatch || verdict == .truncated {
      // A bound is reached or not: 100% is in order for whatever lies above it.
      if comparison == .atLeast || comparison == .moreThan, isHundred, ratio.isOver {
        verdict = .capped
      }
    }
    if isCapped, allowsCapped { verdict = .capped }
    return PercentAudit(verdict, percent: stated, ratio: ratio, isCapped: isCapped)
  }

  private static let hundred = FixedPoint(100)

  /// Several standards in one cell are reached as far as the one that is reached least.
  private func judge(
    _ stated: StatedPercent, targets: [Value], achieved: Value
  ) -> PercentAudit {
    guard case .compound(let values) = achieved, values.count == targets.count else {
      return PercentAudit(.unverifiable, percent: stated)
    }
    var ratios: [Ratio] = []
    for (target, value) in zip(targets, values) {
      guard let top = value.decimal, let bottom = target.decimal,
        let ratio = Ratio(numerator: top, denominator: bottom)
      else { return PercentAudit(.unverifiable, percent: stated) }
      ratios.append(ratio)
    }
    let ordered = ratios.sorted { $0.points < $1.points }
    guard let least = ordered.first, let most = ordered.last else {
      return PercentAudit(.unverifiable, percent: stated)
    }
    for ratio in ordered {
      let verdict = stated.verdict(for: ratio)
      guard verdict == .mismatch || verdict == .unverifiable else {
        return PercentAudit(verdict, percent: stated, ratio: ratio)
      }
    }
    var audit = judge(stated, by: least, target: targets.first ?? .empty)
    if stated.points > least.points, stated.points < most.points { audit.verdict = .unverifiable }
    return audit
  }
}

extension PercentAuditor {
  /// What the rows of a group come to together.
  private struct Totals {
    var achieved = Sum()
    var target = Sum()
    var percent: Measure?

    mutating func add(_ indicator: Report.Indicator) {
      achieved.add(indicator.achieved, unit: indicator.unit.unit)
      target.add(indicator.target, unit: indicator.unit.unit)
      if percent == nil, !indicator.percent.isBlank {
        percent = indicator.percent
      }
    }

    var ratio: Ratio? {
      guard let top = achieved.total, let bottom = target.total else { return nil }
      return Ratio(numerator: top, denominator: bottom)
    }
  }

  /// A sum in the unit of its first value, as long as all units can be converted into it.
  private struct Sum {
    private var sum: Decimal?
    private var unit: Unit?
    private var isBroken = false

    var total: Decimal? { isBroken ? nil : sum }

    mutating func add(_ measure: Measure, unit other: Unit?) {
      guard !measure.isBlank else { return }
      guard let number = measure.value.decimal else {
        isBroken = true
        return
      }
      guard let before = sum else {
        sum = number
        unit = other
        return
      }
      if unit == other {
        sum = before + number
      } else if let unit, let other, unit.isConvertible(to: other), unit.scale != 0 {
        sum = before + number * other.scale / unit.scale
      } else {
        isBroken = true
      }
    }
  }
}

extension Report.Indicator {
  /// Whether one of the three measures is shared.
  var isInGroup: Bool { achieved.group != nil || percent.group != nil || target.group != nil }

  /// The groups of the three measures, each name once.
  var groupNames: [String] {
    var names: [String] = []
    for name in [achieved.group, percent.group, target.group] {
      if let name, !names.contains(name) { names.append(name) }
    }
    return names
  }
}
