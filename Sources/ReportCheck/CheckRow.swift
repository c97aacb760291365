import ReportModel

/// A row as the rules see it.
struct CheckRow {
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
  var isPercentUnit: Bool { indicator.unit.unit?.canonical == "%" || word.base == "%" }

  /// Whether the target is reached by staying below it.
  var isLessBetter: Bool { TargetDirection.isLessBetter(indicator, taskName: taskName) }

  /// Whether target and achieved were both marked as not applicable.
  var isNotApplicable: Bool {
    indicator.target.isBlank && indicator.achieved.isBlank
      && !indicator.target.raw.allSatisfy(\.isWhitespace)
      && !indicator.achieved.raw.allSatisfy(\.isWhitespace)
  }
}

/// What all rules look at.
struct CheckContext {
  let report: Report
  let rules: CheckRule
  let rows: [CheckRow]
  /// The rows of each task, as ranges of `rows`.
  let tasks: [Range<Int>]

  init(_ report: Report, rules: CheckRule) {
    self.report = report
    self.rules = rules
    let audits = PercentAuditor(report, allowsCapped: rules.isCapAllowed).audits
    let keys = report.stableKeys()
    var rows: [CheckRow] = []
    rows.reserveCapacity(keys.count)
    var tasks: [Range<Int>] = []
    // A table has few units and many rows.
    var words: [String: MeasureWord] = [:]
    report.forEachRow { row in
      let number = rows.count
      if row.index.indicator == 0 {
        tasks.append(number..<number + 1)
      } else if let last = tasks.popLast() {
        tasks.append(last.lowerBound..<number + 1)
      }
      let unit = row.indicator.unit.text
      let word = words[unit] ?? MeasureWord(unit)
      words[unit] = word
      rows.append(
        CheckRow(
          number: number, index: row.index, taskName: row.taskName, indicator: row.indicator,
          audit: audits[number], rowID: keys[number].rowID, word: word))
    }
    self.rows = rows
    self.tasks = tasks
  }

  /// The address of a task's text.
  func taskAddress(of row: CheckRow) -> CellAddress? {
    let index = row.index
    return report.sections[index.section].goals[index.goal].actions[index.action].tasks[index.task]
      .address
  }
}
