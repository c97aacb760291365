internal import Zip

/// The inflated bytes of one part, in chunks of a fixed size; the seam below which nobody knows zip.
///
///     while try reader.next() { use(reader.buffer.span.extracting(0..<reader.count)) }
public struct PartReader: ~Copyable {
  /// The name of the part.
  public let name: String
  /// The bytes that the archive claims the part has; verified at its end only.
  public let claimedSize: Int
  /// Holds the chunk in its first `count` bytes.
  public private(set) var buffer: [UInt8]
  /// Bytes of the chunk.
  public private(set) var count = 0
  private var reader: ZipEntryReader

  init(_ reader: consuming ZipEntryReader, entry: ZipEntry, chunk: Int) {
    name = entry.name
    claimedSize = entry.uncompressedSize
    buffer = [UInt8](repeating: 0, count: max(1, min(chunk, max(entry.uncompressedSize, 1))))
    self.reader = reader
  }

  /// Reads the next chunk; false at the end, which is reached only after the checksum and both
  /// sizes were found right.
  public mutating func next() throws(PackageError) -> Bool {
    var failure: ZipError?
    unsafe buffer.withUnsafeMutableBytes { bytes in
      do throws(ZipError) {
        count = try unsafe reader.read(into: bytes)
      } catch {
        failure = error
      }
    }
    if let failure { throw .zip(failure) }
    return count > 0
  }

  /// Reads to the end, so that the checksum and both sizes are verified.
  public mutating func verifyRest() throws(PackageError) {
    while try next() {}
  }
}
