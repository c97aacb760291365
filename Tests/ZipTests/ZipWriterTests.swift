import Testing
import Zip

@Suite("Archives that are written are read back")
struct ZipWriterTests {
  /// Bytes of several kinds, so that blocks of every type come about.
  static func sample(kind: Int, size: Int) -> [UInt8] {
    var state: UInt64 = UInt64(kind) &* 7919 &+ 12345
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 64)
    while bytes.count < size {
      switch kind {
      case 0: bytes.append(0)
      case 1: bytes.append(UInt8(truncatingIfNeeded: next()))
      case 2:
        bytes += Array("<c r=\"A\(bytes.count)\" s=\"\(next() % 7)\"><v>\(next())</v></c>".utf8)
      case 3: bytes.append(UInt8(next() % 3))
      default: bytes.append(bytes.count / 50_000 % 2 == 0 ? 65 : UInt8(next() % 256))
      }
    }
    return Array(bytes[..<size])
  }

  @Test(
    "Contents of every kind and size come back",
    arguments: 0..<5, [0, 1, 2, 100, 262_143, 262_144, 262_145, 700_000])
  func contents(kind: Int, size: Int) throws {
    let bytes = Self.sample(kind: kind, size: size)
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    try writer.add("one", bytes)
    try writer.add("表/two", Array("x".utf8))
    try writer.finish()
    let archive = try ZipArchive(source: MemoryByteSource(sink.bytes))
    #expect(archive.entries.map(\.name) == ["one", "表/two"])
    #expect(try archive.contents(of: archive.entries[0]) == bytes)
    #expect(try archive.contents(of: archive.entries[1]) == [120])
  }

  @Test("How the bytes come in pieces makes no difference")
  func pieces() throws {
    let bytes = Self.sample(kind: 2, size: 600_000)
    func archive(step: Int) throws -> [UInt8] {
      let sink = MemoryByteSink()
      var writer = try ZipWriter(to: sink)
      try writer.beginEntry("a")
      var place = 0
      while place < bytes.count {
        let end = min(bytes.count, place + step)
        try Array(bytes[place..<end]).withUnsafeBytes { try writer.write($0) }
        place = end
      }
      try writer.endEntry()
      try writer.finish()
      return sink.bytes
    }
    let whole = try archive(step: bytes.count)
    #expect(try archive(step: 999) == whole)
    #expect(try archive(step: 262_144) == whole)
  }

  @Test("Two entries of one name are refused")
  func duplicate() throws {
    var writer = try ZipWriter(to: MemoryByteSink())
    try writer.add("a", [])
    #expect(throws: ZipError.self) { try writer.add("A", []) }
  }

  @Test("More entries than 65,535 get the records of zip64")
  func manyEntries() throws {
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    for number in 0..<65_536 { try writer.add("\(number)", []) }
    try writer.finish()
    var limits = ZipLimits()
    limits.entries = 65_536
    let archive = try ZipArchive(source: MemoryByteSource(sink.bytes), limits: limits)
    #expect(archive.entries.count == 65_536)
    #expect(archive.entry(named: "65535") != nil)
  }
}
