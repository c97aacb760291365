import Testing

@testable import yilan

@Suite("Text on a terminal")
struct TerminalEscaperTests {
  @Test(
    "Control characters and marks of direction are spelled out, line ends and tabs stay",
    arguments: [
      ("a\tb\r\nc\n", "a\tb\r\nc\n"), ("\u{1B}[31m", "\\u{1b}[31m"), ("a\rb", "a\\u{d}b"),
      ("a\r", "a\\u{d}"),
      ("\r\r\n", "\\u{d}\r\n"), ("\u{9B}31m", "\\u{9b}31m"),
      ("\u{202E}x\u{2066}", "\\u{202e}x\\u{2066}"),
      ("\u{7F}\u{0}", "\\u{7f}\\u{0}"), ("é — 中 ± “甲”… €", "é — 中 ± “甲”… €"),
      ("Â\u{A0}", "Â\u{A0}"),
    ])
  func spelled(text: String, expected: String) {
    var whole = TerminalEscaper(isUTF8: true)
    let bytes = whole.escaped(text.utf8) + whole.rest()
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    var pieces = TerminalEscaper(isUTF8: true)
    var result: [UInt8] = []
    for byte in text.utf8 { result += pieces.escaped([byte]) }
    #expect(result + pieces.rest() == bytes)
  }

  @Test("Bytes of another encoding stay, but for control characters below 0x20")
  func otherEncoding() {
    var escaper = TerminalEscaper(isUTF8: false)
    #expect(escaper.escaped([0xC2, 0x9B, 0x1B, 0xE2, 0x80, 0xAE]).starts(with: [0xC2, 0x9B]))
    #expect(!escaper.escaped([0x1B]).contains(0x1B))
  }
}
