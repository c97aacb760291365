internal import Spreadsheet

/// Where long texts stand, so that one which comes again and again is held once.
///
/// A workbook may hold a text once and show it in a million cells. The cache has a fixed number of places; a text
/// whose place another one took is held again.
struct LongTextCache: Sendable {
  private static let shortest = 64
  private static let places = 1024
  private var ranges: [Range<Int>] = []
  private let hash = TextHash()

  /// The offset of an equal text that was kept, or nil.
  func place(of text: Span<UInt8>, in bytes: [UInt8]) -> Int? {
    guard text.count >= Self.shortest, !ranges.isEmpty else { return nil }
    let range = ranges[slot(text)]
    guard range.count == text.count, range.upperBound <= bytes.count else { return nil }
    for position in 0..<text.count where bytes[range.lowerBound + position] != text[position] {
      return nil
    }
    return range.lowerBound
  }

  /// Keeps where a text stands.
  mutating func keep(_ text: Span<UInt8>, at offset: Int) {
    guard text.count >= Self.shortest else { return }
    if ranges.isEmpty { ranges = Array(repeating: 0..<0, count: Self.places) }
    ranges[slot(text)] = offset..<offset + text.count
  }

  private func slot(_ text: Span<UInt8>) -> Int { Int(hash(text)) % Self.places }
}
