/// An archive put together byte by byte, so that every lie can be told exactly.
struct RawZip {
  var entries: [RawEntry] = []
  var junk: [UInt8] = []
  var comment: [UInt8] = []
  var trailer: [UInt8] = []
  /// What the end says instead of the truth.
  var count: Int?
  var countHere: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var disk = 0
  var directoryDisk: Int?
  var commentSize: Int?
  var gap: [UInt8] = []
  /// The zip64 records, where there are any.
  var wide: Wide?

  /// The end records of zip64 and what they say instead of the truth.
  struct Wide {
    var count: Int?
    var directorySize: Int?
    var directoryOffset: Int?
    var recordSize = 44
    var recordPlace: Int?
    var disks = 1
    var signature: [UInt8] = [0x50, 0x4B, 6, 6]
    /// Whether the short end refers to the long one by all ones.
    var isReferred = true
  }

  /// Bytes with the places at which their structures begin.
  struct Built {
    var bytes: [UInt8]
    var localHeaders: [Int] = []
    var dataStarts: [Int] = []
    var directory = 0
    var end = 0
  }

  static func u16(_ value: Int) -> [UInt8] { number(value, 2) }
  static func u32(_ value: Int) -> [UInt8] { number(value, 4) }
  static func u64(_ value: Int) -> [UInt8] { number(value, 8) }

  private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in
      crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8
    }
  }

  var bytes: [UInt8] { build().bytes }

  func build() -> Built {
    var built = Built(bytes: junk)
    var directory: [UInt8] = []
    for entry in entries {
      let offset = built.bytes.count
      built.localHeaders.append(offset)
      if !entry.isAbsent { appendLocal(entry, to: &built) }
      directory += central(entry, offset: offset - junk.count)
    }
    built.bytes += gap
    built.directory = built.bytes.count
    built.bytes += directory
    built.end = built.bytes.count
    appendEnd(directory, to: &built)
    built.bytes += trailer
    return built
  }

  private func appendLocal(_ entry: RawEntry, to built: inout Built) {
    let name = entry.localName ?? entry.name
    var head = entry.localSignature + Self.u16(20) + Self.u16(entry.localFlags ?? entry.flags)
    head += Self.u16(entry.localMethod ?? entry.method) + Self.u32(0)
    head += Self.u32(Int(entry.localCRC ?? entry.crc))
    head += Self.u32(entry.localPackedSize ?? entry.packed.count)
    head += Self.u32(entry.localSize ?? entry.size)
    head += Self.u16(entry.localNameSize ?? name.count)
    head += Self.u16(entry.localExtraSize ?? entry.localExtra.count)
    built.bytes += head + name + entry.localExtra
    built.dataStarts.append(built.bytes.count)
    built.bytes += entry.packed + entry.descriptor
  }

  private func central(_ entry: RawEntry, offset: Int) -> [UInt8] {
    var record: [UInt8] = [0x50, 0x4B, 1, 2]
    record += Self.u16(20) + Self.u16(20) + Self.u16(entry.flags) + Self.u16(entry.method)
    record += Self.u32(0) + Self.u32(Int(entry.crc))
    record += Self.u32(entry.centralPackedSize ?? entry.packed.count)
    record += Self.u32(entry.centralSize ?? entry.size)
    record += Self.u16(entry.centralNameSize ?? entry.name.count)
    record += Self.u16(entry.centralExtraSize ?? entry.centralExtra.count)
    record += Self.u16(entry.centralComment.count) + Self.u16(entry.disk) + Self.u16(0)
    record += Self.u32(0) + Self.u32(entry.centralOffset ?? offset)
    return record + entry.name + entry.centralExtra + entry.centralComment
  }

  private func appendEnd(_ directory: [UInt8], to built: inout Built) {
    let start = built.directory - junk.count
    let all = count ?? entries.count
    if let wide {
      let place = built.bytes.count - junk.count
      built.bytes += wide.signature + Self.u64(wide.recordSize) + Self.u16(45) + Self.u16(45)
      built.bytes += Self.u32(0) + Self.u32(0)
      built.bytes += Self.u64(wide.count ?? all) + Self.u64(wide.count ?? all)
      built.bytes += Self.u64(wide.directorySize ?? directory.count)
      built.bytes += Self.u64(wide.directoryOffset ?? start)
      built.bytes += [0x50, 0x4B, 6, 7] + Self.u32(0) + Self.u64(wide.recordPlace ?? place)
      built.bytes += Self.u32(wide.disks)
    }
    let isReferred = wide?.isReferred ?? false
    built.bytes += [0x50, 0x4B, 5, 6] + Self.u16(disk) + Self.u16(directoryDisk ?? disk)
    built.bytes += Self.u16(isReferred ? -1 : countHere ?? all) + Self.u16(isReferred ? -1 : all)
    built.bytes += Self.u32(isReferred ? -1 : directorySize ?? directory.count)
    built.bytes += Self.u32(isReferred ? -1 : directoryOffset ?? start)
    built.bytes += Self.u16(commentSize ?? comment.count) + comment
  }
}
