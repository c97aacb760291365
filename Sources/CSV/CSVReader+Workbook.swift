public import Spreadsheet

extension CSVReader {
  /// Reads a whole CSV file that is in memory as a workbook of one sheet.
  ///
  /// The findings are those of the reader. More cells than `ReadLimits.cells` are an error.
  public static func workbook(
    _ bytes: [UInt8], file: String? = nil, sheet: String = "Sheet1", options: Options = Options(),
    limits: ReadLimits = ReadLimits()
  ) throws -> (workbook: Workbook, findings: [Diagnostic]) {
    var reader = CSVReader(file: file, options: options, limits: limits)
    var worksheet = Worksheet(name: sheet)
    var cells = 0
    func append(_ row: inout StreamedRow) throws {
      cells += row.cells.count
      guard cells <= limits.cells else {
        throw CSVError(
          .limit(name: "cells", value: limits.cells, what: "there are more cells than may be read"),
          at: SourceLocation(file: file))
      }
      worksheet.rows.append(
        Row(index: row.index, cells: row.cells.map { row.cell($0) }))
    }
    try reader.read(bytes, append)
    try reader.finish(append)
    let styles = reader.formats.map { format in
      var style = CellStyle()
      style.numberFormat = format
      return style
    }
    return (
      Workbook(sheets: [worksheet], styles: StyleTable(styles: styles)), reader.findings
    )
  }
}

extension StreamedRow {
  /// A streamed cell as a value.
  fileprivate func cell(_ cell: StreamedCell) -> Cell {
    let value: CellValue
    switch cell.kind {
    case .empty: value = .empty
    case .boolean: value = .boolean(isTrue(cell))
    case .error: value = .error(string(of: cell))
    case .string: value = .string(string(of: cell))
    case .number:
      value =
        NumberText.value(of: bytes.span.extracting(place(of: cell))).map(CellValue.number)
        ?? .string(string(of: cell))
    }
    return Cell(column: Int(cell.column), value: value, style: Int(cell.style))
  }
}
