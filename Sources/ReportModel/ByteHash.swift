/// A hash of bytes that is the same in every run (FNV-1a, 64 bits).
package struct ByteHash {
  /// The number so far.
  package private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash of nothing; other seeds give other hashes.
  package init(seed: UInt64 = 0) {
    state ^= seed &* 0x9e37_79b9_7f4a_7c15
  }

  /// Takes in the bytes of a text.
  package mutating func add(_ text: String) {
    let bytes = text.utf8Span.span
    for index in bytes.indices { add(bytes[index]) }
  }

  /// Takes in a byte.
  package mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
