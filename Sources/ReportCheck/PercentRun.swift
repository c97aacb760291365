import FoundationEssentials
import ReportModel

/// Finds figures that stand for the blank rows below them in the same task, though no cell is
/// merged: the stated percent does not fit the row alone but the sum of the rows' targets.
struct PercentRun {
  private struct Head {
    let row: Int
    let task: ReportRow.Index
    let stated: StatedPercent
    let achieved: Decimal
    let unit: String
    var target: Decimal
  }

  private var head: Head?

  /// Takes the next row, whose audit is the last one, and marks the rows of a run that is found.
  mutating func add(_ row: ReportRow, to audits: inout [PercentAudit]) {
    let indicator = row.indicator
    let number = audits.count - 1
    var task = row.index
    task.indicator = 0
    guard !indicator.isInGroup, let target = indicator.target.value.decimal else {
      head = nil
      return
    }
    if !indicator.achieved.isBlank || !indicator.percent.isBlank {
      head = nil
      if audits[number].verdict == .mismatch, let stated = audits[number].percent,
        let achieved = indicator.achieved.value.decimal
      {
        head = Head(
          row: number, task: task, stated: stated, achieved: achieved, unit: indicator.unit.text,
          target: target)
      }
      return
    }
    guard var run = head, run.task == task, run.unit == indicator.unit.text else {
      head = nil
      return
    }
    run.target += target
    head = run
    guard let ratio = Ratio(numerator: run.achieved, denominator: run.target) else { return }
    let verdict = run.stated.verdict(for: ratio)
    guard verdict == .exact || verdict == .rounded else { return }
    for member in run.row...number {
      var audit = PercentAudit(verdict, percent: run.stated, ratio: ratio)
      audit.arithmeticGroup = run.row
      audit.isSharedByArithmetic = member != run.row
      audits[member] = audit
    }
    head = nil
  }
}
