import ReportModel
import Spreadsheet

/// TEXT_TARGET_DISAGREE, TEXT_TARGET_UNMATCHED, TEXT_NO_QUANTITY, BOUND_LOST, and units of the text
/// that are not those of the row: the numbers of a task's text against its targets.
///
/// A number of the text is a target if it equals one in the same measure, or the sum of several
/// rows of the task. Ratings, shares per household and the like are never missed.
struct TaskTextRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    let words = context.words
    var silent: [CheckRow] = []
    var speaking = 0
    for range in context.tasks {
      var task = TaskMatch(rows: Array(context.rows[range]), words)
      task.match()
      for row in task.silentRows { silent.append(row) }
      speaking += task.speakingRows
      report(task, into: &findings)
    }
    // Where many texts hold no numbers, a text without one is no omission.
    guard speaking > silent.count * 4 else { return }
    for row in silent {
      findings.add(
        .info, "TEXT_NO_QUANTITY", row,
        at: row.indicator.nameAddress ?? context.taskAddress(of: row),
        "the text states no quantity, the target is \(row.indicator.target.text)",
        zh: "任务文字中无数量，指标任务为\(row.indicator.target.text)", actual: row.indicator.target.text)
    }
  }

  private func report(_ task: TaskMatch, into findings: inout CheckFindings) {
    for (row, quantity) in task.otherUnits {
      let unit = row.indicator.unit.text
      let isConflict = (quantity.word.base == "%") != row.isPercentUnit
      findings.add(
        isConflict ? .error : .warning, isConflict ? "UNIT_CONFLICT" : "UNIT_MISMATCH", row,
        at: row.indicator.unit.address,
        "the text says \(quantity.text), the unit of the row is \(unit)",
        zh: "单位为\(unit)，任务文字为\(quantity.text)", expected: quantity.text, actual: unit)
    }
    for (row, quantity) in task.disagreements {
      findings.add(
        .warning, "TEXT_TARGET_DISAGREE", row, at: row.indicator.target.address,
        "the text says \(quantity.text), the target is \(row.indicator.target.text)",
        zh: "任务文字为\(quantity.text)，指标任务为\(row.indicator.target.text)", expected: quantity.text,
        actual: row.indicator.target.text)
    }
    for (row, quantity) in task.lostBounds {
      findings.add(
        .info, "BOUND_LOST", row, at: row.indicator.target.address,
        "the text bounds \(quantity.text), the target is the plain number",
        zh: "文字对\(quantity.text)有界限，指标任务未写入",
        actual: row.indicator.target.text)
    }
    if let row = task.rows.first, !task.unmatched.isEmpty {
      let list = task.unmatched.map(\.text).joined(separator: "、")
      findings.add(
        .info, "TEXT_TARGET_UNMATCHED", row, at: context.taskAddress(of: row),
        "no indicator for \(list) of the text", zh: "文字中的\(list)无对应指标", actual: list)
    }
  }
}
