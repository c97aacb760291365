/// A fast hash of bytes for tables in memory (a multiplication of 128 bits for every eight bytes).
///
/// No order and no output may depend on it: the seed is of chance, which keeps hostile texts from
/// sharing one slot of a table.
package struct TextHash: Sendable {
  private let seed = UInt64.random(in: .min ... .max)

  /// A hash with a seed of its own.
  package init() {}

  /// The hash of a text. Linear in its length.
  @inline(__always)
  package func callAsFunction(_ text: Span<UInt8>) -> UInt32 {
    let size = text.count
    var hash = seed ^ UInt64(truncatingIfNeeded: size)
    unsafe text.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= size {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        hash = Self.mix(hash ^ word)
        place += 8
      }
      var rest: UInt64 = 0
      while place < size {
        rest = unsafe rest << 8 | UInt64(bytes[place])
        place += 1
      }
      hash = Self.mix(hash ^ rest)
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
