import CSV
import SheetRender
import Spreadsheet
import TableDiff
import XLSX

/// Writes the rows of a stack as CSV, JSON or a workbook, in constant memory.
final class StackWriter {
  /// The index of the next row.
  private(set) var nextRow = 0
  private let output: Output
  private let kinds: [NumberFormat.Kind]
  private var encoder: (any RowEncoder)?
  private var workbook: XLSXStreamWriter?

  private static let sheetName = "合并"

  /// Begins the result with the row of united headers.
  init(
    form: MergeForm, dialect: CSVDialect, stack: TableStack, output: Output, limits: ReadLimits
  ) throws {
    self.output = output
    kinds = stack.formats.map(\.kind)
    switch form {
    case .csv: encoder = CSVWriter(dialect: dialect, limits: limits)
    case .json: encoder = JSONRowsEncoder(shape: .document, limits: limits)
    case .xlsx:
      var header = CellStyle()
      header.font.isBold = true
      let styles = stack.formats.map { format in
        var style = CellStyle()
        style.numberFormat = format
        return style
      }
      var writer = try XLSXStreamWriter(
        to: OutputSink(output: output), styles: StyleTable(styles: styles + [header]))
      var sheet = Worksheet(name: Self.sheetName)
      sheet.frozenPane = FrozenPane(rows: 1)
      sheet.page.titleRows = 0...0
      try writer.beginSheet(sheet)
      workbook = consume writer
    }
    try encoder?.begin(
      SheetContext(
        file: "", description: SheetDescription(name: Self.sheetName),
        text: CellText(formats: stack.formats, dateSystem: .year1900),
        width: stack.headers.count), to: &output.buffer)
    var header = stack.headerRow
    for place in header.cells.indices { header.cells[place].style = Int32(stack.formats.count) }
    try write(form == .xlsx ? header : stack.headerRow)
  }

  /// Writes a moved row; days of a workbook that counts from 1904 become days of 1900.
  func append(_ row: StreamedRow, dateSystem: DateSystem) throws {
    guard dateSystem == .year1904 else { return try write(row) }
    var row = row
    for place in row.cells.indices { shift(place, of: &row) }
    try write(row)
  }

  /// Ends the result; returns what could not be passed on.
  func finish() throws -> [Diagnostic] {
    try encoder?.end(to: &output.buffer)
    try encoder?.finish(to: &output.buffer)
    guard var writer = workbook.take() else { return [] }
    try writer.endSheet()
    return try writer.finish()
  }

  private func write(_ row: StreamedRow) throws {
    try encoder?.append(row, to: &output.buffer)
    try workbook?.write(row)
    try output.drain()
    nextRow += 1
  }

  private func shift(_ place: Int, of row: inout StreamedRow) {
    let cell = row.cells[place]
    let style = Int(cell.style)
    guard cell.kind == .number, kinds.indices.contains(style), kinds[style].isDate,
      let value = Double(row.string(of: cell))
    else { return }
    switch TypedNumber(value, kind: kinds[style], dateSystem: .year1904) {
    case .date, .dateTime:
      let start = Int32(truncatingIfNeeded: row.bytes.count)
      row.bytes += Array((value + 1462).description.utf8)
      row.cells[place].text = start..<Int32(truncatingIfNeeded: row.bytes.count)
    case .number, .time, .duration: break
    }
  }
}
