// Reading the records of the central directory (APPNOTE 4.3.12).

/// The entries that a central directory lists.
struct CentralDirectory {
  /// The entries in their order.
  private(set) var entries: [ZipEntry] = []

  private static let recordSize = 46
  private static let longestName = 4_096

  /// Reads the directory at `end`.
  init(of source: some ByteSource, at end: ArchiveEnd, limits: ZipLimits) throws(ZipError) {
    if end.entryCount > limits.entries {
      throw .limit("entries", limits.entries, "the archive has \(end.entryCount) entries")
    }
    if end.directorySize > limits.centralDirectorySize {
      throw .limit(
        "entries", limits.entries,
        "the central directory takes \(end.directorySize) bytes, far more than its entries need")
    }
    let bytes = try source.bytes(at: end.directoryOffset, count: end.directorySize)
    var place = 0
    while place < bytes.count {
      if bytes.uint32(at: place) == 0x0505_4B50 {
        // A digital signature may follow the records; it is the last thing.
        guard place + 6 + bytes.uint16(at: place + 4) == bytes.count else { throw Self.damaged }
        break
      }
      guard bytes.count - place >= Self.recordSize, bytes.uint32(at: place) == 0x0201_4B50
      else { throw Self.damaged }
      let next =
        place + Self.recordSize + bytes.uint16(at: place + 28) + bytes.uint16(at: place + 30)
        + bytes.uint16(at: place + 32)
      guard next <= bytes.count else { throw Self.damaged }
      if entries.count >= limits.entries {
        throw .limit(
          "entries", limits.entries, "the archive has \(limits.entries + 1) entries or more")
      }
      entries.append(try Self.entry(bytes, at: place, index: entries.count, end: end))
      place = next
    }
    let stated = end.hasWideCount ? entries.count : entries.count & 0xFFFF
    guard stated == end.entryCount else {
      throw ZipError(
        .damaged,
        "the central directory has \(entries.count) entries, its end states \(end.entryCount)")
    }
    try refuseOverlaps(directoryOffset: end.directoryOffset)
  }

  private static let damaged = ZipError(.damaged, "the central directory is damaged")

  private static func entry(
    _ bytes: [UInt8], at place: Int, index: Int, end: ArchiveEnd
  ) throws(ZipError) -> ZipEntry {
    let nameSize = bytes.uint16(at: place + 28)
    let extraSize = bytes.uint16(at: place + 30)
    let nameStart = place + recordSize
    guard nameSize <= longestName else {
      throw ZipError(.damaged, "entry \(index + 1) has a name of \(nameSize) bytes")
    }
    let raw = Array(bytes[nameStart..<(nameStart + nameSize)])
    let extra = ExtraFields(
      bytes[(nameStart + nameSize)..<(nameStart + nameSize + extraSize)])
    let name = EntryName.text(of: raw, unicodePath: extra.unicodePath(for: raw))
    func failed(_ kind: ZipError.Kind, _ message: String) -> ZipError {
      ZipError(kind, entry: name.count <= 120 ? name : String(name.prefix(119)) + "…", message)
    }
    guard !raw.contains(0) else { throw failed(.damaged, "the name has a NUL in it") }
    var wide = extra.wideSizes
    func value(_ narrow: Int, limit: Int) -> Int?? {
      guard narrow == limit, wide != nil else { return narrow }
      return wide?.next()
    }
    guard let size = value(bytes.uint32(at: place + 24), limit: 0xFFFF_FFFF) ?? nil,
      let packed = value(bytes.uint32(at: place + 20), limit: 0xFFFF_FFFF) ?? nil,
      let offset = value(bytes.uint32(at: place + 42), limit: 0xFFFF_FFFF) ?? nil
    else { throw failed(.damaged, "the zip64 sizes are missing or impossible") }
    let disk = bytes.uint16(at: place + 34)
    guard disk == 0 || disk == 0xFFFF else {
      throw failed(.split, "the entry lies in another part of a split archive")
    }
    let (start, overflow) = offset.addingReportingOverflow(end.base)
    guard !overflow, start < end.directoryOffset, packed <= end.directoryOffset - start else {
      throw failed(.damaged, "the entry lies outside the archive")
    }
    return ZipEntry(
      name: name, rawName: raw, method: bytes.uint16(at: place + 10), compressedSize: packed,
      uncompressedSize: size, crc32: UInt32(truncatingIfNeeded: bytes.uint32(at: place + 16)),
      flags: bytes.uint16(at: place + 8), headerOffset: start, endOffset: end.directoryOffset,
      index: index)
  }

  /// Gives each entry the place where the next one begins, and refuses those that cannot fit.
  ///
  /// The exact extent is known when the local header is read; `ZipEntryReader` checks it then.
  private mutating func refuseOverlaps(directoryOffset: Int) throws(ZipError) {
    let order = entries.indices.sorted {
      (entries[$0].headerOffset, $0) < (entries[$1].headerOffset, $1)
    }
    for (position, index) in order.enumerated() {
      let end =
        position + 1 < order.count ? entries[order[position + 1]].headerOffset : directoryOffset
      let entry = entries[index]
      let least = 30 + entry.rawName.count + entry.compressedSize
      guard least <= end - entry.headerOffset else {
        throw ZipError(
          .overlap, entry: entry.shortName, "the entry overlaps what follows it in the archive")
      }
      entries[index].endOffset = end
    }
  }
}
