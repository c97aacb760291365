/// Bytes in memory as a source, such as an archive inside another one.
public struct MemoryByteSource: ByteSource {
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a source of bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// Copies bytes from `offset` on into `buffer` and returns how many.
  public func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ZipError) -> Int {
    guard offset >= 0, offset < bytes.count else { return 0 }
    let size = min(unsafe buffer.count, bytes.count - offset)
    unsafe bytes.withUnsafeBytes { all in
      let part = unsafe UnsafeRawBufferPointer(rebasing: all[offset..<(offset + size)])
      unsafe buffer.copyMemory(from: part)
    }
    return size
  }
}
