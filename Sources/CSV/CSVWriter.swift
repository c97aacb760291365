public import Spreadsheet

/// Writes rows as CSV: rectangular, from the first row and column on, quoted only where needed.
///
/// Blank rows at the end are dropped, those between are kept. All records have
/// `SheetContext.width` fields; a row that is wider is written as it is, and `widestRow` tells that
/// the sheet must be run again. In a table of one column a blank record is `""`, because readers
/// skip empty lines.
///
/// The bytes are UTF-8; `CSVTextEncoder` turns them to other encodings.
public struct CSVWriter: RowEncoder {
  /// How the CSV is written.
  public let dialect: CSVDialect
  /// The columns up to the last value of the widest row so far.
  public private(set) var widestRow = 0
  /// The texts that a spreadsheet would run as formulas, written with or without a guard.
  public private(set) var formulaLikeCells = 0
  /// Where the first of them stands.
  public private(set) var firstFormulaLikeCell: CellReference?

  private let emptyPlacesLimit: Int
  private var emptyPlaces = EmptyPlaces(limit: 0, file: "", sheet: "")
  private var text = CellText(formats: [], dateSystem: .year1900)
  private var width = 0
  private var nextRow = 0

  /// Makes a writer.
  public init(dialect: CSVDialect = CSVDialect(), limits: ReadLimits = ReadLimits()) {
    self.dialect = dialect
    emptyPlacesLimit = limits.emptyPlaces
  }

  /// Whether the bytes depend on the width: they do.
  public var needsWidth: Bool { true }

  /// Begins a sheet; what was counted is counted anew.
  public mutating func begin(_ sheet: SheetContext, to output: inout [UInt8]) {
    text = sheet.text
    width = min(max(sheet.width, 0), CellReference.columnLimit)
    emptyPlaces = EmptyPlaces(
      limit: emptyPlacesLimit, file: sheet.file, sheet: sheet.description.name)
    widestRow = 0
    nextRow = 0
    formulaLikeCells = 0
    firstFormulaLikeCell = nil
  }

  /// Writes a row, and the blank rows before it.
  public mutating func append(
    _ row: StreamedRow, to output: inout [UInt8]
  ) throws(EmptyPlacesError) {
    guard let last = row.cells.last(where: { $0.kind != .empty }) else { return }
    let filled = Int(last.column) + 1
    if filled > widestRow { widestRow = filled }
    try appendBlankRows(until: row.index, to: &output)
    nextRow = row.index + 1

    let rowStart = output.count
    var column = 0
    var values = 0
    for cell in row.cells where cell.kind != .empty {
      let start = Int(cell.column)
      appendSeparators(start - column, to: &output)
      column = start
      values += 1
      appendField(cell, of: row, to: &output)
    }
    let end = max(filled, width)
    appendSeparators(end - 1 - column, to: &output)
    if end > values { try emptyPlaces.add(end - values, row: row.index) }
    if end <= 1, output.count == rowStart {
      // An empty text alone in its record would be an empty line, too.
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: "\""))
    }
    appendLineEnding(to: &output)
  }

  /// Ends the sheet; blank rows at its end are not written.
  public mutating func end(to output: inout [UInt8]) {}

  /// Nothing: CSV has no end.
  public mutating func finish(to output: inout [UInt8]) {}
}

// MARK: - Fields

extension CSVWriter {
  private mutating func appendField(
    _ cell: StreamedCell, of row: StreamedRow, to output: inout [UInt8]
  ) {
    if cell.kind == .string, dialect.values == .typed {
      let place = row.place(of: cell)
      if isFormulaLike(row.bytes.span.extracting(place), cell, row), dialect.guardsFormulas {
        appendQuoted([UInt8(ascii: "'")] + row.bytes[place], to: &output)
      } else if needsQuotes(row.bytes.span.extracting(place)) {
        appendQuoted(row.bytes[place], to: &output)
      } else {
        output.append(copying: row.bytes.span.extracting(place))
      }
      return
    }
    let start = output.count
    if dialect.values == .typed {
      text.appendTyped(cell, of: row, to: &output)
      guard cell.kind == .error else { return }
    } else {
      text.appendShown(cell, of: row, to: &output)
      if cell.kind == .string,
        isFormulaLike(output.span.extracting(start..<output.count), cell, row),
        dialect.guardsFormulas
      {
        output.insert(UInt8(ascii: "'"), at: start)
      }
    }
    if needsQuotes(output.span.extracting(start..<output.count)) {
      let field = Array(output[start...])
      output.removeSubrange(start...)
      appendQuoted(field, to: &output)
    }
  }

  private mutating func isFormulaLike(
    _ field: Span<UInt8>, _ cell: StreamedCell, _ row: StreamedRow
  ) -> Bool {
    guard FormulaGuard.isNeeded(for: field) else { return false }
    formulaLikeCells += 1
    if firstFormulaLikeCell == nil { firstFormulaLikeCell = row.reference(of: cell) }
    return true
  }

  private func needsQuotes(_ field: Span<UInt8>) -> Bool {
    if FieldScan.needsQuotes(field, separator: dialect.separator) { return true }
    // A text that begins with a byte order mark would lose it at the start of a file.
    return field.count >= 3 && field[0] == 0xEF && field[1] == 0xBB && field[2] == 0xBF
  }

  private func appendQuoted(_ field: some Collection<UInt8>, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard needsQuotes(Array(field).span) else {
      output.append(contentsOf: field)
      return
    }
    output.append(quote)
    for byte in field {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}

// MARK: - Empty places

extension CSVWriter {
  private mutating func appendBlankRows(
    until row: Int, to output: inout [UInt8]
  ) throws(EmptyPlacesError) {
    guard row > nextRow else { return }
    let (places, overflows) = (row - nextRow).multipliedReportingOverflow(by: max(width, 1))
    try emptyPlaces.add(overflows ? Int.max : places, row: row)
    for _ in nextRow..<row {
      if width <= 1 {
        output.append(UInt8(ascii: "\""))
        output.append(UInt8(ascii: "\""))
      } else {
        appendSeparators(width - 1, to: &output)
      }
      appendLineEnding(to: &output)
    }
  }

  private func appendSeparators(_ count: Int, to output: inout [UInt8]) {
    for _ in 0..<max(count, 0) { output.append(dialect.separator) }
  }

  private func appendLineEnding(to output: inout [UInt8]) {
    if dialect.lineEnding == .crlf { output.append(0x0D) }
    output.append(0x0A)
  }
}
