import Spreadsheet

/// The sizes that are found while the rows of a sheet go by.
struct SheetFit {
  /// Widths of columns.
  var columns: ColumnFit
  /// Heights of rows.
  var rows: RowHeightFit

  init(_ sheet: Worksheet, looks: [ColumnFit.Look], dateSystem: DateSystem) {
    columns = ColumnFit(sheet, looks: looks, dateSystem: dateSystem)
    rows = RowHeightFit(sheet, looks: looks)
  }
}

extension XLSXStreamWriter {
  /// Writes the rows before one that are there only for their height.
  mutating func writeFittedRows(before index: Int) throws {
    guard let idle = fit?.rows.isIdle, !idle else { return }
    for row in fit?.rows.rows(before: index) ?? [] {
      _ = try beginRow(row.index, height: row.height, isHidden: false, lastColumn: nil)
      try endRow()
    }
  }

  /// Takes in a row; returns the height that it needs where it states none.
  mutating func fitted(_ row: borrowing StreamedRow) throws -> Double? {
    fit?.columns.take(row)
    guard let idle = fit?.rows.isIdle, !idle else { return nil }
    try writeFittedRows(before: row.index)
    return fit?.rows.height(of: row)
  }
}
