/// The header in front of an entry's bytes (APPNOTE 4.3.7), checked against the central directory.
struct LocalHeader {
  /// The first byte of the entry's data.
  let dataOffset: Int
  /// Whether a data descriptor must follow the data, because sizes are not stated here.
  let needsDescriptor: Bool
  /// Whether a data descriptor is announced.
  let hasDescriptor: Bool

  /// Reads the header of an entry.
  init(of entry: ZipEntry, in source: any ByteSource) throws(ZipError) {
    func mismatch(_ what: String) -> ZipError {
      ZipError(
        .damaged, entry: entry.shortName,
        "the local header and the central directory contradict each other: \(what)")
    }
    // Header and name are read in one go, with some room for the extra fields.
    let window = try source.bytes(
      at: entry.headerOffset, count: min(30 + entry.rawName.count + 256, 66_000))
    guard window.count >= 30, window.uint32(at: 0) == 0x0403_4B50 else {
      throw mismatch("there is no local header")
    }
    let nameSize = window.uint16(at: 26)
    let extraSize = window.uint16(at: 28)
    guard nameSize == entry.rawName.count, window.count >= 30 + nameSize,
      window[30..<(30 + nameSize)].elementsEqual(entry.rawName)
    else { throw mismatch("name") }
    let flags = window.uint16(at: 6)
    guard flags & 1 == entry.flags & 1 else { throw mismatch("encryption") }
    guard window.uint16(at: 8) == entry.method else { throw mismatch("method") }
    dataOffset = entry.headerOffset + 30 + nameSize + extraSize
    guard entry.compressedSize <= entry.endOffset - dataOffset else {
      throw ZipError(
        .overlap, entry: entry.shortName, "the entry overlaps what follows it in the archive")
    }
    var size = window.uint32(at: 22)
    var packed = window.uint32(at: 18)
    let crc32 = window.uint32(at: 14)
    if size == 0xFFFF_FFFF || packed == 0xFFFF_FFFF {
      let extra = try source.bytes(at: entry.headerOffset + 30 + nameSize, count: extraSize)
      if var wide = ExtraFields(extra[...]).wideSizes {
        // Both must be there in a local header (APPNOTE 4.5.3).
        guard let wideSize = size == 0xFFFF_FFFF ? wide.next() : size,
          let widePacked = packed == 0xFFFF_FFFF ? wide.next() : packed
        else { throw mismatch("zip64 sizes") }
        size = wideSize
        packed = widePacked
      }
    }
    hasDescriptor = flags & 8 != 0
    let statesNothing = size == 0 && packed == 0 && crc32 == 0
    let statesAll =
      size == entry.uncompressedSize && packed == entry.compressedSize
      && crc32 == Int(entry.crc32)
    needsDescriptor = hasDescriptor && !statesAll
    guard statesAll || hasDescriptor else { throw mismatch("sizes or checksum") }
    if hasDescriptor, !statesAll, !statesNothing {
      // What is stated before a descriptor must be right as well, if it is stated at all.
      let placeholder = 0xFFFF_FFFF
      guard size == entry.uncompressedSize || size == 0 || size == placeholder,
        packed == entry.compressedSize || packed == 0 || packed == placeholder,
        crc32 == Int(entry.crc32) || crc32 == 0
      else { throw mismatch("sizes or checksum") }
    }
  }

  /// Checks the descriptor behind the data: with or without signature, sizes in 4 or 8 bytes.
  func checkDescriptor(of entry: ZipEntry, in source: any ByteSource) throws(ZipError) {
    guard hasDescriptor else { return }
    let start = dataOffset + entry.compressedSize
    let bytes = try source.bytes(at: start, count: min(24, entry.endOffset - start))
    let isSigned = bytes.uint32(at: 0) == 0x0807_4B50 && bytes.count >= 16
    if !needsDescriptor, !isSigned { return }
    for place in [isSigned ? 4 : 0, 0] where bytes.count >= place + 12 {
      guard bytes.uint32(at: place) == Int(entry.crc32) else { continue }
      if bytes.uint32(at: place + 4) == entry.compressedSize & 0xFFFF_FFFF,
        bytes.uint32(at: place + 8) == entry.uncompressedSize & 0xFFFF_FFFF
      {
        return
      }
      if bytes.size64(at: place + 4) == entry.compressedSize,
        bytes.size64(at: place + 12) == entry.uncompressedSize
      {
        return
      }
    }
    throw ZipError(
      .damaged, entry: entry.shortName,
      "the data descriptor and the central directory contradict each other")
  }
}
