import Spreadsheet

/// The first rows of the sheets of a source: enough to tell what kind of table it holds.
struct SheetHead {
  /// The rows that are read of each sheet.
  static let rowCount = 400

  /// The rows as a workbook, without styles.
  private(set) var workbook = Workbook()

  private struct Enough: Error {}

  /// Reads the first rows of every sheet.
  init(_ source: any RowSource) throws {
    for (index, description) in source.sheets.enumerated() where description.kind == .worksheet {
      var sheet = Worksheet(name: description.name)
      sheet.visibility = description.visibility
      do {
        try source.readRows(ofSheetAt: index, formulas: false, restarted: { sheet.rows = [] }) {
          row in
          if sheet.rows.count >= Self.rowCount { throw Enough() }
          sheet.rows.append(Self.row(row))
        }
      } catch is Enough {}
      workbook.sheets.append(sheet)
    }
  }

  private static func row(_ row: StreamedRow) -> Row {
    var cells: [Cell] = []
    for cell in row.cells where cell.kind != .empty {
      let text = row.string(of: cell)
      let value: CellValue =
        switch cell.kind {
        case .number: Double(text).map(CellValue.number) ?? .string(text)
        case .boolean: .boolean(row.isTrue(cell))
        case .error: .error(text)
        case .string, .empty: .string(text)
        }
      cells.append(Cell(column: Int(cell.column), value: value))
    }
    return Row(index: row.index, cells: cells)
  }
}
