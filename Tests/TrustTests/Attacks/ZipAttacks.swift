// Archives that lie, are cut or are damaged.

private let book = HostileBook()
private let sheetPart = "xl/worksheets/sheet1.xml"

private func sheetEntry(_ change: @escaping (inout RawEntry) -> Void) -> RawZip {
  book.zip(changing: sheetPart, change)
}

private func deflated(_ change: (inout RawEntry) -> Void = { _ in }) -> RawZip {
  book.zip(changing: sheetPart) { entry in
    let plain = entry.packed
    entry.packed = RawDeflate.stored(plain)
    entry.method = 8
    change(&entry)
  }
}

private func zip(_ change: (inout RawZip) -> Void) -> RawZip {
  var zip = book.zip
  change(&zip)
  return zip
}

enum ZipAttacks {
  static let contents: [Attack] = [
    .reads("stored entries", book),
    .reads("a deflated entry", deflated()),
    .refused("a wrong CRC in both headers", "ZIP_CRC", "checksum", sheetEntry { $0.crc ^= 1 }),
    .refused("a wrong CRC of a deflated entry", "ZIP_CRC", "checksum", deflated { $0.crc ^= 1 }),
    .refused(
      "a wrong CRC in the local header", "ZIP_DAMAGED", "contradict",
      sheetEntry { $0.localCRC = 7 }),
    .refused("a flipped byte in the data", "ZIP_CRC", "", sheetEntry { $0.packed[60] ^= 1 }),
    .refused("a size too small", "ZIP_SIZE", "", deflated { $0.size -= 1 }),
    .refused("a size too large", "ZIP_SIZE", "", deflated { $0.size += 1 }),
    .refused("a size of zero", "ZIP_SIZE", "", deflated { $0.size = 0 }),
    .refused("a size of 4 GiB", "ZIP_SIZE", "", deflated { $0.size = 0xFFFF_FFFE }),
    .refused("a stored entry with two sizes", "ZIP_SIZE", "", sheetEntry { $0.size += 1 }),
    .refused(
      "a central size of its own", "ZIP_DAMAGED", "contradict",
      deflated { $0.centralSize = $0.size + 1 }),
    .refused(
      "a local size of its own", "ZIP_DAMAGED", "contradict", deflated { $0.localSize = 3 }),
    .refused(
      "packed bytes cut short", "ZIP_DEFLATE", "",
      deflated { $0.packed.removeLast(9) }),
    .refused(
      "packed bytes that go on after their end", "ZIP_SIZE", "left over",
      deflated { $0.packed += [0, 0, 0] }),
    .refused("no packed bytes at all", "ZIP_DEFLATE", "", deflated { $0.packed = [] }),
    .refused(
      "a block of the reserved type", "ZIP_DEFLATE", "", deflated { $0.packed = [0b111, 0, 0, 0] }),
    .refused(
      "a stored block whose two lengths differ", "ZIP_DEFLATE", "",
      deflated { $0.packed[3] ^= 1 }),
    .refused(
      "a copy from before the first byte", "ZIP_DEFLATE", "",
      deflated { $0.packed = [0x63, 0x44, 0xFF, 0x00] }),
    .refused("a deflated entry that is stored", "ZIP_DEFLATE", "", sheetEntry { $0.method = 8 }),
    .refused(
      "a stored entry that is deflated", "XML_", "",
      sheetEntry { entry in
        let packed = RawDeflate.stored(entry.packed)
        entry = RawEntry(sheetPart, stored: packed)
      }),
    .refused(
      "encryption", "ZIP_ENCRYPTED", "encrypted", sheetEntry { $0.flags = 1 }),
    .refused("strong encryption", "ZIP_ENCRYPTED", "", sheetEntry { $0.flags = 1 << 6 }),
    .refused("masked headers", "ZIP_ENCRYPTED", "", sheetEntry { $0.flags = 1 << 13 }),
    .refused(
      "encryption that only the local header states", "ZIP_DAMAGED", "encryption",
      sheetEntry { $0.localFlags = 1 }),
  ]

  static let methods: [Attack] = [
    (1, "shrunk"), (6, "imploded"), (9, "deflate64"), (12, "bzip2"), (14, "LZMA"),
    (93, "Zstandard"), (95, "XZ"), (98, "PPMd"), (99, "AES"), (65_535, "65535"),
  ].map { method, word in
    .refused("the method \(method)", "ZIP_METHOD", word, sheetEntry { $0.method = method })
  }

  static let headers: [Attack] = [
    .refused(
      "a local header without its mark", "ZIP_DAMAGED", "no local header",
      sheetEntry { $0.localSignature = [0, 0, 0, 0] }),
    .refused(
      "a local header of another name", "ZIP_DAMAGED", "name",
      sheetEntry { $0.localName = Array("xl/worksheets/sheet9.xml".utf8) }),
    .refused(
      "a local header of a shorter name", "ZIP_OVERLAP", "",
      sheetEntry { $0.localName = Array("x".utf8) }),
    .refused(
      "a local header of another method", "ZIP_DAMAGED", "method",
      sheetEntry { $0.localMethod = 8 }),
    .refused(
      "a local name of 65,535 bytes", "ZIP_DAMAGED", "", sheetEntry { $0.localNameSize = 65_535 }),
    .refused(
      "a local extra field beyond the data", "ZIP_OVERLAP", "",
      sheetEntry { $0.localExtraSize = 65_535 }),
    .refused(
      "a central name beyond the directory", "ZIP_DAMAGED", "",
      sheetEntry { $0.centralNameSize = 65_535 }),
    .refused(
      "a central extra field beyond the directory", "ZIP_DAMAGED", "",
      sheetEntry { $0.centralExtraSize = 60_000 }),
    .refused(
      "a name with a NUL", "ZIP_DAMAGED", "NUL", sheetEntry { $0.name = [0x61, 0, 0x62] }),
    .refused(
      "an entry of another disk", "ZIP_SPLIT", "split", sheetEntry { $0.disk = 3 }),
    .refused(
      "an offset outside the file", "ZIP_DAMAGED", "outside",
      sheetEntry { $0.centralOffset = 0x7FFF_FFFF }),
    .refused(
      "an offset into the directory", "ZIP_DAMAGED", "outside",
      sheetEntry { $0.centralOffset = 6_000 }),
    .refused(
      "a packed size beyond the directory", "ZIP_DAMAGED", "outside",
      sheetEntry { $0.centralPackedSize = 0x7FFF_FFFF }),
    .refused(
      "a packed size beyond the next entry", "ZIP_OVERLAP", "overlaps",
      sheetEntry { $0.centralPackedSize = $0.packed.count + 40 }),
    .refused(
      "an entry that begins inside another", "ZIP_OVERLAP", "overlaps",
      zip { zip in
        let sheet = zip.entries[4]
        zip.entries.append(
          sheet.with {
            $0.name = Array("inner.xml".utf8)
            $0.centralOffset = 200
            $0.isAbsent = true
          })
      }),
    .refused(
      "two entries over the same bytes", "ZIP_OVERLAP", "overlaps",
      zip { zip in
        zip.entries[0].centralOffset = 0
        zip.entries.append(
          zip.entries[0].with {
            $0.name = Array("copy.xml".utf8)
            $0.isAbsent = true
          })
      }),
    .refused(
      "two parts of one name", "ZIP_DUPLICATE", "two entries",
      zip { $0.entries.append($0.entries[4]) }),
    .refused(
      "two parts whose names differ in letter case", "ZIP_DUPLICATE", "",
      zip { $0.entries.append(RawEntry("XL/Worksheets/SHEET1.xml", "<x/>")) }),
    .refused(
      "two parts whose names differ in slashes", "ZIP_DUPLICATE", "",
      zip { $0.entries.append(RawEntry("/xl\\worksheets\\sheet1.xml", "<x/>")) }),
    .reads(
      "names that climb out of the folder",
      zip { $0.entries.append(RawEntry("../../../etc/passwd", "x")) }),
    .reads(
      "names of devices and other disks",
      zip { $0.entries += [RawEntry("C:\\con", "x"), RawEntry("//host/share/x", "y")] }),
    .reads(
      "names with control characters",
      zip { $0.entries.append(RawEntry("\u{1B}[2J\u{7}\n\r\t", "x")) }),
    .reads("an empty name", zip { $0.entries.append(RawEntry("", "x")) }),
    .reads(
      "a name that is no text in any encoding",
      zip { $0.entries.append(RawEntry("x", "x").with { $0.name = [0xFF, 0xFE, 0x80] }) }),
    .refused(
      "a name of 5,000 bytes", "ZIP_DAMAGED", "name of 5000 bytes",
      zip { $0.entries.append(RawEntry(String(repeating: "n", count: 5000), "x")) }),
    .reads("a folder", zip { $0.entries.append(RawEntry("xl/", "")) }),
    .reads(
      "a folder named like a part", zip { $0.entries.append(RawEntry("xl/workbook.xml/", "")) }),
    .reads(
      "extra fields that are none",
      sheetEntry {
        $0.centralExtra = [1, 2, 3]
        $0.localExtra = [9, 9, 255, 255, 1]
      }),
    .reads(
      "a Unicode path of another name",
      zip { zip in
        zip.entries[4].centralExtra = [0x75, 0x70, 9, 0, 1, 0, 0, 0, 0, 0x65, 0x76, 0x69, 0x6C]
      }),
  ]

  static let ends: [Attack] = [
    .refused("an entry more than there is", "ZIP_DAMAGED", "", zip { $0.count = 8 }),
    .refused("an entry less than there is", "ZIP_DAMAGED", "", zip { $0.count = 6 }),
    .refused("65,535 entries stated", "LIMIT", "entries", zip { $0.count = 65_535 }),
    .refused("no entry stated", "ZIP_DAMAGED", "", zip { $0.count = 0 }),
    .refused("two numbers of entries", "ZIP_SPLIT", "", zip { $0.countHere = 1 }),
    .refused("a directory too long", "ZIP_DAMAGED", "", zip { $0.directorySize = 100_000 }),
    .refused("a directory of 4 GiB", "ZIP_DAMAGED", "", zip { $0.directorySize = 0xFFFF_FFFF }),
    .refused("a directory too short", "ZIP_DAMAGED", "", zip { $0.directorySize = 50 }),
    .refused("a directory before the file", "ZIP_DAMAGED", "", zip { $0.directoryOffset = 10 }),
    .refused(
      "a directory behind the file", "ZIP_DAMAGED", "", zip { $0.directoryOffset = 1 << 30 }),
    .refused("a disk of many", "ZIP_SPLIT", "split", zip { $0.disk = 1 }),
    .refused("a directory on another disk", "ZIP_SPLIT", "", zip { $0.directoryDisk = 2 }),
    .reads("a comment", zip { $0.comment = Array(repeating: 0x41, count: 65_535) }),
    .reads("a comment longer than what is there", zip { $0.commentSize = 0 }),
    .refused("a comment that is not there", "ZIP_TRUNCATED", "", zip { $0.commentSize = 20 }),
    .reads("junk in front", zip { $0.junk = Array("#!/bin/sh\nexit\n".utf8) }),
    .reads("junk behind", zip { $0.trailer = Array(repeating: 0, count: 512) }),
    .reads("a gap before the directory", zip { $0.gap = Array(repeating: 7, count: 99) }),
    .refused(
      "another archive in the comment", "ZIP_DAMAGED", "two central directories",
      zip { $0.comment = HostileBook(rows: "").bytes }),
    .refused(
      "another archive in front", "ZIP_DAMAGED", "does not belong",
      zip { $0.junk = HostileBook(rows: "").bytes }),
    .refused("an end and nothing else", "NO_WORKBOOK", "", RawZip()),
    .refused("the first four bytes", "ZIP_TRUNCATED", "cut short", [0x50, 0x4B, 3, 4]),
    .refused("one part of a split archive", "ZIP_SPLIT", "split", [0x50, 0x4B, 7, 8, 1, 2, 3]),
  ]
}
