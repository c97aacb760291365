/// Makes texts of bytes in UTF-8, and of equal ones only one.
///
/// A text that many cells share is neither decoded nor held many times. Short texts need no storage
/// and are not remembered.
package struct TextPool: Sendable {
  private var texts: [String] = []
  private var hashes: [UInt32] = []
  private var slots: [Int32] = []
  private let hash = TextHash()
  /// Texts that are remembered; enough for the words of a table, not for a book.
  private static let remembered = 100_000
  /// Texts of so many bytes are remembered in any case.
  private static let longText = 256
  /// The bytes that a String holds without storage.
  private static let inlineBytes = 15

  /// An empty pool.
  package init() {}

  /// The text of bytes that are UTF-8.
  package mutating func text(_ bytes: Span<UInt8>) -> String {
    if bytes.count <= Self.inlineBytes { return Self.decoded(bytes) }
    if slots.isEmpty { slots = [Int32](repeating: -1, count: 256) }
    let hash = hash(bytes)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, Self.isEqual(texts[index].utf8Span.span, bytes) {
        return texts[index]
      }
      slot = (slot + 1) & mask
    }
    let text = Self.decoded(bytes)
    guard texts.count < Self.remembered || bytes.count >= Self.longText else { return text }
    slots[slot] = Int32(truncatingIfNeeded: texts.count)
    texts.append(text)
    hashes.append(hash)
    if texts.count * 2 > slots.count { grow() }
    return text
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  private static func decoded(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private static func isEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }
}
