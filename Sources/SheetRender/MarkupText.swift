/// Escapes for HTML and Markdown.
enum MarkupText {
  /// Appends text for an element or a quoted attribute of HTML: all five characters are escaped,
  /// and what no page may hold becomes U+FFFD.
  static func appendHTML(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    var previous: UInt8 = 0
    for byte in text {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
      case 0x0D: output.append(contentsOf: "&#13;".utf8)
      case 0x09, 0x0A: output.append(byte)
      case 0x00..<0x20, 0x7F: output.append(contentsOf: "\u{FFFD}".utf8)
      case 0x80...0x9F where previous == 0xC2: replaceLast(of: &output)
      default: output.append(byte)
      }
    }
  }

  /// Appends text for a cell of a GitHub table: one line, with nothing in it that means anything
  /// to Markdown or HTML.
  static func appendMarkdown(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"),
        UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"),
        UInt8(ascii: "$"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0D: output.append(contentsOf: "<br>".utf8)
      case 0x0A: if previous != 0x0D { output.append(contentsOf: "<br>".utf8) }
      case 0x09: output.append(UInt8(ascii: " "))
      case 0x00..<0x20, 0x7F: output.append(contentsOf: "\u{FFFD}".utf8)
      case 0x80...0x9F where previous == 0xC2: replaceLast(of: &output)
      default: output.append(byte)
      }
      previous = byte
    }
  }

  /// Puts U+FFFD in the place of a control character of two bytes, the first of which was appended.
  private static func replaceLast(of output: inout [UInt8]) {
    if output.last == 0xC2 { output.removeLast() }
    output.append(contentsOf: "\u{FFFD}".utf8)
  }
}
