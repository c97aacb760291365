public import Spreadsheet

/// A sheet as rows of typed values, compact enough to hold two of a million cells at once.
///
/// It is filled by a `SheetTableBuilder` from streamed rows.
public struct SheetTable: Sendable {
  /// One row: its index in the sheet and its cells.
  struct Line {
    /// The row, counted from zero.
    var index: Int32
    /// The position of the first cell in `cells`.
    var start: Int32
    /// The number of cells, blanks left out.
    var count: Int32

    /// The positions of the cells.
    var cells: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// The file as results name it.
  public let file: String?
  /// The name of the sheet.
  public let sheet: String
  /// The number format of each style index.
  public let formats: [NumberFormat]
  /// What numbers are under each style; dates count from 1900, whatever the workbook says.
  let kinds: [NumberFormat.Kind]
  /// The rows that hold something, by ascending index.
  var lines: [Line] = []
  /// The cells of all rows.
  var cells: [TableCell] = []
  /// The text of all cells.
  var bytes: [UInt8] = []

  /// An empty table.
  init(file: String?, sheet: String, formats: [NumberFormat]) {
    self.file = file
    self.sheet = sheet
    self.formats = formats
    kinds = formats.map(\.kind)
  }

  /// The number of rows that hold something.
  public var rowCount: Int { lines.count }

  /// The number of cells that hold something.
  public var cellCount: Int { cells.count }
}

extension SheetTable {
  /// The position in `cells` of the cell of a row in a column, or nil.
  func position(line: Int, column: Int) -> Int? {
    let line = lines[line]
    // Rows are dense as a rule: the cell stands where its column says.
    if column < Int(line.count) {
      let guess = Int(line.start) + column
      if Int(cells[guess].column) == column { return guess }
    }
    for position in line.cells {
      let found = Int(cells[position].column)
      if found == column { return position }
      if found > column { return nil }
    }
    return nil
  }

  /// The text of a cell: numbers in their shortest form, dates and times in ISO 8601.
  func text(_ cell: TableCell) -> String {
    switch cell.kind {
    case .number: shown(Double(bitPattern: cell.payload), style: Int(cell.style))
    case .boolean: cell.payload == 0 ? "false" : "true"
    case .text, .error: String(decoding: bytes[cell.byteRange], as: UTF8.self)
    }
  }

  /// The text of the cell of a row in a column, or nil for a blank.
  func text(line: Int, column: Int) -> String? {
    position(line: line, column: column).map { text(cells[$0]) }
  }

  /// The place of a cell.
  func location(line: Int, column: Int) -> SourceLocation {
    location(CellRange(CellReference(row: Int(lines[line].index), column: column)))
  }

  /// The place of a row, from its first to its last cell.
  func location(line: Int) -> SourceLocation {
    let row = Int(lines[line].index)
    let range = lines[line].cells
    guard let first = range.first, let last = range.last else {
      return location(CellRange(CellReference(row: row, column: 0)))
    }
    return location(
      CellRange(
        CellReference(row: row, column: Int(cells[first].column)),
        CellReference(row: row, column: Int(cells[last].column))))
  }

  /// The place of cells.
  func location(_ range: CellRange?) -> SourceLocation {
    SourceLocation(file: file, sheet: sheet, range: range)
  }

  /// The code of the number format of a cell.
  func formatCode(_ cell: TableCell) -> String {
    formats.indices.contains(Int(cell.style)) ? formats[Int(cell.style)].code : "General"
  }

  private func shown(_ value: Double, style: Int) -> String {
    guard kinds.indices.contains(style), kinds[style].isDate else { return NumericText.text(value) }
    let typed = TypedNumber(value, kind: kinds[style], dateSystem: .year1900)
    if case .number = typed { return NumericText.text(value) }
    var bytes: [UInt8] = []
    typed.append(dateSystem: .year1900, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Equality

extension SheetTable {
  /// Whether a cell of this table and one of another hold the same value.
  func holds(_ cell: TableCell, equalTo other: TableCell, of table: SheetTable) -> Bool {
    guard cell.kind == other.kind else { return false }
    if cell.isFixed { return cell.payload == other.payload }
    guard cell.payload & 0xFFFF_FFFF == other.payload & 0xFFFF_FFFF else { return false }
    let length = Int(cell.payload & 0xFFFF_FFFF)
    let one = bytes.span
    let two = table.bytes.span
    let left = Int(cell.payload >> 32)
    let right = Int(other.payload >> 32)
    for offset in 0..<length where one[left + offset] != two[right + offset] { return false }
    return true
  }

  /// Whether two rows hold the same values in the same columns.
  func isIdentical(line: Int, to otherLine: Int, of table: SheetTable) -> Bool {
    let one = lines[line]
    let two = table.lines[otherLine]
    guard one.count == two.count else { return false }
    for offset in 0..<Int(one.count) {
      let cell = cells[Int(one.start) + offset]
      let other = table.cells[Int(two.start) + offset]
      guard cell.column == other.column, holds(cell, equalTo: other, of: table) else {
        return false
      }
    }
    return true
  }

  /// Feeds the value of a cell to a hasher.
  func hash(_ cell: TableCell, into hasher: inout Hasher) {
    hasher.combine(cell.kind.rawValue)
    if cell.isFixed {
      hasher.combine(cell.payload)
    } else {
      unsafe bytes.span.extracting(cell.byteRange).withUnsafeBytes {
        unsafe hasher.combine(bytes: $0)
      }
    }
  }
}
