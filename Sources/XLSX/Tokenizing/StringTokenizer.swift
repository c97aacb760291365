/// Reads shared strings in the form that programs write: plain text, runs, phonetic hints.
struct StringTokenizer {
  /// A text of the string, in the bytes that the tokenizer looks at.
  struct Piece {
    var range: Range<Int>
    var hasReferences: Bool
  }

  /// What a look at the bytes found.
  enum Outcome {
    /// A whole string, in `pieces`; the offset is that behind it.
    case string(end: Int)
    /// An end tag is next.
    case end
    /// Something that is not known for certain, seen at an offset.
    case declined(at: Int)
  }

  /// The texts of the string that was found, in order.
  private(set) var pieces: [Piece] = []
  /// Line feeds up to the end of the string.
  private(set) var lines = 0
  private(set) var reason = DeclineReason.element
  /// Whether strings with runs are left to the XML parser, which keeps their fonts.
  let declinesRuns: Bool

  init(declinesRuns: Bool) {
    self.declinesRuns = declinesRuns
  }

  /// Looks at the bytes from an offset on; `ByteCursor.padding` zeros stand behind them.
  mutating func next(_ bytes: UnsafePointer<UInt8>, from offset: Int) -> Outcome {
    var cursor = unsafe ByteCursor(bytes, at: offset)
    cursor.skipBlanks()
    if !pieces.isEmpty { pieces.removeAll(keepingCapacity: true) }
    guard cursor.skip("<si>") else {
      if cursor.skip("</") { return .end }
      reason = .element
      return .declined(at: cursor.offset)
    }
    while true {
      if cursor.skip("<t") {
        guard readText(&cursor, isKept: true) else { return .declined(at: cursor.offset) }
      } else if cursor.skip("</si>") {
        lines = cursor.lines
        return .string(end: cursor.offset)
      } else {
        guard readOther(&cursor) else { return .declined(at: cursor.offset) }
      }
    }
  }
}

extension StringTokenizer {
  /// The text behind `<t`, and its end tag.
  @inline(__always)
  private mutating func readText(_ cursor: inout ByteCursor, isKept: Bool) -> Bool {
    if cursor.skip("/>") { return true }
    reason = .attribute
    guard cursor.skip(UInt8(ascii: ">")) || cursor.skip(" xml:space=\"preserve\">") else {
      return false
    }
    let start = cursor.offset
    var hasReferences = false
    reason = .text
    guard cursor.skipText(&hasReferences) else { return false }
    if isKept {
      pieces.append(Piece(range: start..<cursor.offset, hasReferences: hasReferences))
    }
    reason = .element
    return cursor.skip("</t>")
  }

  /// What may stand in a string beside its text: blanks, runs, phonetic hints.
  private mutating func readOther(_ cursor: inout ByteCursor) -> Bool {
    cursor.skipBlanks()
    if cursor.skip("<r>") {
      reason = .element
      return !declinesRuns && readRun(&cursor)
    }
    if cursor.skip("<rPh") {
      guard readAttributes(&cursor), cursor.skip("><t") else { return false }
      return readText(&cursor, isKept: false) && cursor.skip("</rPh>")
    }
    if cursor.skip("<phoneticPr") { return readAttributes(&cursor) && cursor.skip("/>") }
    reason = .element
    return cursor.matchesNext("<t") || cursor.matchesNext("</si>")
  }

  private mutating func readRun(_ cursor: inout ByteCursor) -> Bool {
    cursor.skipBlanks()
    if cursor.skip("<rPr>") {
      while true {
        cursor.skipBlanks()
        if cursor.skip("</rPr>") { break }
        guard cursor.skip(UInt8(ascii: "<")) else { return false }
        let name = cursor.skipName()
        guard cursor.isPlainName(name), readAttributes(&cursor), cursor.skip("/>") else {
          return false
        }
      }
    } else {
      _ = cursor.skip("<rPr/>")
    }
    cursor.skipBlanks()
    guard cursor.skip("<t"), readText(&cursor, isKept: true) else { return false }
    cursor.skipBlanks()
    return cursor.skip("</r>")
  }

  /// Attributes without prefix whose values do not matter; none may be there twice.
  private mutating func readAttributes(_ cursor: inout ByteCursor) -> Bool {
    reason = .attribute
    var names: [Range<Int>] = []
    while cursor.skip(UInt8(ascii: " ")) {
      cursor.skipSpaces()
      let name = cursor.skipName()
      if name.isEmpty { break }
      guard cursor.isPlainName(name), names.count < 8,
        !names.contains(where: { cursor.areEqual($0, name) }),
        cursor.skip("=\""), cursor.skipValue() != nil
      else { return false }
      names.append(name)
    }
    return true
  }
}
