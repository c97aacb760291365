import OpenPackaging
import Testing
import Zip

@Suite struct FileKindTests {
  @Test(
    "What a file is gets recognized by its first bytes",
    arguments: [
      ("", FileKind.empty), ("a,b\n1,2\n", .text), ("<html><table>", .html),
      ("\r\n <!DOCTYPE HTML PUBLIC", .html), ("MIME-Version: 1.0\r\n", .mhtml),
      ("{\\rtf1", .rtf), ("%PDF-1.4", .pdf), ("Rar!\u{1A}\u{7}", .otherArchive),
      (
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook",
        .xmlSpreadsheet
      ), ("<?xml version=\"1.0\"?><x/>", .xml), ("\u{1}\u{2}\u{3}", .unknown),
    ])
  func heads(text: String, kind: FileKind) throws {
    #expect(try FileKind.recognize(head: Array(text.utf8)) == kind)
  }

  @Test("A zip archive is left to the package")
  func zip() throws {
    #expect(try FileKind.recognize(head: [0x50, 0x4B, 3, 4, 20, 0]) == nil)
  }

  /// An OLE2 container whose directory is one sector with these names.
  static func container(_ names: [String]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 512 * 3)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    bytes[30] = 9
    bytes[48] = 1
    for index in 76..<512 { bytes[index] = 0xFF }
    bytes[76...79] = [0, 0, 0, 0]
    for index in 512..<1024 { bytes[index] = 0xFF }
    bytes[512 + 4] = 0xFE
    for (place, name) in names.enumerated() {
      let start = 1024 + 128 * place
      for (offset, unit) in name.utf16.enumerated() {
        bytes[start + 2 * offset] = UInt8(unit & 255)
        bytes[start + 2 * offset + 1] = UInt8(unit >> 8)
      }
      bytes[start + 64] = UInt8(2 * name.utf16.count + 2)
    }
    return bytes
  }

  @Test(
    "The directory of an OLE2 container tells a password from an old workbook",
    arguments: [
      (["Root Entry", "EncryptionInfo", "EncryptedPackage"], FileKind.encrypted),
      (["Root Entry", "Workbook"], .xls), (["Root Entry", "Book"], .xls),
      (["Root Entry", "WordDocument"], .compoundFile),
    ])
  func containers(names: [String], kind: FileKind) throws {
    let bytes = Self.container(names)
    #expect(
      try FileKind.recognize(head: Array(bytes.prefix(512)), source: MemoryByteSource(bytes))
        == kind)
  }

  @Test("A container cut short or with a loop in its chain ends")
  func damagedContainers() throws {
    var bytes = Self.container(["Root Entry"])
    for count in stride(from: 8, to: bytes.count, by: 100) {
      let cut = Array(bytes.prefix(count))
      #expect(
        try FileKind.recognize(head: cut, source: MemoryByteSource(cut)) == .compoundFile)
    }
    bytes[512 + 4] = 1
    for index in 5...7 { bytes[512 + index] = 0 }
    #expect(
      try FileKind.recognize(head: bytes, source: MemoryByteSource(bytes)) == .compoundFile)
  }
}
