/// Zip archives put together byte by byte, so that each lie can be told exactly.
struct ZipBytes {
  struct Entry {
    var name: [UInt8]
    var packed: [UInt8]
    var method = 0
    var crc: UInt32
    var size: Int
    var flags = 0
    var localName: [UInt8]?
    var localMethod: Int?
    var localCRC: UInt32?
    var localSize: Int?
    var localPackedSize: Int?
    var centralPackedSize: Int?
    var centralOffset: Int?
    var descriptor: [UInt8] = []
    var localExtra: [UInt8] = []
    var centralExtra: [UInt8] = []
    var disk = 0

    init(_ name: String, stored bytes: [UInt8]) {
      self.name = Array(name.utf8)
      packed = bytes
      crc = Self.crc32(bytes)
      size = bytes.count
    }

    init(_ name: String, deflated packed: [UInt8], of bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.packed = packed
      method = 8
      crc = Self.crc32(bytes)
      size = bytes.count
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      }
      return ~crc
    }
  }

  var entries: [Entry] = []
  var junk: [UInt8] = []
  var comment: [UInt8] = []
  var isWide = false
  var countDelta = 0
  var disk = 0

  static func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  func build() -> [UInt8] {
    func u16(_ value: Int) -> [UInt8] { Self.number(value, bytes: 2) }
    func u32(_ value: Int) -> [UInt8] { Self.number(value, bytes: 4) }
    func u64(_ value: Int) -> [UInt8] { Self.number(value, bytes: 8) }
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = body.count
      let local = entry.localName ?? entry.name
      body +=
        [0x50, 0x4B, 3, 4] + u16(20) + u16(entry.flags) + u16(entry.localMethod ?? entry.method)
      body += u32(0) + u32(Int(entry.localCRC ?? entry.crc))
      body += u32(entry.localPackedSize ?? entry.packed.count) + u32(entry.localSize ?? entry.size)
      body += u16(local.count) + u16(entry.localExtra.count) + local + entry.localExtra
      body += entry.packed + entry.descriptor
      var extra = entry.centralExtra
      if isWide {
        extra += u16(1) + u16(24) + u64(entry.size)
        extra += u64(entry.centralPackedSize ?? entry.packed.count)
        extra += u64(entry.centralOffset ?? offset)
      }
      directory += [0x50, 0x4B, 1, 2] + u16(20) + u16(20) + u16(entry.flags) + u16(entry.method)
      directory += u32(0) + u32(Int(entry.crc))
      directory += u32(isWide ? -1 : entry.centralPackedSize ?? entry.packed.count)
      directory += u32(isWide ? -1 : entry.size)
      directory += u16(entry.name.count) + u16(extra.count) + u16(0) + u16(entry.disk) + u16(0)
      directory += u32(0) + u32(isWide ? -1 : entry.centralOffset ?? offset) + entry.name + extra
    }
    let start = body.count
    body += directory
    let count = entries.count + countDelta
    if isWide {
      let place = body.count + junk.count
      body += [0x50, 0x4B, 6, 6] + u64(44) + u16(45) + u16(45) + u32(0) + u32(0)
      body += u64(count) + u64(count) + u64(directory.count) + u64(start)
      body += [0x50, 0x4B, 6, 7] + u32(0) + u64(place) + u32(1)
    }
    body += [0x50, 0x4B, 5, 6] + u16(disk) + u16(disk)
    body +=
      isWide
      ? u16(-1) + u16(-1) + u32(-1) + u32(-1)
      : u16(count) + u16(count) + u32(directory.count) + u32(start)
    return junk + body + u16(comment.count) + comment
  }
}
