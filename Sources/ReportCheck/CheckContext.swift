import ReportModel

/// What all rules look at.
struct CheckContext {
  let report: Report
  let rules: CheckRule
  let rows: [CheckRow]
  /// The rows of each task, as ranges of `rows`.
  let tasks: [Range<Int>]
  /// The words of measure of the report.
  let words = MeasureWords()

  init(_ report: Report, rules: CheckRule) {
    self.report = report
    self.rules = rules
    let audits = PercentAuditor(
      report, allowsCapped: rules.isCapAllowed, rounding: rules.rounding
    ).audits
    let ids = report.rowIDs()
    var rows: [CheckRow] = []
    rows.reserveCapacity(ids.count)
    var tasks: [Range<Int>] = []
    let words = words
    report.forEachRow { row in
      let number = rows.count
      if row.index.indicator == 0 {
        tasks.append(number..<number + 1)
      } else if let last = tasks.popLast() {
        tasks.append(last.lowerBound..<number + 1)
      }
      rows.append(
        CheckRow(
          row, number: number, audit: audits[number], rowID: ids[number],
          word: words.word(row.indicator.unit.text)))
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
