import ReportModel

/// A row as the rules see it; a class, for all rules pass it on.
final class CheckRow: Sendable {
  /// The number in tree order.
  let number: Int
  let index: ReportRow.Index
  let taskName: String?
  let indicator: Report.Indicator
  let audit: PercentAudit
  let rowID: String
  /// The unit of measure as a word.
  let word: MeasureWord
  /// Whether the unit of measure is the percent.
  let isPercentUnit: Bool
  /// The number of the target; nil where it is none or has too many digits.
  let target: FixedPoint?
  /// The number of what was achieved; nil where it is none or has too many digits.
  let achieved: FixedPoint?

  init(_ row: ReportRow, number: Int, audit: PercentAudit, rowID: String, word: MeasureWord) {
    self.number = number
    index = row.index
    taskName = row.taskName
    indicator = row.indicator
    self.audit = audit
    self.rowID = rowID
    self.word = word
    isPercentUnit = indicator.unit.unit?.canonical == "%" || word.base == "%"
    target = indicator.target.value.decimal.flatMap {
      FixedPoint($0, text: row.indicator.target.text)
    }
    achieved = indicator.achieved.value.decimal.flatMap {
      FixedPoint($0, text: row.indicator.achieved.text)
    }
  }

  /// Whether the target is reached by staying below it.
  var isLessBetter: Bool { TargetDirection.isLessBetter(indicator, taskName: taskName) }

  /// Whether target and achieved were both marked as not applicable.
  var isNotApplicable: Bool {
    indicator.target.isBlank && indicator.achieved.isBlank
      && !indicator.target.raw.allSatisfy(\.isWhitespace)
      && !indicator.achieved.raw.allSatisfy(\.isWhitespace)
  }
}
