// Merged ranges stand behind the rows. To know them first the part is inflated once more, and its
// rows are skipped by their bytes: searching for `</sheetData` is many times faster than parsing.
// Comments, CDATA and instructions could hide or fake that tag, and UTF-16 spells it otherwise, so
// any of these ends the skimming, and the part is parsed as a whole.

/// Passes on the bytes of a sheet without what stands between `<sheetData>` and `</sheetData>`.
struct RowSkimmer {
  private enum Place { case head, rows, tail }

  private var place = Place.head
  /// The last bytes of what was seen, in which a tag may have begun.
  private var carry: [UInt8] = []
  private var hasSeenBytes = false
  private static let word = Array("sheetData".utf8)

  /// Looks at the next bytes; false where the part must be parsed as a whole.
  mutating func skim(_ chunk: Span<UInt8>, _ pass: (Span<UInt8>) -> Void) -> Bool {
    var bytes = carry
    bytes.append(chunk)
    carry = []
    if !hasSeenBytes {
      hasSeenBytes = true
      // Anything but `<` or the mark of UTF-8 may be another encoding.
      guard bytes[0] == 0x3C || bytes[0] == 0xEF, bytes.count < 2 || bytes[1] != 0 else {
        return false
      }
    }
    var start = 0
    while true {
      switch place {
      case .tail:
        pass(bytes.span.extracting(start..<bytes.count))
        return true
      case .head:
        guard let found = Self.find(in: bytes, from: start) else {
          return hold(bytes, from: start, pass)
        }
        // The tag must be whole before it is judged.
        guard let close = bytes[found...].firstIndex(of: 0x3E) else {
          carry = Array(bytes[start...])
          return carry.count < 64 << 10
        }
        guard isTag(bytes, at: found, closing: false), !hasMarkup(bytes, start..<found),
          close == found + Self.word.count
        else { return false }
        pass(bytes.span.extracting(start..<(close + 1)))
        start = close + 1
        place = .rows
      case .rows:
        guard let found = Self.find(in: bytes, from: start) else {
          if hasMarkup(bytes, start..<bytes.count) { return false }
          carry = Array(bytes[max(start, bytes.count - 64)...])
          return true
        }
        guard !hasMarkup(bytes, start..<found) else { return false }
        guard found + Self.word.count < bytes.count else {
          carry = Array(bytes[max(start, found - 64)...])
          return true
        }
        guard isTag(bytes, at: found, closing: true) else {
          // The word in a text.
          start = found + Self.word.count
          continue
        }
        var open = found
        while open > 0, bytes[open] != 0x3C { open -= 1 }
        pass(bytes.span.extracting(open..<bytes.count))
        place = .tail
        return true
      }
    }
  }

  /// Passes on the head but for its last bytes, in which the tag may have begun.
  private mutating func hold(
    _ bytes: [UInt8], from start: Int, _ pass: (Span<UInt8>) -> Void
  ) -> Bool {
    if hasMarkup(bytes, start..<bytes.count) { return false }
    let end = max(start, bytes.count - 64)
    if end > start { pass(bytes.span.extracting(start..<end)) }
    carry = Array(bytes[end...])
    return true
  }

  /// Whether `<sheetData>`, `</sheetData>` or the same with a prefix stands there.
  private func isTag(_ bytes: [UInt8], at place: Int, closing: Bool) -> Bool {
    var index = place - 1
    if index >= 0, bytes[index] == 0x3A {
      index -= 1
      while index >= 0, place - index < 50, bytes[index] != 0x3C, bytes[index] != 0x2F,
        bytes[index] > 0x20, bytes[index] != 0x3E
      {
        index -= 1
      }
    }
    guard index >= 0 else { return false }
    if closing {
      guard bytes[index] == 0x2F, index > 0 else { return false }
      index -= 1
    }
    guard bytes[index] == 0x3C else { return false }
    let next = bytes[place + Self.word.count]
    return next == 0x3E || (closing && next <= 0x20)
  }

  /// Whether a comment, CDATA, an instruction or a declaration begins in a range.
  private func hasMarkup(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let place = place
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = max(range.lowerBound, 1)
      while index < range.upperBound {
        // The declaration of XML itself stands at the very front, behind a mark at most.
        if unsafe bytes[index - 1] == 0x3C,
          unsafe bytes[index] == 0x21 || (bytes[index] == 0x3F && (place != .head || index > 4))
        {
          return true
        }
        index += 1
      }
      return false
    }
  }

  private static func find(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = start
      let last = bytes.count - word.count
      // `D` is rare in sheets, so it is what the search looks for.
      while index <= last {
        if unsafe bytes[index + 5] == 0x44 {
          var matched = 0
          while matched < word.count, unsafe bytes[index + matched] == word[matched] {
            matched += 1
          }
          if matched == word.count { return index }
        }
        index += 1
      }
      return nil
    }
  }
}
