import FoundationEssentials
import ReportModel
import Spreadsheet

/// SHARED_VALUE and VALUE_MISALIGNED: figures that stand for several rows, or in the wrong one.
struct PlacementRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    shared(into: &findings)
    for number in context.rows.indices.dropLast() {
      let upper = context.rows[number]
      let lower = context.rows[number + 1]
      guard upper.index.section == lower.index.section else { continue }
      guard upper.audit.verdict == .mismatch || lower.audit.verdict == .mismatch else { continue }
      misaligned(upper, lower, isBelow: true, into: &findings)
      misaligned(lower, upper, isBelow: false, into: &findings)
      swapped(upper, lower, into: &findings)
    }
  }

  private func shared(into findings: inout CheckFindings) {
    var members: [String: [CheckRow]] = [:]
    var order: [String] = []
    func add(_ name: String, _ row: CheckRow) {
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(row)
    }
    for row in context.rows {
      if let name = row.indicator.achieved.group {
        add(name, row)
      } else if let name = row.indicator.target.group {
        add(name, row)
      } else if let first = row.audit.arithmeticGroup {
        add("#\(first)", row)
      }
    }
    let addresses = Dictionary(
      context.report.groups.map { ($0.id, $0.address) }, uniquingKeysWith: { first, _ in first })
    for name in order {
      guard let rows = members[name], rows.count > 1, let first = rows.first else { continue }
      let measure =
        first.indicator.achieved.isBlank ? first.indicator.target : first.indicator.achieved
      findings.add(
        .warning, "SHARED_VALUE", first, at: (addresses[name] ?? nil) ?? measure.address,
        "\(measure.text) stands for \(rows.count) indicators; how much of it belongs to each is not known",
        zh: "\(measure.text)对应\(rows.count)个指标，分项不明", actual: measure.text)
    }
  }

  /// A figure whose percent fits the neighbour's target, where the neighbour has none.
  private func misaligned(
    _ row: CheckRow, _ neighbour: CheckRow, isBelow: Bool, into findings: inout CheckFindings
  ) {
    guard row.audit.verdict == .mismatch, !row.indicator.isInGroup,
      !neighbour.indicator.isInGroup, Self.isEmpty(neighbour.indicator),
      fits(row, achievedOf: row, targetOf: neighbour)
    else { return }
    let achieved = row.indicator.achieved.value.decimal ?? 0
    let target = neighbour.indicator.target.value.decimal ?? 0
    let percent = row.indicator.percent.text
    findings.add(
      .error, "VALUE_MISALIGNED", row, at: row.indicator.achieved.address,
      "the figure fits the row \(isBelow ? "below" : "above"): \(achieved)/\(target)=\(percent)",
      zh: "该数与\(isBelow ? "下" : "上")一行更吻合（\(achieved)/\(target)=\(percent)）",
      actual: row.indicator.achieved.text)
  }

  /// Whether a row has no figure, or a zero that no percent speaks of.
  private static func isEmpty(_ indicator: Report.Indicator) -> Bool {
    indicator.achieved.isBlank
      || indicator.percent.isBlank && indicator.achieved.value.decimal == 0
  }

  /// Two neighbours whose figures fit each other's targets.
  private func swapped(
    _ upper: CheckRow, _ lower: CheckRow, into findings: inout CheckFindings
  ) {
    guard upper.audit.verdict == .mismatch, lower.audit.verdict == .mismatch,
      !upper.indicator.isInGroup, !lower.indicator.isInGroup
    else { return }
    let onlyAchieved =
      fits(upper, achievedOf: lower, targetOf: upper)
      && fits(lower, achievedOf: upper, targetOf: lower)
    let withPercent =
      fits(upper, achievedOf: upper, targetOf: lower)
      && fits(lower, achievedOf: lower, targetOf: upper)
    guard onlyAchieved || withPercent, let oneTarget = upper.indicator.target.value.decimal,
      let otherTarget = lower.indicator.target.value.decimal
    else { return }
    for (row, target, isBelow) in [(upper, otherTarget, true), (lower, oneTarget, false)] {
      let written = row.indicator.achieved.text
      findings.add(
        .error, "VALUE_MISALIGNED", row, at: row.indicator.achieved.address,
        "\(written) fits the row \(isBelow ? "below" : "above") with target \(target); two rows seem exchanged",
        zh: "该数与\(isBelow ? "下" : "上")一行（指标任务\(target)）更吻合，两行似互换", actual: written)
    }
  }

  /// Whether the percent of a row is what one row achieved over the target of another.
  private func fits(
    _ row: CheckRow, achievedOf one: CheckRow, targetOf other: CheckRow
  ) -> Bool {
    guard let stated = row.audit.percent, let ratio = Ratio(achievedOf: one, targetOf: other)
    else { return false }
    switch stated.verdict(for: ratio) {
    case .exact, .rounded, .truncated: return true
    default: return false
    }
  }
}
