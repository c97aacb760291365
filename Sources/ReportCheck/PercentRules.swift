import FoundationEssentials
import ReportModel
import Spreadsheet

/// PCT_MISMATCH, PCT_CAPPED, PCT_TRUNCATED, PCT_UNVERIFIABLE, PCT_STYLE.
struct PercentRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    for row in context.rows where !row.indicator.percent.isBlank {
      switch row.audit.verdict {
      case .mismatch:
        mismatch(row, into: &findings)
        if row.audit.isCapped { capped(row, into: &findings) }
      case .truncated: truncated(row, into: &findings)
      case .unverifiable: unverifiable(row, into: &findings)
      case .exact, .rounded, .capped, .missing: break
      }
    }
    style(into: &findings)
  }

  private func mismatch(_ row: CheckRow, into findings: inout CheckFindings) {
    let audit = row.audit
    guard let stated = audit.percent, let ratio = audit.ratio else { return }
    let isFar = ratio.isFar(from: stated)
    let isImpossible = row.isPercentUnit && (row.indicator.achieved.value.decimal ?? 0) > 100
    let written = row.indicator.percent.text
    let (achieved, target) = (ratio.numerator, ratio.denominator)
    var expected: String { text(of: ratio, like: audit) }
    // The round target for which the stated percent would be exact.
    var implied: Decimal? {
      guard stated.points != 100, let implied = ratio.impliedTarget(stated), implied != target
      else { return nil }
      return implied
    }
    var hint: String { implied.map { "; it fits a target of \($0)" } ?? "" }
    var hintZh: String { implied.map { "（与目标\($0)相符）" } ?? "" }
    findings.add(
      isFar || isImpossible ? .error : .warning, "PCT_MISMATCH", row,
      at: row.indicator.percent.address,
      "\(written) is stated, \(achieved)/\(target) gives \(expected)\(hint)",
      zh: "占任务数填\(written)，按\(achieved)/\(target)应为\(expected)\(hintZh)", expected: expected,
      actual: written)
  }

  private func capped(_ row: CheckRow, into findings: inout CheckFindings) {
    guard let ratio = row.audit.ratio else { return }
    var expected: String { text(of: ratio, like: row.audit) }
    findings.add(
      .info, "PCT_CAPPED", row, at: row.indicator.percent.address,
      "more than 100% was achieved and 100% is stated, unlike other rows",
      zh: "超过100%而填100%，与其他行口径不一", expected: expected, actual: row.indicator.percent.text)
  }

  private func truncated(_ row: CheckRow, into findings: inout CheckFindings) {
    guard let ratio = row.audit.ratio else { return }
    var rounded: String { ratio.text(decimals: row.audit.decimals) }
    let written = row.indicator.percent.text
    findings.add(
      .info, "PCT_TRUNCATED", row, at: row.indicator.percent.address,
      "\(written) is cut off, rounded it is \(rounded)%", zh: "应四舍五入为\(rounded)%，填\(written)",
      expected: "\(rounded)%", actual: written)
  }

  private func unverifiable(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    guard !indicator.achieved.isBlank, !indicator.target.isBlank else { return }
    findings.add(
      .warning, "PCT_UNVERIFIABLE", row, at: indicator.percent.address,
      "\(indicator.percent.text) cannot be verified with “\(indicator.achieved.text)” of “\(indicator.target.text)”",
      zh:
        "占任务数\(indicator.percent.text)无法核算：已完成数“\(indicator.achieved.text)”，指标任务“\(indicator.target.text)”",
      actual: indicator.percent.text)
  }

  /// A computed percent with as many decimals as the stated one, and at least the profile's.
  private func text(of ratio: Ratio, like audit: PercentAudit) -> String {
    ratio.text(decimals: max(context.rules.percentDecimals, audit.decimals)) + "%"
  }

  /// One finding for the table: whole percents count only where they are written with decimals.
  private func style(into findings: inout CheckFindings) {
    var counts: [Int: Int] = [:]
    var first: [Int: CheckRow] = [:]
    for row in context.rows where !row.indicator.percent.isBlank {
      guard let stated = row.audit.percent else { continue }
      let decimals = stated.decimals
      if decimals == 0, stated.isWhole { continue }
      counts[decimals, default: 0] += 1
      if first[decimals] == nil { first[decimals] = row }
    }
    guard counts.count > 1,
      let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      let other = counts.keys.filter({ $0 != usual.key }).compactMap({ first[$0] })
        .min(by: { $0.number < $1.number })
    else { return }
    let deviating = counts.values.reduce(0, +) - usual.value
    findings.add(
      .info, "PCT_STYLE", other, at: other.indicator.percent.address,
      "\(deviating) percents have other than \(usual.key) decimals",
      zh: "列内小数位数不一：多为\(usual.key)位，另有\(deviating)处不同", actual: other.indicator.percent.text)
  }
}
