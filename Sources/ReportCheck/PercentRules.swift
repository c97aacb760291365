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
    guard let stated = audit.stated, let computed = audit.computed, let achieved = audit.achieved,
      let target = audit.target
    else { return }
    let isFar = (stated - computed).magnitude > 10
    let isImpossible = row.isPercentUnit && (row.indicator.achieved.value.decimal ?? 0) > 100
    let expected = text(of: computed, like: audit)
    let written = row.indicator.percent.text
    var hint = ""
    var hintZh = ""
    if let implied = impliedTarget(achieved: achieved, stated: stated), implied != target {
      hint = "; it fits a target of \(implied)"
      hintZh = "（与目标\(implied)相符）"
    }
    findings.add(
      isFar || isImpossible ? .error : .warning, "PCT_MISMATCH", row,
      at: row.indicator.percent.address,
      "\(written) is stated, \(achieved)/\(target) gives \(expected)\(hint)",
      zh: "占任务数填\(written)，按\(achieved)/\(target)应为\(expected)\(hintZh)", expected: expected,
      actual: written)
  }

  /// The round target for which the stated percent would be exact.
  private func impliedTarget(achieved: Decimal, stated: Decimal) -> Decimal? {
    guard stated > 0, stated != 100, achieved > 0 else { return nil }
    let implied = achieved * 100 / stated
    guard implied.isFinite, DecimalRounding.rounded(implied, decimals: 2) == implied else {
      return nil
    }
    return implied
  }

  private func capped(_ row: CheckRow, into findings: inout CheckFindings) {
    guard let computed = row.audit.computed else { return }
    let expected = text(of: computed, like: row.audit)
    findings.add(
      .info, "PCT_CAPPED", row, at: row.indicator.percent.address,
      "more than 100% was achieved and 100% is stated, unlike other rows",
      zh: "超过100%而填100%，与其他行口径不一", expected: expected, actual: row.indicator.percent.text)
  }

  private func truncated(_ row: CheckRow, into findings: inout CheckFindings) {
    guard let computed = row.audit.computed else { return }
    let rounded = DecimalRounding.rounded(computed, decimals: row.audit.decimals)
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
  private func text(of computed: Decimal, like audit: PercentAudit) -> String {
    let decimals = max(context.rules.percentDecimals, audit.decimals)
    return "\(DecimalRounding.rounded(computed, decimals: decimals))%"
  }

  /// One finding for the table: whole percents count only where they are written with decimals.
  private func style(into findings: inout CheckFindings) {
    var counts: [Int: Int] = [:]
    var first: [Int: CheckRow] = [:]
    for row in context.rows where !row.indicator.percent.isBlank {
      guard let stated = row.audit.stated else { continue }
      let decimals = row.audit.decimals
      if decimals == 0, DecimalRounding.truncated(stated, decimals: 0) == stated { continue }
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
