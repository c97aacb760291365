/// Deflate streams put together by hand (RFC 1951).
enum RawDeflate {
  /// Stored blocks: no byte is packed.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = []
    var place = 0
    repeat {
      let size = min(65_535, bytes.count - place)
      stream.append(place + size == bytes.count ? 1 : 0)
      stream += RawZip.u16(size) + RawZip.u16(~size)
      stream += bytes[place..<(place + size)]
      place += size
    } while place < bytes.count
    return stream
  }

  /// Text with one byte repeated so many times in the middle: 258 bytes in 13 bits, a bomb.
  static func bomb(_ head: [UInt8], repeating byte: UInt8, times: Int, _ tail: [UInt8]) -> [UInt8] {
    var bits = BitWriter()
    bits.add(1, 1)
    bits.add(1, 2)
    for byte in head { bits.literal(byte) }
    var left = times
    if left > 0 {
      bits.literal(byte)
      left -= 1
    }
    while left >= 258 {
      // Length 258 is symbol 285, distance 1 is symbol 0.
      bits.code(0b1100_0101, 8)
      bits.code(0, 5)
      left -= 258
    }
    for _ in 0..<left { bits.literal(byte) }
    for byte in tail { bits.literal(byte) }
    bits.code(0, 7)
    return bits.finished
  }

  /// Writes bits from the lowest of each byte on.
  private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending = 0
    private var count = 0

    mutating func add(_ value: Int, _ width: Int) {
      pending |= value << count
      count += width
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }

    /// A Huffman code, its highest bit first.
    mutating func code(_ value: Int, _ width: Int) {
      for bit in (0..<width).reversed() { add(value >> bit & 1, 1) }
    }

    mutating func literal(_ byte: UInt8) {
      if byte < 144 {
        code(0x30 + Int(byte), 8)
      } else {
        code(0x190 + Int(byte) - 144, 9)
      }
    }

    var finished: [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
  }
}
