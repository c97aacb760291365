public import ReportDiff
import ReportMatching
import ReportModel
public import Spreadsheet

/// The difference of two reports as a workbook: the new revision in published form with the changed
/// cells coloured and commented and the removed rows struck through, and a sheet with all changes.
public struct DiffWorkbook {
  private let words: DiffVocabulary
  private let includesInfo: Bool

  /// Makes a renderer; what is only info is listed where it is asked for.
  public init(language: DiffLanguage = .zh, includesInfo: Bool = false) {
    words = DiffVocabulary(language: language)
    self.includesInfo = includesInfo
  }

  /// The workbook.
  public func workbook(of comparison: ReportComparison) -> Workbook {
    let changes = includesInfo ? comparison.changes : comparison.realChanges
    // A level that takes no part in the matching cannot be told from the trees: then the new
    // revision alone is shown.
    let isWhole = comparison.matching.right.rowCount == 0 || hasAllLevels(comparison)
    let combined = isWhole ? DiffCombinedReport(comparison) : nil
    let tableName = words.language("Changes marked", "变化标注")
    let form = PublishedWorkbook(combined?.report ?? comparison.new, sheetName: tableName)
    var workbook = form.workbook
    guard !workbook.sheets.isEmpty else { return workbook }
    let marks = DiffMarks(
      changes, on: form, tree: comparison.matching.right, node: \.newNode,
      rowNumber: { row in combined.map { $0.rowOfNew[row] } ?? row })
    mark(&workbook, marks)
    if let combined { strike(&workbook, form, combined) }
    comment(&workbook, marks)
    let list = DiffListSheet(words: words, tableName: tableName)
    var places: [ReportChange: CellReference] = [:]
    for (cell, mark) in marks.cells {
      for change in mark.changes { places[change] = min(places[change] ?? cell, cell) }
    }
    workbook.sheets.append(
      list.sheet(
        changes, summary: words.summary(of: comparison), styles: &workbook.styles,
        place: { places[$0] }))
    return workbook
  }

  private func hasAllLevels(_ comparison: ReportComparison) -> Bool {
    NodeLevel.allCases.allSatisfy { !comparison.matching.right.nodes(at: $0).isEmpty }
  }

  // MARK: Marks

  private func mark(_ workbook: inout Workbook, _ marks: DiffMarks) {
    for (position, row) in workbook.sheets[0].rows.enumerated() {
      let style = marks.rows[row.index]
      for (place, cell) in row.cells.enumerated() {
        let reference = CellReference(row: row.index, column: cell.column)
        guard let mark = marks.cells[marks.anchor(of: reference)]?.style ?? style else { continue }
        var look = workbook.styles[cell.style]
        look.fill = .solid(DiffListSheet.color(of: mark))
        workbook.sheets[0].rows[position].cells[place].style = workbook.styles.index(of: look)
      }
    }
  }

  /// Strikes the rows that are gone through. A label over rows that stay is left as it is.
  private func strike(
    _ workbook: inout Workbook, _ form: PublishedWorkbook, _ combined: DiffCombinedReport
  ) {
    var gone: Set<Int> = []
    for row in combined.rowOfDeleted.values where form.indicatorRows.indices.contains(row) {
      gone.insert(form.indicatorRows[row])
    }
    if gone.isEmpty { return }
    var staying: Set<CellReference> = []
    for range in form.workbook.sheets[0].mergedRanges
    where range.rows.contains(where: { !gone.contains($0) }) {
      for row in range.rows {
        for column in range.columns { staying.insert(CellReference(row: row, column: column)) }
      }
    }
    for (position, row) in workbook.sheets[0].rows.enumerated() where gone.contains(row.index) {
      for (place, cell) in row.cells.enumerated()
      where !staying.contains(CellReference(row: row.index, column: cell.column)) {
        var look = workbook.styles[cell.style]
        look.fill = .solid(DiffListSheet.color(of: .deleted))
        look.font.isStruckThrough = true
        look.font.color = Color(rgb: 0x9C2B2B)
        workbook.sheets[0].rows[position].cells[place].style = workbook.styles.index(of: look)
      }
    }
  }

  private func comment(_ workbook: inout Workbook, _ marks: DiffMarks) {
    for (cell, mark) in marks.cells.sorted(by: { $0.key < $1.key }) {
      let lines = mark.changes.map { change in
        let phrase = DiffPhrase(change, words)
        var line = phrase.label
        if let old = phrase.old, change.kind != .add {
          line += words.language(": was ", "：原为") + old
        }
        if !phrase.notes.isEmpty {
          line +=
            words.language(" (", "（") + phrase.notes.joined(separator: ", ")
            + words.language(")", "）")
        }
        return line
      }
      workbook.sheets[0].comments.append(
        Comment(
          reference: cell, author: words.language("Yilan", "一览"),
          text: lines.joined(separator: "\n")))
    }
  }
}
