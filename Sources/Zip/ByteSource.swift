/// Bytes of known number that can be read at any place: a file, or memory.
public protocol ByteSource: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// Copies bytes from `offset` on into `buffer` and returns how many.
  ///
  /// Fewer than fit are returned at the end only; 0 at or past it.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int
}

extension ByteSource {
  /// The bytes of a range that is cut to what is there; `count` is bounded by the source.
  func bytes(at offset: Int, count wanted: Int) throws(ZipError) -> [UInt8] {
    guard offset >= 0, offset < count, wanted > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(wanted, count - offset))
    var failure: ZipError?
    var got = 0
    unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ZipError) {
        got = try unsafe self.read(at: offset, into: buffer)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    if got < bytes.count {
      throw ZipError(.truncated, "the file became shorter while it was read")
    }
    return bytes
  }
}
