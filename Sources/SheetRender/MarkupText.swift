internal import Spreadsheet

/// Escapes for HTML and Markdown.
///
/// Runs of bytes that mean nothing to the form are copied whole; a table of the 256 bytes finds the
/// others.
enum MarkupText {
  /// The bytes that HTML does not take as they are, and the first byte of the control characters of
  /// two bytes.
  private static let htmlBytes = table("&<>\"'\r\u{7F}")
  /// The same for a cell of a GitHub table.
  private static let markdownBytes = table("&<>\\|`*_[]~$\u{7F}")

  private static func table(_ special: String) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in special.utf8 { table[Int(byte)] = true }
    for byte in 0..<0x20 { table[byte] = true }
    table[0xC2] = true
    return table
  }

  /// Appends text for an element or a quoted attribute of HTML: all five characters are escaped,
  /// and what no page may hold becomes U+FFFD.
  static func appendHTML(_ text: Span<UInt8>, to output: inout [UInt8]) {
    append(text, htmlBytes, to: &output) { byte, _, output in
      switch byte {
      case UInt8(ascii: "&"): output.append(literal: "&amp;")
      case UInt8(ascii: "<"): output.append(literal: "&lt;")
      case UInt8(ascii: ">"): output.append(literal: "&gt;")
      case UInt8(ascii: "\""): output.append(literal: "&quot;")
      case UInt8(ascii: "'"): output.append(literal: "&#39;")
      case 0x0D: output.append(literal: "&#13;")
      case 0x09, 0x0A: output.append(byte)
      default: output.append(literal: "\u{FFFD}")
      }
    }
  }

  /// Appends text for an element or a quoted attribute of HTML.
  static func appendHTML(_ text: String, to output: inout [UInt8]) {
    appendHTML(text.utf8Span.span, to: &output)
  }

  /// Appends text for a cell of a GitHub table: one line, with nothing in it that means anything
  /// to Markdown or HTML.
  static func appendMarkdown(_ text: Span<UInt8>, to output: inout [UInt8]) {
    append(text, markdownBytes, to: &output) { byte, previous, output in
      switch byte {
      case UInt8(ascii: "&"): output.append(literal: "&amp;")
      case UInt8(ascii: "<"): output.append(literal: "&lt;")
      case UInt8(ascii: ">"): output.append(literal: "&gt;")
      case 0x0D: output.append(literal: "<br>")
      case 0x0A: if previous != 0x0D { output.append(literal: "<br>") }
      case 0x09: output.append(UInt8(ascii: " "))
      case 0x00..<0x20, 0x7F, 0xC2: output.append(literal: "\u{FFFD}")
      default:
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      }
    }
  }

  /// Appends text, and lets `replace` append what stands for a special byte; it is told the byte in
  /// front too. A control character of two bytes (U+0080 to U+009F) comes as its first one.
  @inline(__always)
  private static func append(
    _ text: Span<UInt8>, _ special: [Bool], to output: inout [UInt8],
    replace: (UInt8, UInt8, inout [UInt8]) -> Void
  ) {
    var run = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      guard special[Int(byte)] else {
        place += 1
        continue
      }
      var length = 1
      if byte == 0xC2 {
        guard place + 1 < text.count, text[place + 1] < 0xA0 else {
          place += 1
          continue
        }
        length = 2
      }
      if run < place { output.append(copying: text.extracting(run..<place)) }
      replace(byte, place > 0 ? text[place - 1] : 0, &output)
      place += length
      run = place
    }
    if run < place { output.append(copying: text.extracting(run..<place)) }
  }
}
