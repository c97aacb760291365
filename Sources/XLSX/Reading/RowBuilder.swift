internal import Spreadsheet

/// Turns streamed rows into rows of a worksheet; equal texts share their storage.
struct RowBuilder {
  private(set) var rows: [Row] = []
  /// Whether a cell has one of the styles that stand for ISO dates.
  private(set) var hasISODates = false
  private var texts = TextPool()
  private let styleCount: Int

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
    let bytes = row.bytes.span.extracting(row.place(of: cell))
    switch cell.kind {
    case .empty: return .empty
    case .number:
      return NumberText.value(of: bytes).map { .number($0) } ?? .string(texts.text(bytes))
    case .string: return .string(texts.text(bytes))
    case .boolean: return .boolean(row.isTrue(cell))
    case .error: return .error(texts.text(bytes))
    }
  }
}
