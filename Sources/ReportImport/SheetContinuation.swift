import ReportModel
import Spreadsheet

/// Recognises sheets that go on with the table of the sheet before and print no header again, by what
/// stands in the columns.
struct SheetContinuation {
  private let context: ImportContext
  private let styles: CellStyles
  private let columns: ResolvedColumns

  init(_ context: ImportContext, styles: CellStyles, columns: ResolvedColumns) {
    self.context = context
    self.styles = styles
    self.columns = columns
  }

  /// Whether nearly all full rows have a unit of measure and a figure where the columns want them,
  /// and nothing where there is no column. Looks at 200 rows at most.
  func fits(_ sheet: Worksheet) -> Bool {
    guard let unit = columns.column(of: .unit), !columns.isTidy else { return false }
    let figures = [ReportField.target, .achieved].compactMap(columns.column(of:))
    let known = Set(columns.columns.map(\.column))
    var full = 0
    var fitting = 0
    for row in sheet.rows {
      let cells = row.cells.filter(\.isFilled)
      // Labels are merged or left out below the first row of a group; a figure has its unit.
      guard cells.count >= 3 else { continue }
      full += 1
      let isKnown = cells.allSatisfy { known.contains($0.column) }
      let hasUnit = cells.contains { $0.column == unit && isUnit($0) }
      let hasFigure = cells.contains { figures.contains($0.column) && isFigure($0) }
      if isKnown, hasUnit, hasFigure { fitting += 1 }
      if full == 200 { break }
    }
    return full > 0 && fitting * 5 >= full * 4
  }

  private func isUnit(_ cell: Cell) -> Bool {
    guard case .string(let text) = cell.value, text.utf8.count <= 60 else { return false }
    return context.units.isKnown(text)
  }

  private func isFigure(_ cell: Cell) -> Bool {
    let content = CellContent(cell, styles: styles)
    switch content.kind {
    case .number, .percent: return true
    case .text: break
    case .blank, .date, .boolean, .error, .missingResult: return false
    }
    guard content.raw.utf8.count <= 90 else { return false }
    switch context.parser.value(of: content.raw) {
    case .number, .percent, .bound, .compound: return true
    case .empty, .text: return false
    }
  }
}

extension ResolvedColumns {
  /// The column of a field.
  fileprivate func column(of field: ReportField) -> Int? {
    columns.first { $0.field == field }?.column
  }
}
