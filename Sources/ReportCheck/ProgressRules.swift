import FoundationEssentials
import ReportModel
import Spreadsheet

/// OVERSHOOT_UNEXPLAINED and BEHIND_SCHEDULE.
struct ProgressRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    let schedule = context.rules.schedule ?? Self.schedule(of: context.report)
    let overshoot = FixedPoint(context.rules.overshoot)
    let due = schedule.flatMap { FixedPoint($0) }
    for row in context.rows where !row.indicator.achieved.isBlank {
      let isOver: Bool
      let isBehind: Bool
      if let ratio = row.audit.ratio {
        isOver = ratio.isMore(than: context.rules.overshoot, overshoot)
        isBehind = schedule.map { ratio.isLess(than: $0, due) } ?? false
      } else if let stated = row.audit.stated {
        isOver = stated > context.rules.overshoot
        isBehind = schedule.map { stated < $0 } ?? false
      } else {
        continue
      }
      guard isOver || isBehind, !row.isLessBetter else { continue }
      var shown: String { Self.text(row.audit, decimals: context.rules.percentDecimals) }
      if isOver, row.indicator.remark.isBlank {
        findings.add(
          .info, "OVERSHOOT_UNEXPLAINED", row, at: row.indicator.achieved.address,
          "\(shown)% of the target, and the remark is blank", zh: "超额（\(shown)%）而备注为空",
          actual: "\(shown)%")
      }
      if isBehind, let schedule {
        var due: Decimal { DecimalRounding.rounded(schedule, decimals: 1) }
        findings.add(
          .warning, "BEHIND_SCHEDULE", row, at: row.indicator.achieved.address,
          "\(shown)% of the target, \(due)% is due by now", zh: "完成\(shown)%，低于时序进度\(due)%",
          expected: "\(due)%", actual: "\(shown)%")
      }
    }
  }

  private static func text(_ audit: PercentAudit, decimals: Int) -> String {
    if audit.ratio != nil { return audit.computedText(decimals: decimals) }
    return audit.stated.map { "\(DecimalRounding.rounded($0, decimals: decimals))" } ?? ""
  }

  /// Ten points less than the share of the year that has passed, where the report says how far its
  /// figures go; nil where it does not.
  private static func schedule(of report: Report) -> Decimal? {
    guard let asOf = report.asOf else { return nil }
    let parts = asOf.split(separator: "-").map { Int($0) }
    guard parts.count >= 2, let year = parts[0], let month = parts[1], (1...12).contains(month),
      report.year == nil || report.year == year
    else { return nil }
    return Decimal(month) * 100 / 12 - 10
  }
}
