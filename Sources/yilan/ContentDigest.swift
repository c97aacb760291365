import Zip

/// A digest of a file's bytes, which tells copies of a file and puts files of one name in order.
///
/// It is no protection against forgery: two submissions count as copies only where they also say the
/// same.
struct ContentDigest {
  private var one: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var other: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private var count = 0

  /// The digest of all bytes of a source, as 32 hexadecimal digits.
  static func text(of source: any ByteSource) throws -> String {
    var digest = ContentDigest()
    var buffer = [UInt8](repeating: 0, count: min(max(source.count, 8), 256 << 10))
    var offset = 0
    while offset < source.count {
      let place = offset
      let got = try unsafe buffer.withUnsafeMutableBytes {
        try unsafe source.read(at: place, into: $0)
      }
      if got == 0 { break }
      unsafe buffer.withUnsafeBytes {
        unsafe digest.add(UnsafeRawBufferPointer(rebasing: $0[..<got]))
      }
      offset += got
    }
    return digest.text
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 8 <= bytes.count {
      mix(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(unsafe bytes[place])
      place += 1
    }
    mix(rest)
    count += bytes.count
  }

  private mutating func mix(_ word: UInt64) {
    one = (one ^ word) &* 0xFF51_AFD7_ED55_8CCD
    one ^= one >> 32
    other = (other &+ word) &* 0xC4CE_B9FE_1A85_EC53
    other ^= other >> 29
  }

  private var text: String {
    [one ^ UInt64(count), other].map { part in
      let digits = String(part, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
