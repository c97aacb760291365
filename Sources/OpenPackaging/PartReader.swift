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
  private var source: PartSource
  private let chunk: Int

  /// Opens an entry; `readsAhead` where another thread may inflate it.
  init(
    _ entry: ZipEntry, of archive: ZipArchive, chunk: Int, readsAhead: Bool
  ) throws(ZipError) {
    name = entry.name
    claimedSize = entry.uncompressedSize
    self.chunk = max(1, min(chunk, max(entry.uncompressedSize, 1)))
    buffer = []
    source = try PartSource(entry, of: archive, chunk: self.chunk, readsAhead: readsAhead)
  }

  /// Reads the next chunk; false at the end, which is reached only after the checksum and both
  /// sizes were found right.
  public mutating func next() throws(PackageError) -> Bool {
    if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: chunk) }
    var failure: ZipError?
    unsafe buffer.withUnsafeMutableBytes { bytes in
      do throws(ZipError) {
        count = try unsafe source.read(into: bytes)
      } catch {
        failure = error
      }
    }
    if let failure { throw .zip(failure) }
    return count > 0
  }

  /// Reads the next bytes into a stretch of `target` and returns how many; 0 is the end, which is
  /// reached only after the checksum and both sizes were found right.
  ///
  /// How many come at once depends on the room only, so equal room gives equal pieces. A part that is
  /// read ahead comes in its chunks, which must fit.
  public mutating func read(
    into target: inout [UInt8], at offset: Int, room: Int
  ) throws(PackageError) -> Int {
    precondition(offset >= 0 && room > 0 && room <= target.count - offset, "the stretch is there")
    var failure: ZipError?
    var size = 0
    unsafe target.withUnsafeMutableBytes { bytes in
      let stretch = unsafe UnsafeMutableRawBufferPointer(
        rebasing: bytes[offset..<(offset + room)])
      do throws(ZipError) {
        size = try unsafe source.read(into: stretch)
      } catch {
        failure = error
      }
    }
    if let failure { throw .zip(failure) }
    return size
  }

  /// Reads to the end, so that the checksum and both sizes are verified.
  public mutating func verifyRest() throws(PackageError) {
    while try next() {}
  }
}

/// Where the bytes of a part come from: this thread, or another that is ahead.
private struct PartSource: ~Copyable {
  private var reader: ZipEntryReader?
  private var ahead: ZipReadAhead?

  /// Parts of fewer bytes are read as they are needed: another thread is not worth it.
  private static let aheadSize = 1 << 20

  init(
    _ entry: ZipEntry, of archive: ZipArchive, chunk: Int, readsAhead: Bool
  ) throws(ZipError) {
    if readsAhead, entry.uncompressedSize >= Self.aheadSize {
      ahead = try ZipReadAhead(entry, of: archive, pieceSize: chunk)
    }
    if ahead == nil { reader = try archive.reader(for: entry) }
  }

  mutating func read(into bytes: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    if let size = try unsafe ahead?.read(into: bytes) { return size }
    return try unsafe reader?.read(into: bytes) ?? 0
  }
}
