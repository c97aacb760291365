import FoundationEssentials
import ReportModel
import Spreadsheet

/// OVERSHOOT_UNEXPLAINED and BEHIND_SCHEDULE.
struct ProgressRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    let schedule = context.rules.schedule ?? Self.schedule(of: context.report)
    for row in context.rows where !row.indicator.achieved.isBlank {
      guard let percent = row.audit.computed ?? row.audit.stated else { continue }
      let isLessBetter = row.isLessBetter
      let shown = DecimalRounding.rounded(percent, decimals: context.rules.percentDecimals)
      if percent > context.rules.overshoot, row.indicator.remark.isBlank, !isLessBetter {
        findings.add(
          .info, "OVERSHOOT_UNEXPLAINED", row, at: row.indicator.achieved.address,
          "\(shown)% of the target, and the remark is blank", zh: "超额（\(shown)%）而备注为空",
          actual: "\(shown)%")
      }
      if let schedule, percent < schedule, !isLessBetter {
        let due = DecimalRounding.rounded(schedule, decimals: 1)
        findings.add(
          .warning, "BEHIND_SCHEDULE", row, at: row.indicator.achieved.address,
          "\(shown)% of the target, \(due)% is due by now", zh: "完成\(shown)%，低于时序进度\(due)%",
          expected: "\(due)%", actual: "\(shown)%")
      }
    }
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
