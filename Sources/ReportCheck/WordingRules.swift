import ReportModel
import Spreadsheet

/// TARGET_TEXTUAL, ACHIEVED_IS_BOUND, COMPOUND_INCOMPLETE: values that are more or less than one
/// number.
struct WordingRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    for row in context.rows { check(row, into: &findings) }
    for task in context.tasks where task.count == 1 {
      incomplete(context.rows[task.lowerBound], into: &findings)
    }
  }

  private func check(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    if case .text(_, let meaning) = indicator.target.value, meaning != .notApplicable {
      findings.add(
        .warning, "TARGET_TEXTUAL", row, at: indicator.target.address,
        "the target is in words: \(indicator.target.text)",
        zh: "指标任务为文字“\(indicator.target.text)”，无法核算",
        actual: indicator.target.text)
    }
    if Self.isBound(indicator.achieved.value) {
      findings.add(
        .warning, "ACHIEVED_IS_BOUND", row, at: indicator.achieved.address,
        "what was achieved is a bound, not a figure: \(indicator.achieved.text)",
        zh: "已完成数为界限而非实数：“\(indicator.achieved.text)”", actual: indicator.achieved.text)
    }
    guard case .compound(let targets) = indicator.target.value else { return }
    var count = 1
    if case .compound(let values) = indicator.achieved.value { count = values.count }
    guard count != targets.count, !indicator.achieved.isBlank,
      indicator.achieved.value.decimal != nil || count > 1
    else { return }
    findings.add(
      .warning, "COMPOUND_INCOMPLETE", row, at: indicator.achieved.address,
      "the target has \(targets.count) values, what was achieved has \(count)",
      zh: "指标任务有\(targets.count)项数值，已完成数有\(count)项", expected: "\(targets.count)",
      actual: "\(count)")
  }

  private static func isBound(_ value: Value) -> Bool {
    switch value {
    case .bound(.equal, _, _): false
    case .bound: true
    case .compound(let parts): parts.contains(where: isBound)
    case .empty, .number, .percent, .text: false
    }
  }

  /// 分别 promises several values; a row with a single one lacks the others.
  private func incomplete(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    guard indicator.target.value.decimal != nil, let text = row.taskName ?? indicator.name,
      text.holds("分别"), let mark = text.ranges(of: "分别").first
    else { return }
    let clause = text[mark.upperBound...].prefix { !"；;。".contains($0) }
    let written = TaskQuantityScanner.quantities(in: String(clause), context.words)
    // Without a number behind it 分别 speaks of something else.
    guard !written.isEmpty else { return }
    findings.add(
      .warning, "COMPOUND_INCOMPLETE", row, at: indicator.target.address,
      "the text says 分别 (respectively), but the target is one value: \(indicator.target.text)",
      zh: "文字为“分别”，而指标任务只有一个数值\(indicator.target.text)", actual: indicator.target.text)
  }
}
