public import Spreadsheet

/// Builds a `SheetTable` out of streamed rows.
///
///     var builder = SheetTableBuilder(file: "a.xlsx", sheet: "Sheet1", formats: reader.formats)
///     try reader.readRows(ofSheetAt: 0) { row in try builder.append(row) }
///     let table = builder.table
///
/// Text is trimmed and its line ends are made one; text that spells a plain number counts as that
/// number, so that a CSV file equals the workbook it was made from. Blank cells are left out.
public struct SheetTableBuilder: Sendable {
  /// The reason a sheet is too large to be compared.
  public struct SizeError: DiagnosticError, Hashable {
    /// The line that the user reads.
    public let diagnostic: Diagnostic
  }

  /// What was built.
  public private(set) var table: SheetTable
  /// The days between the first day of the workbook and that of 1900.
  private let dayOffset: Double
  /// Long texts that were met: a workbook may repeat one of them thousands of times.
  private var texts = LongTextCache()

  /// Makes a builder of an empty table.
  ///
  /// Dates of a workbook that counts from 1904 are counted from 1900, so that equal days are equal.
  public init(
    file: String? = nil, sheet: String, formats: [NumberFormat] = [],
    dateSystem: DateSystem = .year1900
  ) {
    table = SheetTable(file: file, sheet: sheet, formats: formats)
    dayOffset = dateSystem == .year1904 ? 1462 : 0
  }

  /// Adds a row, which must come after those added before.
  public mutating func append(_ row: StreamedRow) throws(SizeError) {
    let start = table.cells.count
    guard table.bytes.count + row.bytes.count < Int(UInt32.max),
      start + row.cells.count < Int(Int32.max)
    else { throw sizeError(row: row.index) }
    let source = row.bytes.span
    for cell in row.cells {
      let low = max(0, Int(cell.text.lowerBound))
      let high = min(source.count, Int(cell.text.upperBound))
      guard low < high, cell.column >= 0, cell.column < CellReference.columnLimit else { continue }
      append(source.extracting(low..<high), of: cell)
    }
    guard table.cells.count > start else { return }
    table.lines.append(
      SheetTable.Line(
        index: Int32(truncatingIfNeeded: row.index), start: Int32(start),
        count: Int32(table.cells.count - start)))
  }

  private mutating func append(_ bytes: Span<UInt8>, of cell: StreamedCell) {
    switch cell.kind {
    case .empty:
      return
    case .number:
      if let value = NumericText.double(bytes) {
        add(.number, (dayOffset == 0 ? value : shifted(value, cell)).bitPattern, cell)
      } else {
        appendText(bytes, of: cell, as: .text)
      }
    case .boolean:
      add(.boolean, bytes[0] == UInt8(ascii: "1") ? 1 : 0, cell)
    case .error:
      appendText(bytes, of: cell, as: .error)
    case .string:
      appendText(bytes, of: cell, as: .text)
    }
  }

  /// A day of 1904 as one of 1900; times of day and spans of time stay.
  private func shifted(_ value: Double, _ cell: StreamedCell) -> Double {
    let style = Int(cell.style)
    guard table.kinds.indices.contains(style), table.kinds[style].isDate else { return value }
    switch TypedNumber(value, kind: table.kinds[style], dateSystem: .year1904) {
    case .date, .dateTime: return value + dayOffset
    case .number, .time, .duration: return value
    }
  }

  private mutating func appendText(
    _ bytes: Span<UInt8>, of cell: StreamedCell, as kind: TableCell.Kind
  ) {
    let range = Self.trimmedRange(bytes)
    guard !range.isEmpty else { return }
    let trimmed = bytes.extracting(range)
    if kind == .text {
      if let value = NumericText.plainNumber(trimmed) {
        add(.number, value.bitPattern, cell)
        return
      }
      if let truth = Self.truth(trimmed) {
        add(.boolean, truth ? 1 : 0, cell)
        return
      }
    }
    if let place = texts.place(of: trimmed, in: table.bytes) {
      add(kind, UInt64(place) << 32 | UInt64(trimmed.count), cell)
      return
    }
    let offset = table.bytes.count
    for position in 0..<trimmed.count {
      let byte = trimmed[position]
      if byte == 0x0D, position + 1 < trimmed.count, trimmed[position + 1] == 0x0A { continue }
      table.bytes.append(byte == 0x0D ? 0x0A : byte)
    }
    if table.bytes.count - offset == trimmed.count { texts.keep(trimmed, at: offset) }
    add(kind, UInt64(offset) << 32 | UInt64(table.bytes.count - offset), cell)
  }

  private mutating func add(_ kind: TableCell.Kind, _ payload: UInt64, _ cell: StreamedCell) {
    table.cells.append(
      TableCell(
        payload: payload, style: cell.style, column: UInt16(truncatingIfNeeded: cell.column),
        kind: kind))
  }

  private static func trimmedRange(_ bytes: Span<UInt8>) -> Range<Int> {
    var low = 0
    var high = bytes.count
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return low..<high
  }

  /// `TRUE` and `true` equal a boolean cell, and so do `FALSE` and `false`.
  private static func truth(_ bytes: Span<UInt8>) -> Bool? {
    guard bytes.count == 4 || bytes.count == 5,
      bytes[0] | 0x20 == UInt8(ascii: "t")
        || bytes[0] | 0x20 == UInt8(ascii: "f")
    else { return nil }
    var text: [UInt8] = []
    for position in 0..<bytes.count { text.append(bytes[position]) }
    switch String(decoding: text, as: UTF8.self) {
    case "TRUE", "true": return true
    case "FALSE", "false": return false
    default: return nil
    }
  }

  private func sizeError(row: Int) -> SizeError {
    SizeError(
      diagnostic: Diagnostic(
        .error, code: "LIMIT_TABLE",
        at: table.location(CellRange(CellReference(row: row, column: 0))),
        "the sheet holds more text or cells than can be compared at once (4 GiB, 2^31 cells)"))
  }
}
