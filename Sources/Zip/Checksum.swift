import CLibDeflate
import CZlib

/// A CRC-32 over bytes that come in pieces (libdeflate's is several times as fast as zlib's).
struct Checksum {
  /// The checksum of the bytes so far.
  private(set) var value: UInt32 = 0

  /// Takes more bytes in.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    value = unsafe libdeflate_crc32(value, bytes.baseAddress, bytes.count)
  }

  /// Takes in bytes of which only the checksum is known.
  mutating func append(_ other: Checksum, size: Int) {
    value = UInt32(
      truncatingIfNeeded: crc32_combine(UInt(value), UInt(other.value), CLong(size)))
  }

  /// The checksum of bytes in memory.
  static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum()
    unsafe bytes.withUnsafeBytes { unsafe checksum.update($0) }
    return checksum.value
  }
}
