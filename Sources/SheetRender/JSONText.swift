internal import Spreadsheet

/// The escapes of JSON (RFC 8259).
enum JSONText {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Appends a string with its quotes. Bytes that are not UTF-8 must not come here.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    appendEscaped(text, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  static func append(_ text: String, to output: inout [UInt8]) {
    append(text.utf8Span.span, to: &output)
  }

  /// Appends what stands between the quotes.
  private static func appendEscaped(_ text: Span<UInt8>, to output: inout [UInt8]) {
    guard needsEscapes(text) else { return output.append(copying: text) }
    for index in text.indices { appendEscaped(text[index], to: &output) }
  }

  /// Whether a text has something to escape.
  static func needsEscapes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
    }
    return false
  }

  private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output.append(literal: "\\\"")
    case UInt8(ascii: "\\"): output.append(literal: "\\\\")
    case 0x08: output.append(literal: "\\b")
    case 0x09: output.append(literal: "\\t")
    case 0x0A: output.append(literal: "\\n")
    case 0x0C: output.append(literal: "\\f")
    case 0x0D: output.append(literal: "\\r")
    // DELETE needs no escape by the standard, but it is a control character on a terminal.
    case 0x00..<0x20, 0x7F:
      output.append(literal: "\\u00")
      output.append(hexadecimal[Int(byte >> 4)])
      output.append(hexadecimal[Int(byte & 15)])
    default: output.append(byte)
    }
  }

  /// Appends the value of a cell: a number, `true` or `false`, or a string.
  static func appendValue(
    _ cell: StreamedCell, of row: StreamedRow, text: CellText, to output: inout [UInt8]
  ) {
    switch cell.kind {
    case .empty: output.append(literal: "null")
    case .boolean: output.append(literal: row.isTrue(cell) ? "true" : "false")
    case .string, .error: append(row.bytes.span.extracting(row.place(of: cell)), to: &output)
    case .number:
      guard let number = text.number(of: cell, in: row) else {
        append(row.bytes.span.extracting(row.place(of: cell)), to: &output)
        return
      }
      if case .number = number {
        text.appendTyped(cell, of: row, to: &output)
      } else {
        output.append(UInt8(ascii: "\""))
        number.append(dateSystem: text.dateSystem, to: &output)
        output.append(UInt8(ascii: "\""))
      }
    }
  }

  /// Appends the shown text of a cell as a string.
  static func appendShown(
    _ cell: StreamedCell, of row: StreamedRow, text: CellText, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    let start = output.count
    text.appendShown(cell, of: row, to: &output)
    if needsEscapes(output.span.extracting(start...)) {
      let shown = Array(output[start...])
      output.removeSubrange(start...)
      appendEscaped(shown.span, to: &output)
    }
    output.append(UInt8(ascii: "\""))
  }
}
