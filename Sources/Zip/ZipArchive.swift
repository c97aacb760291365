/// A zip archive that is read at any place through its central directory.
///
/// Opening checks the directory: that entries lie inside the archive, do not overlap and have
/// distinct names. Everything else is checked when an entry is read. Opening costs what the
/// directory holds, not what the archive does.
public struct ZipArchive: Sendable {
  /// The entries in the order of the central directory.
  public let entries: [ZipEntry]
  /// The limits that hold for this archive.
  public let limits: ZipLimits
  let source: any ByteSource
  let inflated = InflationCounter()
  let progress: [EntryProgress]
  private let places: [PartKey: Int]

  /// Opens an archive.
  public init(source: any ByteSource, limits: ZipLimits = ZipLimits()) throws(ZipError) {
    if source.count > limits.fileSize {
      throw .limit("file-size", limits.fileSize, "the file has \(source.count) bytes")
    }
    let end = try ArchiveEnd.find(in: source)
    let directory = try CentralDirectory(of: source, at: end, limits: limits)
    var places: [PartKey: Int] = [:]
    places.reserveCapacity(directory.entries.count)
    for entry in directory.entries where !entry.isDirectory {
      if let other = places.updateValue(entry.index, forKey: PartKey(entry.name)) {
        throw ZipError(
          .duplicate, entry: entry.shortName,
          "the archive has two entries of this name (the other is number \(other + 1))")
      }
    }
    self.source = source
    self.limits = limits
    self.places = places
    entries = directory.entries
    progress = entries.map { _ in EntryProgress() }
  }

  /// The entry with exactly this name, or nil.
  public func entry(named name: String) -> ZipEntry? {
    guard let entry = entry(forKey: PartKey(name)), entry.name == name else { return nil }
    return entry
  }

  /// The entry of a part, as packages compare names: letter case, backslashes, a slash in front
  /// and percent encoding make no difference.
  public func entry(forPart name: String) -> ZipEntry? {
    let key = PartKey(name)
    if let entry = entry(forKey: key) { return entry }
    return key.percentDecoded.flatMap { entry(forKey: $0) }
  }

  private func entry(forKey key: PartKey) -> ZipEntry? {
    places[key].map { entries[$0] }
  }
}

extension ZipArchive {
  /// A reader of an entry's inflated bytes.
  ///
  /// Throws for encrypted entries, methods other than stored and deflated, and entries whose local
  /// header contradicts the central directory.
  public func reader(for entry: ZipEntry) throws(ZipError) -> ZipEntryReader {
    try ZipEntryReader(entry, of: self)
  }

  /// All inflated bytes of an entry, verified; memory grows with what is there, not with what is
  /// claimed.
  public func contents(
    of entry: ZipEntry, limit: Int? = nil
  ) throws(ZipError) -> [UInt8] {
    let limit = min(limit ?? limits.partSize, limits.partSize)
    if entry.uncompressedSize > limit {
      throw .limit(
        "part-size", limit, entry: entry.shortName,
        "the part has \(entry.uncompressedSize) bytes")
    }
    var reader = try self.reader(for: entry)
    var bytes: [UInt8] = []
    var filled = 0
    // Entries that are not large come in one read where their size is possible: deflate packs a
    // byte into no less than 1/1032 of one. Others grow by doubling.
    let isPossible = entry.uncompressedSize / 1032 <= entry.compressedSize
    var room = min(max(entry.uncompressedSize, 1), isPossible ? 8 << 20 : 1 << 20)
    bytes.reserveCapacity(room + 64)
    while true {
      bytes.append(contentsOf: repeatElement(0, count: room))
      while filled < bytes.count {
        var failure: ZipError?
        var got = 0
        unsafe bytes.withUnsafeMutableBytes { buffer in
          do throws(ZipError) {
            got = try unsafe reader.read(
              into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
        if got == 0 {
          bytes.removeLast(bytes.count - filled)
          return bytes
        }
        filled += got
      }
      room = min(bytes.count, max(1, entry.uncompressedSize - bytes.count))
    }
  }
}
