/// The text of a Swift file with comments and string literals blanked out.
///
/// Line breaks stay, so that a position in the result has the line number of the file. The
/// interpolations of a string are blanked with it.
struct SwiftText {
  let bytes: [UInt8]

  init(_ source: [UInt8]) {
    var scanner = Scanner(source)
    scanner.run()
    bytes = scanner.output
  }

  /// The lines, without their line breaks.
  var lines: [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The lines, counted from one, that hold a text.
  func lines(holding text: String) -> [Int] {
    let needle = Array(text.utf8)
    return lineNumbers { index in
      index + needle.count <= bytes.count && bytes[index] == needle[0]
        && bytes[index..<(index + needle.count)].elementsEqual(needle)
    }
  }

  /// The lines that force a value: `x!`, `f()!`, `a[0]!`, `try!`, `as!`.
  func linesForcingValues() -> [Int] {
    lineNumbers { index in
      guard bytes[index] == UInt8(ascii: "!"), index > 0 else { return false }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "=") { return false }
      return SwiftText.endsExpression(bytes[index - 1])
    }
  }

  private func lineNumbers(where matches: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var line = 1
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      if matches(index), found.last != line { found.append(line) }
    }
    return found
  }

  private static func endsExpression(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), 0x80...:
      true
    default: false
    }
  }
}

/// Copies Swift text and blanks comments and strings on the way.
private struct Scanner {
  let source: [UInt8]
  var output: [UInt8] = []
  var index = 0

  init(_ source: [UInt8]) {
    self.source = source
    output.reserveCapacity(source.count)
  }

  mutating func run() {
    while index < source.count {
      if starts("//") {
        while index < source.count, source[index] != UInt8(ascii: "\n") { blank() }
      } else if starts("/*") {
        blockComment()
      } else if source[index] == UInt8(ascii: "#") || source[index] == UInt8(ascii: "\"") {
        stringOrPlain()
      } else {
        output.append(source[index])
        index += 1
      }
    }
  }

  /// Block comments nest in Swift.
  private mutating func blockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        blank(2)
      } else if starts("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && index < source.count
  }

  private mutating func stringOrPlain() {
    var pounds = 0
    while index + pounds < source.count, source[index + pounds] == UInt8(ascii: "#") { pounds += 1 }
    guard index + pounds < source.count, source[index + pounds] == UInt8(ascii: "\"") else {
      output.append(contentsOf: source[index..<(index + max(pounds, 1))])
      index += max(pounds, 1)
      return
    }
    let hashes = String(repeating: "#", count: pounds)
    let isMultiline = starts(hashes + "\"\"\"")
    let quote = isMultiline ? "\"\"\"" : "\""
    blank(pounds + quote.utf8.count)
    literal(end: quote + hashes, escape: "\\" + hashes)
  }

  private mutating func literal(end: String, escape: String) {
    while index < source.count, !starts(end) {
      if starts(escape + "(") {
        blank(escape.utf8.count + 1)
        interpolation()
      } else if starts(escape) {
        blank(escape.utf8.count + 1)
      } else if source[index] == UInt8(ascii: "\n"), !end.hasPrefix("\"\"\"") {
        return
      } else {
        blank()
      }
    }
    blank(end.utf8.count)
  }

  private mutating func interpolation() {
    var depth = 1
    while index < source.count, depth > 0 {
      switch source[index] {
      case UInt8(ascii: "\""):
        blank()
        literal(end: "\"", escape: "\\")
      case UInt8(ascii: "("):
        depth += 1
        blank()
      case UInt8(ascii: ")"):
        depth -= 1
        blank()
      default: blank()
      }
    }
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where index < source.count {
      output.append(source[index] == UInt8(ascii: "\n") ? source[index] : UInt8(ascii: " "))
      index += 1
    }
  }

  private func starts(_ text: String) -> Bool {
    var position = index
    for byte in text.utf8 {
      guard position < source.count, source[position] == byte else { return false }
      position += 1
    }
    return true
  }
}
