/// One entry of an archive put together byte by byte; every number of its headers can lie.
struct RawEntry {
  var name: [UInt8]
  /// The bytes as they stand in the archive.
  var packed: [UInt8]
  var method = 0
  var flags = 0
  var crc: UInt32
  var size: Int

  // What the local header says instead.
  var localSignature = [UInt8](arrayLiteral: 0x50, 0x4B, 3, 4)
  var localName: [UInt8]?
  var localMethod: Int?
  var localFlags: Int?
  var localCRC: UInt32?
  var localSize: Int?
  var localPackedSize: Int?
  var localExtra: [UInt8] = []
  var localExtraSize: Int?
  var localNameSize: Int?

  // What the central directory says instead.
  var centralPackedSize: Int?
  var centralSize: Int?
  var centralOffset: Int?
  var centralExtra: [UInt8] = []
  var centralNameSize: Int?
  var centralExtraSize: Int?
  var centralComment: [UInt8] = []
  var disk = 0

  /// What stands behind the data, such as a data descriptor.
  var descriptor: [UInt8] = []
  /// The local header and the data are left out: the central directory lies about them.
  var isAbsent = false

  /// A stored entry.
  init(_ name: String, _ text: String) {
    self.init(name, stored: Array(text.utf8))
  }

  /// A stored entry.
  init(_ name: String, stored bytes: [UInt8]) {
    self.name = Array(name.utf8)
    packed = bytes
    crc = RawZip.crc32(bytes)
    size = bytes.count
  }

  /// A deflated entry.
  init(_ name: String, deflated packed: [UInt8], crc: UInt32, size: Int) {
    self.name = Array(name.utf8)
    self.packed = packed
    self.crc = crc
    self.size = size
    method = 8
  }

  /// The entry with something changed.
  func with(_ change: (inout RawEntry) -> Void) -> RawEntry {
    var copy = self
    change(&copy)
    return copy
  }
}
