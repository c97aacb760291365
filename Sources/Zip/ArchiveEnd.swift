// Finding the end of the central directory. The record stands at the end of the file, with a
// comment of up to 65,535 bytes behind it, and a zip64 archive has a second one in front of it.
// Junk in front of an archive (a self-extractor, say) shifts every offset by its size.

/// Where the central directory of an archive is.
struct ArchiveEnd {
  /// The first byte of the central directory in the source.
  var directoryOffset = 0
  /// The bytes of the central directory.
  var directorySize = 0
  /// The stated number of entries.
  var entryCount = 0
  /// Whether the number is whole; without zip64 it is taken modulo 65,536.
  var hasWideCount = false
  /// What to add to the offsets that the archive states: the bytes of junk in front.
  var base = 0

  private static let recordSize = 22
  private static let locatorSize = 20
  private static let wideRecordSize = 56

  /// Finds the end in a source.
  static func find(in source: some ByteSource) throws(ZipError) -> ArchiveEnd {
    let tailSize = min(source.count, recordSize + 65_535 + locatorSize + wideRecordSize)
    let tailOffset = source.count - tailSize
    let tail = try source.bytes(at: tailOffset, count: tailSize)
    var exact: [Int] = []
    var loose: Int?
    var place = tail.count - recordSize
    let last = max(0, tail.count - recordSize - 65_535)
    while place >= last {
      if tail[place] == 0x50, tail.uint32(at: place) == 0x0605_4B50 {
        let end = place + recordSize + tail.uint16(at: place + 20)
        if end == tail.count { exact.append(place) }
        // Some downloads have padding behind the archive; the last record counts then.
        if end <= tail.count, loose == nil { loose = place }
      }
      place -= 1
    }
    // One end may hide in the comment of another: programs differ in which of them they follow.
    if exact.count > 1 {
      throw ZipError(.damaged, "the archive has two central directories")
    }
    if let only = exact.first {
      return try ArchiveEnd(tail: tail, place: only, tailOffset: tailOffset, source: source)
    }
    if let loose {
      return try ArchiveEnd(tail: tail, place: loose, tailOffset: tailOffset, source: source)
    }
    throw try reasonForNoEnd(source)
  }

  private static func reasonForNoEnd(_ source: some ByteSource) throws(ZipError) -> ZipError {
    let head = try source.bytes(at: 0, count: 4)
    if head.uint32(at: 0) == 0x0807_4B50 {
      return ZipError(.split, "this is one part of a split archive")
    }
    if head.starts(with: [0x50, 0x4B]) {
      return ZipError(.truncated, "the archive is cut short: its central directory is missing")
    }
    return ZipError(.notAnArchive, "this is not a zip archive")
  }

  private init(
    tail: [UInt8], place: Int, tailOffset: Int, source: some ByteSource
  ) throws(ZipError) {
    let disk = tail.uint16(at: place + 4)
    let directoryDisk = tail.uint16(at: place + 6)
    let countHere = tail.uint16(at: place + 8)
    entryCount = tail.uint16(at: place + 10)
    directorySize = tail.uint32(at: place + 12)
    var statedOffset = tail.uint32(at: place + 16)
    var directoryEnd = tailOffset + place

    let locator = place - Self.locatorSize
    if locator >= 0, tail.uint32(at: locator) == 0x0706_4B50 {
      let wide = try WideRecord(
        before: tailOffset + locator, stated: tail.size64(at: locator + 8), source: source)
      let disks = tail.uint32(at: locator + 16)
      guard tail.uint32(at: locator + 4) == 0, disks <= 1, wide.isWhole else {
        throw ZipError(.split, "this is one part of a split archive")
      }
      guard entryCount == 0xFFFF || entryCount == wide.entryCount,
        directorySize == 0xFFFF_FFFF || directorySize == wide.directorySize,
        statedOffset == 0xFFFF_FFFF || statedOffset == wide.directoryOffset
      else {
        throw ZipError(.damaged, "the two ends of the central directory contradict each other")
      }
      entryCount = wide.entryCount
      directorySize = wide.directorySize
      statedOffset = wide.directoryOffset
      directoryEnd = wide.place
      hasWideCount = true
    } else {
      guard disk == 0 || disk == 0xFFFF, directoryDisk == 0 || directoryDisk == 0xFFFF,
        countHere == entryCount
      else {
        throw ZipError(.split, "this is one part of a split archive")
      }
    }
    guard directorySize <= directoryEnd, statedOffset <= directoryEnd - directorySize else {
      throw ZipError(.damaged, "the central directory lies outside the archive")
    }
    directoryOffset = directoryEnd - directorySize
    base = directoryOffset - statedOffset
    if base > 0, try source.bytes(at: 0, count: 4).uint32(at: 0) == 0x0403_4B50 {
      // Two archives in one file, or a damaged one that ends in an archive which it holds:
      // programs differ in what they read, so nobody can know what is meant.
      throw ZipError(.damaged, "the central directory does not belong to the start of the archive")
    }
  }
}

/// The end record of zip64 (APPNOTE 4.3.14).
private struct WideRecord {
  var place = 0
  var entryCount = 0
  var directorySize = 0
  var directoryOffset = 0
  var isWhole = false

  init(before locator: Int, stated: Int?, source: some ByteSource) throws(ZipError) {
    // The stated place is right without junk in front; else the record ends at its locator.
    for candidate in [stated ?? -1, locator - 56] where candidate >= 0 && candidate <= locator - 56
    {
      let record = try source.bytes(at: candidate, count: 56)
      guard record.uint32(at: 0) == 0x0606_4B50, let rest = record.size64(at: 4),
        rest >= 44, rest == locator - candidate - 12
      else { continue }
      guard let here = record.size64(at: 24), let all = record.size64(at: 32),
        let size = record.size64(at: 40), let offset = record.size64(at: 48)
      else { break }
      place = candidate
      entryCount = all
      directorySize = size
      directoryOffset = offset
      isWhole = record.uint32(at: 16) == 0 && record.uint32(at: 20) == 0 && here == all
      return
    }
    throw ZipError(.damaged, "the zip64 end of the central directory is missing or damaged")
  }
}
