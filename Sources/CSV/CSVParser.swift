internal import Spreadsheet

/// Cuts UTF-8 text into records and fields, block by block.
struct CSVParser {
  /// What the parser is in the middle of.
  private enum State {
    case recordStart, fieldStart, plain, quoted
    /// After a quote in a quoted field: its end, or the first of two.
    case quote
    /// After a carriage return: a line feed belongs to it.
    case carriageReturn
  }

  /// The separator.
  let separator: UInt8
  private let typing: CSVTyping
  private let limits: ReadLimits
  private let place: SourceLocation
  private var state = State.recordStart
  private var row = StreamedRow()
  private var column = 0
  private var fieldStart = 0
  private var hasStrayQuote = false
  /// The fields of records, for the finding on ragged ones: how many records have so many, and
  /// the first of them.
  private(set) var widths: [Int: (count: Int, first: Int)] = [:]
  /// Other findings by code: how often, and where first.
  private(set) var oddities: [Oddity: (count: Int, first: CellReference)] = [:]

  /// What is odd about a field.
  enum Oddity: Int, CaseIterable {
    case nul, strayQuote, longText
  }

  init(separator: UInt8, typing: CSVTyping, limits: ReadLimits, file: String?) {
    self.separator = separator
    self.typing = typing
    self.limits = limits
    place = SourceLocation(file: file)
  }

  /// The record that is being read, counted from zero.
  var record: Int { row.index }

  /// Parses a block and passes on the records that it ends.
  mutating func parse(
    _ bytes: Span<UInt8>, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    var index = 0
    let end = bytes.count
    let quote = UInt8(ascii: "\"")
    while index < end {
      switch state {
      case .carriageReturn:
        state = .recordStart
        if bytes[index] == 0x0A { index += 1 }
      case .recordStart, .fieldStart:
        if bytes[index] == quote {
          state = .quoted
          index += 1
        } else if state == .recordStart, bytes[index] == 0x0A || bytes[index] == 0x0D {
          // A line with nothing on it is a blank record.
          state = bytes[index] == 0x0D ? .carriageReturn : .recordStart
          row.reset(index: row.index + 1)
          index += 1
        } else {
          state = .plain
        }
      case .plain:
        let start = index
        while index < end, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
          index += 1
        }
        append(bytes, start..<index)
        if index < end {
          try endField(bytes[index], body)
          index += 1
        }
      case .quoted:
        let start = index
        while index < end, bytes[index] != quote { index += 1 }
        append(bytes, start..<index)
        if index < end {
          state = .quote
          index += 1
        }
      case .quote:
        let byte = bytes[index]
        if byte == quote {
          row.bytes.append(quote)
          state = .quoted
          index += 1
        } else if byte == separator || byte == 0x0A || byte == 0x0D {
          try endField(byte, body)
          index += 1
        } else {
          // `"a"b`: what follows the closing quote is kept as it is.
          note(.strayQuote)
          state = .plain
        }
      }
      try checkSizes()
    }
  }

  /// Ends the text and passes on its last record.
  mutating func finish(_ body: (inout StreamedRow) throws -> Void) throws {
    switch state {
    case .recordStart, .carriageReturn: break
    case .fieldStart, .plain, .quote: try endField(0x0A, body)
    case .quoted:
      throw CSVError(.unterminatedQuote, at: location(of: column))
    }
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let part = bytes.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe row.bytes.append(contentsOf: $0) }
  }

  private func checkSizes() throws {
    if row.bytes.count - fieldStart > limits.textSize { throw longField() }
    if row.bytes.count > limits.rowSize {
      throw CSVError(
        .limit(
          name: "row-size", value: limits.rowSize,
          what: "record \(row.index + 1) has more than \(limits.rowSize) bytes of text"),
        at: location(of: column))
    }
  }

  private mutating func endField(
    _ end: UInt8, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    try checkSizes()
    try appendCell()
    column += 1
    fieldStart = row.bytes.count
    guard end != separator else {
      guard column < limits.columns else {
        throw CSVError(
          .limit(
            name: "columns", value: limits.columns,
            what: "record \(row.index + 1) has more fields than a sheet has columns"),
          at: location(of: column - 1))
      }
      state = .fieldStart
      return
    }
    widths[column, default: (0, row.index)].count += 1
    if !row.cells.isEmpty { try body(&row) }
    row.reset(index: row.index + 1)
    column = 0
    fieldStart = 0
    state = end == 0x0D ? .carriageReturn : .recordStart
  }

  private mutating func appendCell() throws {
    let end = row.bytes.count
    guard end > fieldStart else { return }
    if end - fieldStart > limits.textLength, utf16Length(fieldStart..<end) > limits.textLength {
      note(.longText)
    }
    var field = CSVTyping.Field(kind: .string)
    if typing == .inferred {
      field = CSVTyping.infer(row.bytes.span.extracting(fieldStart..<end))
      if let number = field.number {
        row.bytes.removeSubrange(fieldStart...)
        NumberText.append(number, to: &row.bytes)
      }
    }
    if row.bytes[fieldStart...].contains(0) { note(.nul) }
    guard let lower = Int32(exactly: fieldStart), let upper = Int32(exactly: row.bytes.count) else {
      throw longField()
    }
    row.cells.append(
      StreamedCell(column: column, style: field.style, kind: field.kind, text: lower..<upper))
  }

  private func utf16Length(_ range: Range<Int>) -> Int {
    row.bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  private mutating func note(_ oddity: Oddity) {
    oddities[
      oddity, default: (0, CellReference(row: row.index, column: column))
    ].count += 1
  }

  private func longField() -> CSVError {
    CSVError(
      .limit(
        name: "text-size", value: limits.textSize,
        what: "a field of record \(row.index + 1) is longer than a text may be; "
          + "perhaps a quote is missing"),
      at: location(of: column))
  }

  private func location(of column: Int) -> SourceLocation {
    var location = place
    location.range = CellRange(CellReference(row: row.index, column: column))
    return location
  }
}
