import Spreadsheet

/// A text as the key of a table, compared and hashed by its bytes.
///
/// The standard library brings both sides into a normal form first, which costs ten times as much for
/// Chinese texts. Cleaned texts need none of it.
package struct TextKey: Hashable, Sendable {
  /// The text.
  package let text: String

  /// Makes a key; no copy.
  package init(_ text: String) { self.text = text }

  package static func == (left: TextKey, right: TextKey) -> Bool {
    left.text.isSame(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Self.hash(text.utf8Span.span))
  }

  private static let hash = TextHash()
}

extension String {
  /// Whether two texts have the same bytes.
  package func isSame(as other: String) -> Bool {
    let one = utf8Span.span
    let two = other.utf8Span.span
    guard one.count == two.count else { return false }
    return unsafe one.withUnsafeBytes { left in
      unsafe two.withUnsafeBytes { right in
        var place = 0
        while place + 8 <= left.count {
          let word = unsafe left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if unsafe word != right.loadUnaligned(fromByteOffset: place, as: UInt64.self) {
            return false
          }
          place += 8
        }
        while place < left.count {
          if unsafe left[place] != right[place] { return false }
          place += 1
        }
        return true
      }
    }
  }
}
