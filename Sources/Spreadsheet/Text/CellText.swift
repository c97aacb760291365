/// Turns the cells of streamed rows to text, typed or as shown, with no String on the way.
public struct CellText: Sendable {
  /// The formats by style index.
  public let formats: [NumberFormat]
  /// The day from which dates count.
  public let dateSystem: DateSystem
  private let kinds: [NumberFormat.Kind]
  private let changesText: [Bool]
  private let isPlainGeneral: [Bool]
  private let plainPlaces: [PlainPlaces?]

  /// Makes the way to text for the cells of a workbook.
  public init(formats: [NumberFormat], dateSystem: DateSystem) {
    self.formats = formats
    self.dateSystem = dateSystem
    kinds = formats.map(\.kind)
    changesText = formats.map(\.changesText)
    isPlainGeneral = formats.map(\.isPlainGeneral)
    plainPlaces = formats.map(\.plainPlaces)
  }
}

extension CellText {
  /// The format of a cell; `General` for a style that is not there.
  public func format(of cell: StreamedCell) -> NumberFormat {
    let style = Int(cell.style)
    return formats.indices.contains(style) ? formats[style] : .general
  }

  /// Whether a text in the cell is displayed otherwise than as it is.
  public func changesText(of cell: StreamedCell) -> Bool {
    let style = Int(cell.style)
    return changesText.indices.contains(style) && changesText[style]
  }

  /// What numbers are under the style of a cell.
  public func kind(of cell: StreamedCell) -> NumberFormat.Kind {
    let style = Int(cell.style)
    return kinds.indices.contains(style) ? kinds[style] : .general
  }

  /// What the number of a cell is by its format; nil where the cell holds no number.
  public func number(of cell: StreamedCell, in row: StreamedRow) -> TypedNumber? {
    guard cell.kind == .number,
      let value = NumberText.value(of: row.bytes.span.extracting(row.place(of: cell)))
    else {
      return nil
    }
    return TypedNumber(value, kind: kind(of: cell), dateSystem: dateSystem)
  }

  /// Appends the value: shortest round-trip numbers, dates in ISO 8601, `true` and `false`, text
  /// and error codes as they are. Nothing for a blank.
  public func appendTyped(_ cell: StreamedCell, of row: StreamedRow, to output: inout [UInt8]) {
    switch cell.kind {
    case .empty: break
    case .string, .error: output.append(copying: row.bytes.span.extracting(row.place(of: cell)))
    case .boolean: output.append(literal: row.isTrue(cell) ? "true" : "false")
    case .number:
      if kind(of: cell).isDate, let number = number(of: cell, in: row) {
        number.append(dateSystem: dateSystem, to: &output)
        return
      }
      let bytes = row.bytes.span.extracting(row.place(of: cell))
      if cell.isShortest || !NumberText.append(spelling: bytes, to: &output) {
        output.append(copying: bytes)
      }
    }
  }

  /// Appends the text that a spreadsheet program displays in a cell that is wide enough.
  public func appendShown(_ cell: StreamedCell, of row: StreamedRow, to output: inout [UInt8]) {
    let style = Int(cell.style)
    switch cell.kind {
    case .empty: break
    case .error: output.append(contentsOf: row.bytes[row.place(of: cell)])
    case .boolean: output.append(literal: row.isTrue(cell) ? "TRUE" : "FALSE")
    case .string:
      let place = row.place(of: cell)
      if changesText(of: cell) {
        formats[style].appendShown(text: row.bytes[place], to: &output)
      } else {
        output.append(copying: row.bytes.span.extracting(place))
      }
    case .number:
      let bytes = row.bytes.span.extracting(row.place(of: cell))
      let isShortest = cell.isShortest || NumberText.isShortest(bytes)
      if isShortest, bytes.count <= 10,
        !isPlainGeneral.indices.contains(style) || isPlainGeneral[style]
      {
        output.append(copying: bytes)
      } else if isShortest, plainPlaces.indices.contains(style), let places = plainPlaces[style] {
        appendShown(shortest: bytes, places, format: style, to: &output)
      } else if let value = NumberText.value(of: bytes) {
        format(of: cell).appendShown(value, dateSystem: dateSystem, to: &output) {
          isShortest ? DecimalDigits(shortest: bytes) : DecimalDigits(value.magnitude)
        }
      } else {
        output.append(copying: bytes)
      }
    }
  }
}

extension CellText {
  /// Appends a number that a file spells in the shortest way, which is not turned into a double.
  private func appendShown(
    shortest bytes: Span<UInt8>, _ places: PlainPlaces, format: Int, to output: inout [UInt8]
  ) {
    let digits = DecimalDigits(shortest: bytes)
    if bytes[0] == UInt8(ascii: "-"), !digits.isZero { output.append(UInt8(ascii: "-")) }
    if !places.append(digits, to: &output) {
      formats[format].appendNumber(digits, to: &output)
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a literal in one copy.
  @inlinable
  package mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of a span in one copy.
  @inlinable
  public mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension StreamedRow {
  /// The bytes of a cell; none where it points outside of the row's bytes.
  public func place(of cell: StreamedCell) -> Range<Int> {
    let lower = Int(cell.text.lowerBound)
    let upper = Int(cell.text.upperBound)
    return lower >= 0 && upper <= bytes.count ? lower..<upper : 0..<0
  }

  /// Whether a boolean cell is true.
  public func isTrue(_ cell: StreamedCell) -> Bool {
    bytes[place(of: cell)].first == UInt8(ascii: "1")
  }
}
