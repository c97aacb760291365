import FoundationEssentials
import ReportModel
import Spreadsheet

/// CUMULATIVE_DECREASED: cumulative figures that are lower than in the period before.
struct PeriodRules {
  private let context: CheckContext
  private let previous: Report

  init(_ context: CheckContext, previous: Report) {
    self.context = context
    self.previous = previous
  }

  func check(into findings: inout CheckFindings) {
    var earlier: [StableKey: Report.Indicator] = [:]
    let keys = previous.stableKeys()
    var number = 0
    previous.forEachRow { row in
      earlier[keys[number]] = row.indicator
      number += 1
    }
    for (row, key) in zip(context.rows, context.report.stableKeys()) {
      guard let before = earlier[key], let was = Self.amount(before),
        let now = Self.amount(row.indicator), now < was
      else { continue }
      findings.add(
        .warning, "CUMULATIVE_DECREASED", row, at: row.indicator.achieved.address,
        "the cumulative figure fell from \(before.achieved.text) to \(row.indicator.achieved.text)",
        zh: "累计数比上期减少：\(before.achieved.text)→\(row.indicator.achieved.text)",
        expected: before.achieved.text, actual: row.indicator.achieved.text)
    }
  }

  private static func amount(_ indicator: Report.Indicator) -> Decimal? {
    indicator.achieved.value.decimal.map { $0 * (indicator.unit.unit?.scale ?? 1) }
  }
}
