internal import Spreadsheet

/// Turns streamed rows into rows of a worksheet; equal texts share their storage.
struct RowBuilder {
  private(set) var rows: [Row] = []
  /// Whether a cell has one of the styles that stand for ISO dates.
  private(set) var hasISODates = false
  private var texts: Set<String> = []
  private let styleCount: Int
  /// Texts that are remembered; enough for the words of a table, not for a book.
  private static let remembered = 100_000

  init(styleCount: Int) {
    self.styleCount = styleCount
  }

  mutating func append(_ row: StreamedRow) {
    var made = Row(
      index: row.index, height: row.height, isHidden: row.isHidden, style: row.style)
    made.cells.reserveCapacity(row.cells.count)
    for cell in row.cells {
      if cell.style >= styleCount { hasISODates = true }
      made.cells.append(
        Cell(
          column: Int(cell.column), value: value(of: cell, in: row), style: Int(cell.style),
          formula: row.formula(of: cell)))
    }
    rows.append(made)
  }

  private mutating func value(of cell: StreamedCell, in row: StreamedRow) -> CellValue {
    switch cell.kind {
    case .empty: return .empty
    case .number:
      let text = row.string(of: cell)
      return Double(text).map { .number($0) } ?? .string(text)
    case .string: return .string(shared(row.string(of: cell)))
    case .boolean: return .boolean(row.string(of: cell) == "1")
    case .error: return .error(row.string(of: cell))
    }
  }

  private mutating func shared(_ text: String) -> String {
    if text.utf8.count < 16 { return text }
    // A long text that many cells share must not be there many times.
    if texts.count >= Self.remembered, text.utf8.count < 256 { return text }
    return texts.insert(text).memberAfterInsert
  }
}
