extension String {
  /// Whether the bytes of a word stand in the text.
  ///
  /// The search of the standard library goes by characters, which costs ten times as much here.
  func holds(_ word: String) -> Bool {
    let text = utf8Span.span
    let word = word.utf8Span.span
    guard let first = word.isEmpty ? nil : word[0], word.count <= text.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      var length = 1
      while length < word.count, text[start + length] == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }

  /// Whether there is a digit, of either width.
  var holdsDigit: Bool {
    let text = utf8Span.span
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
