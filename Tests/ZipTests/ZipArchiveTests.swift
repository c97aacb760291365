import Testing
import Zip

/// `hello hello hello hello\n` as a deflate stream of zlib.
let helloPacked: [UInt8] = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x27, 0xB9, 0x00]
let hello = Array("hello hello hello hello\n".utf8)

func open(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws -> ZipArchive {
  try ZipArchive(source: MemoryByteSource(bytes), limits: limits)
}

/// The contents of all entries by name, or the code of the first error.
func outcome(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> String {
  do {
    let archive = try open(bytes, limits: limits)
    var parts: [String] = []
    for entry in archive.entries {
      parts.append("\(entry.name)=\(try archive.contents(of: entry).count)")
    }
    return parts.joined(separator: " ")
  } catch let error as ZipError {
    return error.code
  } catch {
    return "\(error)"
  }
}

@Suite("Archives that are honest are read")
struct HonestArchiveTests {
  let stored = ZipBytes.Entry("a.txt", stored: hello)
  let deflated = ZipBytes.Entry("b.txt", deflated: helloPacked, of: hello)

  @Test("Stored and deflated entries are read")
  func both() throws {
    let archive = try open(ZipBytes(entries: [stored, deflated]).build())
    #expect(try archive.contents(of: archive.entries[0]) == hello)
    #expect(try archive.contents(of: archive.entries[1]) == hello)
  }

  @Test("Reading through small buffers gives the same bytes", arguments: [1, 2, 7, 23, 24, 25])
  func small(size: Int) throws {
    let archive = try open(ZipBytes(entries: [stored, deflated]).build())
    for entry in archive.entries {
      var reader = try archive.reader(for: entry)
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
      defer { buffer.deallocate() }
      var all: [UInt8] = []
      while true {
        let got = try reader.read(into: buffer)
        if got == 0 { break }
        all += buffer[..<got]
      }
      #expect(all == hello)
    }
  }

  @Test("Zip64, junk in front and a comment make no difference", arguments: [false, true])
  func wide(isWide: Bool) {
    var zip = ZipBytes(entries: [stored, deflated], isWide: isWide)
    #expect(outcome(zip.build()) == "a.txt=24 b.txt=24")
    zip.junk = Array("#!/bin/sh\n".utf8)
    zip.comment = [UInt8](repeating: 0x2E, count: 65_535)
    #expect(outcome(zip.build()) == "a.txt=24 b.txt=24")
  }

  @Test("An empty archive has no entries")
  func empty() throws {
    #expect(try open(ZipBytes().build()).entries.isEmpty)
  }

  @Test(
    "Data descriptors are read with and without signature, in 32 and 64 bits",
    arguments: [(false, 4), (true, 4), (false, 8), (true, 8)])
  func descriptor(isSigned: Bool, width: Int) {
    var entry = deflated
    entry.flags = 8
    entry.localCRC = 0
    entry.localSize = 0
    entry.localPackedSize = 0
    entry.descriptor =
      (isSigned ? [0x50, 0x4B, 7, 8] : []) + ZipBytes.number(Int(entry.crc), bytes: 4)
      + ZipBytes.number(helloPacked.count, bytes: width) + ZipBytes.number(24, bytes: width)
    #expect(outcome(ZipBytes(entries: [entry, stored]).build()) == "b.txt=24 a.txt=24")
    entry.descriptor[entry.descriptor.count - width] ^= 1
    #expect(outcome(ZipBytes(entries: [entry, stored]).build()) == "ZIP_DAMAGED")
    entry.descriptor = []
    #expect(outcome(ZipBytes(entries: [entry, stored]).build()) == "ZIP_DAMAGED")
  }

  @Test(
    "Names are found as packages compare them",
    arguments: [
      ("xl/workbook.xml", "/xl/workbook.xml"), ("XL\\Workbook.XML", "/xl/workbook.xml"),
      ("xl/sheet 1.xml", "/xl/sheet%201.xml"),
    ])
  func parts(name: String, part: String) throws {
    let archive = try open(ZipBytes(entries: [ZipBytes.Entry(name, stored: hello)]).build())
    #expect(archive.entry(forPart: part)?.name == name)
    #expect(archive.entry(named: name) != nil)
    #expect(archive.entry(named: name + "x") == nil)
  }

  @Test("Names are UTF-8, GBK or CP437, or what the Unicode path field says")
  func names() throws {
    var gbk = ZipBytes.Entry("", stored: hello)
    gbk.name = [0xB1, 0xED, 0xB8, 0xF1]
    var dos = ZipBytes.Entry("", stored: hello)
    dos.name = [0x81, 0x20]
    var field = ZipBytes.Entry("x", stored: hello)
    field.centralExtra =
      ZipBytes.number(0x7075, bytes: 2) + ZipBytes.number(8, bytes: 2) + [1]
      + ZipBytes.number(Int(ZipBytes.Entry.crc32([0x78])), bytes: 4) + Array("表".utf8)
    let utf8 = ZipBytes.Entry("表格", stored: hello)
    let archive = try open(ZipBytes(entries: [gbk, dos, field]).build())
    #expect(archive.entries.map(\.name) == ["表格", "ü ", "表"])
    #expect(archive.entries[0].rawName == gbk.name)
    #expect(try open(ZipBytes(entries: [utf8]).build()).entries[0].name == "表格")
  }
}

@Suite("Archives that lie are refused")
struct HostileArchiveTests {
  @Test("Every prefix of an archive is refused", arguments: [false, true])
  func prefixes(isWide: Bool) {
    let bytes = ZipBytes(
      entries: [
        ZipBytes.Entry("a", stored: hello), ZipBytes.Entry("b", deflated: helloPacked, of: hello),
      ], isWide: isWide
    ).build()
    for count in 0..<bytes.count {
      let result = outcome(Array(bytes[..<count]))
      #expect(!result.contains("="), "prefix of \(count) bytes: \(result)")
    }
  }

  @Test("A changed byte never gives other contents")
  func mutations() {
    let bytes = ZipBytes(
      entries: [
        ZipBytes.Entry("a", stored: hello), ZipBytes.Entry("b", deflated: helloPacked, of: hello),
      ]
    ).build()
    for place in bytes.indices {
      for flip: UInt8 in [1, 0x80, 0xFF] {
        var other = bytes
        other[place] ^= flip
        guard let archive = try? open(other) else { continue }
        for entry in archive.entries {
          if let contents = try? archive.contents(of: entry) { #expect(contents == hello) }
        }
      }
    }
  }

  @Test("Each lie has its code", arguments: Lie.all)
  func lies(lie: Lie) {
    var zip = ZipBytes(entries: [
      ZipBytes.Entry("a", stored: hello), ZipBytes.Entry("b", deflated: helloPacked, of: hello),
    ])
    lie.tell(&zip)
    #expect(outcome(zip.build()) == lie.code)
  }

  struct Lie: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var code: String
    var tell: @Sendable (inout ZipBytes) -> Void

    init(_ name: String, _ code: String, _ tell: @escaping @Sendable (inout ZipBytes) -> Void) {
      testDescription = name
      self.code = code
      self.tell = tell
    }

    static let all: [Lie] = [
      Lie("two entries of one name", "ZIP_DUPLICATE") { $0.entries[1].name = [0x61] },
      Lie("two names that differ in case", "ZIP_DUPLICATE") { $0.entries[1].name = [0x41] },
      Lie("another name in the local header", "ZIP_DAMAGED") { $0.entries[0].localName = [0x7A] },
      Lie("another method in the local header", "ZIP_DAMAGED") { $0.entries[0].localMethod = 8 },
      Lie("another checksum in the local header", "ZIP_DAMAGED") { $0.entries[0].localCRC = 1 },
      Lie("another size in the local header", "ZIP_DAMAGED") { $0.entries[0].localSize = 23 },
      Lie("a wrong checksum", "ZIP_CRC") { $0.entries[1].crc ^= 1 },
      Lie("a size too small", "ZIP_SIZE") { $0.entries[1].size = 23 },
      Lie("a size too large", "ZIP_SIZE") { $0.entries[1].size = 25 },
      Lie("two sizes of a stored entry", "ZIP_SIZE") { $0.entries[0].size = 25 },
      Lie("a size of 2^40", "LIMIT") {
        $0.isWide = true
        $0.entries[1].size = 1 << 40
      },
      Lie("a packed size past the end", "ZIP_DAMAGED") { $0.entries[1].centralPackedSize = 1000 },
      Lie("a packed size into the next entry", "ZIP_OVERLAP") {
        $0.entries[0].centralPackedSize = 30
      },
      Lie("two entries of the same bytes", "ZIP_OVERLAP") { $0.entries[1].centralOffset = 0 },
      Lie("an offset past the end", "ZIP_DAMAGED") { $0.entries[1].centralOffset = 5000 },
      Lie("encryption", "ZIP_ENCRYPTED") { $0.entries[0].flags = 1 },
      Lie("another method", "ZIP_METHOD") { $0.entries[0].method = 12 },
      Lie("an entry of another disk", "ZIP_SPLIT") { $0.entries[0].disk = 1 },
      Lie("the end of another disk", "ZIP_SPLIT") { $0.disk = 3 },
      Lie("more entries stated than there are", "ZIP_DAMAGED") { $0.countDelta = 1 },
      Lie("fewer entries stated than there are", "ZIP_DAMAGED") { $0.countDelta = -1 },
      Lie("a flipped byte in the deflate stream", "ZIP_DEFLATE") { $0.entries[1].packed[0] = 7 },
      Lie("bytes after the deflate stream", "ZIP_SIZE") { $0.entries[1].packed += [0, 0] },
      Lie("an archive in front of the archive", "ZIP_DAMAGED") {
        $0.junk = ZipBytes(entries: [$0.entries[0]]).build()
      },
    ]
  }

  @Test("Limits hold at n and are passed at n + 1")
  func limits() {
    let bytes = ZipBytes(entries: [
      ZipBytes.Entry("a", stored: hello), ZipBytes.Entry("b", deflated: helloPacked, of: hello),
    ]).build()
    var limits = ZipLimits()
    limits.entries = 2
    limits.partSize = 24
    limits.inflatedSize = 48
    limits.fileSize = bytes.count
    limits.compressionRatio = 3
    limits.ratioFloor = 24
    #expect(outcome(bytes, limits: limits) == "a=24 b=24")
    for path in [
      \ZipLimits.entries, \.partSize, \.inflatedSize, \.fileSize,
    ] {
      var tight = limits
      tight[keyPath: path] -= 1
      #expect(outcome(bytes, limits: tight) == "LIMIT")
    }
    limits.ratioFloor = 23
    limits.compressionRatio = 2
    #expect(outcome(bytes, limits: limits) == "LIMIT")
  }
}
