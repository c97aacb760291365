// Search by bytes. That of the standard library goes by characters and their canonical forms, which
// costs ten times as much, and cleaned texts need none of it.

extension String {
  /// Whether the bytes of a word stand in the text.
  public func holds(_ word: String) -> Bool { ByteSearch.holds(utf8Span.span, word.utf8Span.span) }

  /// Whether the text begins with the bytes of a word.
  public func begins(with word: String) -> Bool {
    ByteSearch.matches(utf8Span.span, at: 0, word.utf8Span.span)
  }

  /// Whether the text ends with the bytes of a word.
  public func ends(with word: String) -> Bool {
    ByteSearch.ends(utf8Span.span, word.utf8Span.span)
  }

  /// Whether there is a digit, of either width.
  public var holdsDigit: Bool { ByteSearch.holdsDigit(utf8Span.span) }
}

extension Substring {
  /// Whether the bytes of a word stand in the text.
  public func holds(_ word: String) -> Bool { ByteSearch.holds(utf8Span.span, word.utf8Span.span) }

  /// Whether the text begins with the bytes of a word.
  public func begins(with word: String) -> Bool {
    ByteSearch.matches(utf8Span.span, at: 0, word.utf8Span.span)
  }

  /// Whether the text ends with the bytes of a word.
  public func ends(with word: String) -> Bool {
    ByteSearch.ends(utf8Span.span, word.utf8Span.span)
  }

  /// The text without so many bytes at its beginning, which are those of whole scalars.
  func droppingFirst(bytes: Int) -> Substring { Substring(utf8.dropFirst(bytes)) }

  /// The text without so many bytes at its end, which are those of whole scalars.
  func droppingLast(bytes: Int) -> Substring { Substring(utf8.dropLast(bytes)) }
}

private enum ByteSearch {
  static func holds(_ text: Span<UInt8>, _ word: Span<UInt8>) -> Bool {
    guard !word.isEmpty, word.count <= text.count else { return false }
    let first = word[0]
    for start in 0...(text.count - word.count) where text[start] == first {
      if matches(text, at: start, word) { return true }
    }
    return false
  }

  static func matches(_ text: Span<UInt8>, at start: Int, _ word: Span<UInt8>) -> Bool {
    guard start >= 0, word.count <= text.count - start else { return false }
    for index in word.indices where text[start + index] != word[index] { return false }
    return true
  }

  static func ends(_ text: Span<UInt8>, _ word: Span<UInt8>) -> Bool {
    matches(text, at: text.count - word.count, word)
  }

  static func holdsDigit(_ text: Span<UInt8>) -> Bool {
    for position in text.indices {
      let byte = text[position]
      if byte >= 0x30, byte <= 0x39 { return true }
      // Full-width digits: EF BC 90 to EF BC 99.
      if byte == 0xEF, position + 2 < text.count, text[position + 1] == 0xBC,
        text[position + 2] >= 0x90, text[position + 2] <= 0x99
      {
        return true
      }
    }
    return false
  }
}
