import ReportDiff
import ReportMatching
import ReportModel
import Spreadsheet

/// Old and new of a goal side by side in the table's own form, merged cells merged, changed cells
/// marked.
struct DiffTables {
  /// One revision in published form.
  private struct Side {
    let report: Report
    let tree: ReportTree
    let form: PublishedWorkbook
    let marks: DiffMarks
    /// The merged ranges by their top left corners.
    let merges: [CellReference: CellRange]

    init(
      _ report: Report, _ tree: ReportTree, _ changes: [ReportChange],
      node: (ReportChange) -> Int?
    ) {
      self.report = report
      self.tree = tree
      form = PublishedWorkbook(report)
      marks = DiffMarks(changes, on: form, tree: tree, node: node, rowNumber: { $0 })
      var merges: [CellReference: CellRange] = [:]
      for range in form.workbook.sheets.first?.mergedRanges ?? [] { merges[range.first] = range }
      self.merges = merges
    }
  }

  private let old: Side
  private let new: Side
  private let words: DiffVocabulary

  init(_ comparison: ReportComparison, _ changes: [ReportChange], words: DiffVocabulary) {
    self.words = words
    let matching = comparison.matching
    old = Side(comparison.old, matching.left, changes, node: \.oldNode)
    new = Side(comparison.new, matching.right, changes, node: \.newNode)
  }

  func append(_ card: DiffCards.Card, to page: inout DiffMarkup) {
    guard card.oldGoal != nil || card.newGoal != nil else { return }
    page.raw("<div class=\"pair\">\n")
    append(old, card.oldGoal, words.language("Old", "原"), to: &page)
    append(new, card.newGoal, words.language("New", "现"), to: &page)
    page.raw("</div>\n")
  }

  private func append(
    _ side: Side, _ goal: Int?, _ caption: String, to page: inout DiffMarkup
  ) {
    page.raw("<figure><figcaption>")
    page.text(caption)
    page.raw("</figcaption>")
    if let goal, let first = side.tree.nodes[goal].rows.first,
      let last = side.tree.nodes[goal].rows.last, side.form.indicatorRows.indices.contains(last)
    {
      table(side, first...last, to: &page)
    } else {
      page.raw("<p class=\"none\">")
      page.text(words.language("not there", "无此项目"))
      page.raw("</p>")
    }
    page.raw("</figure>\n")
  }

  private func table(_ side: Side, _ numbers: ClosedRange<Int>, to page: inout DiffMarkup) {
    let rows =
      side.form.indicatorRows[numbers.lowerBound]...side.form.indicatorRows[numbers.upperBound]
    let columns = shownColumns(side, numbers, rows)
    page.raw("<div class=\"scroll\"><table class=\"grid\"><thead><tr>")
    for column in columns {
      page.raw("<th>")
      page.text(side.form.columns[column].header)
      page.raw("</th>")
    }
    page.raw("</tr></thead><tbody>\n")
    for (number, row) in zip(numbers, rows) {
      page.raw("<tr>")
      for column in columns {
        cell(side, number, CellReference(row: row, column: column), rows, to: &page)
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>")
  }

  /// The columns, without those at the end of the table that are blank here and did not change.
  private func shownColumns(
    _ side: Side, _ numbers: ClosedRange<Int>, _ rows: ClosedRange<Int>
  ) -> [Int] {
    side.form.columns.indices.filter { column in
      switch side.form.columns[column] {
      case .support, .extra, .remark:
        zip(numbers, rows).contains { number, row in
          !text(side, number, column).isEmpty
            || side.marks.cells[CellReference(row: row, column: column)] != nil
        }
      default: true
      }
    }
  }

  private func cell(
    _ side: Side, _ number: Int, _ reference: CellReference, _ rows: ClosedRange<Int>,
    to page: inout DiffMarkup
  ) {
    guard side.marks.anchor(of: reference) == reference else { return }
    page.raw("<td")
    if let range = side.merges[reference] {
      let height = min(range.last.row, rows.upperBound) - range.first.row + 1
      if height > 1 { page.raw(" rowspan=\"\(height)\"") }
      if range.columns.count > 1 { page.raw(" colspan=\"\(range.columns.count)\"") }
    }
    var classes: [String] = []
    switch side.form.columns[reference.column] {
    case .target, .achieved, .percent: classes.append("n")
    case .serial, .unit, .lead: classes.append("s")
    default: break
    }
    let mark = side.marks.cells[reference]
    if let style = mark?.style ?? side.marks.rows[reference.row] {
      classes.append("m-" + Self.name(of: style))
    }
    if !classes.isEmpty { page.raw(" class=\"\(classes.joined(separator: " "))\"") }
    page.raw(">")
    page.text(text(side, number, reference.column))
    page.raw("</td>")
  }

  static func name(of style: DiffMarks.Style) -> String {
    switch style {
    case .info: "info"
    case .moved: "moved"
    case .changed: "changed"
    case .added: "added"
    case .deleted: "deleted"
    }
  }

  /// What stands in a cell of an indicator's row, or in the merged cell that begins there.
  private func text(_ side: Side, _ number: Int, _ column: Int) -> String {
    let index = side.tree.nodes[side.tree.node(ofRow: number)].index
    let goal = side.report.sections[index.section].goals[index.goal]
    let action = goal.actions[index.action]
    let task = action.tasks[index.task]
    let indicator = task.indicators[index.indicator]
    return switch side.form.columns[column] {
    case .serial: goal.serial ?? ""
    case .goal: goal.name ?? ""
    case .action: action.name ?? ""
    case .task: task.name ?? ""
    case .indicator: indicator.name ?? ""
    case .unit: indicator.unit.text
    case .target: indicator.target.text
    case .achieved: indicator.achieved.text
    case .percent: indicator.percent.text
    case .lead: indicator.lead.text
    case .support: indicator.support.text
    case .remark: indicator.remark.text
    case .extra(let header): indicator.extras.first { $0.header == header }?.text ?? ""
    }
  }
}
