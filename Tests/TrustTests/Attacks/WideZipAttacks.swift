// zip64, data descriptors and bombs.

private let book = HostileBook()
private let sheetPart = "xl/worksheets/sheet1.xml"

private func wide(_ change: (inout RawZip.Wide) -> Void = { _ in }) -> RawZip {
  var zip = book.zip
  var wide = RawZip.Wide()
  change(&wide)
  zip.wide = wide
  return zip
}

/// The sheet with its numbers in a zip64 field.
private func wideEntry(
  size: Int? = nil, packed: Int? = nil, offset: Int? = nil, field: [UInt8]? = nil
) -> RawZip {
  let offsets = book.zip.build().localHeaders
  return book.zip(changing: sheetPart) { entry in
    entry.centralSize = 0xFFFF_FFFF
    entry.centralPackedSize = 0xFFFF_FFFF
    entry.centralOffset = 0xFFFF_FFFF
    entry.localSize = entry.size
    entry.centralExtra =
      field ?? [1, 0, 24, 0] + RawZip.u64(size ?? entry.size)
      + RawZip.u64(packed ?? entry.packed.count) + RawZip.u64(offset ?? offsets[4])
  }
}

private func described(
  signature: Bool = true, wide: Bool = false, states: Bool = false,
  _ change: (inout [UInt8]) -> Void = { _ in }
) -> RawZip {
  book.zip(changing: sheetPart) { entry in
    entry.flags = 8
    if !states {
      entry.localCRC = 0
      entry.localSize = 0
      entry.localPackedSize = 0
    }
    func number(_ value: Int) -> [UInt8] { wide ? RawZip.u64(value) : RawZip.u32(value) }
    var bytes = signature ? [UInt8](arrayLiteral: 0x50, 0x4B, 7, 8) : []
    bytes += RawZip.u32(Int(entry.crc)) + number(entry.packed.count) + number(entry.size)
    change(&bytes)
    entry.descriptor = bytes
  }
}

/// A workbook whose sheet is spaces between two rows: `times` of them in a thousandth of bytes.
func spaceBomb(_ times: Int) -> RawZip {
  let sheet = Array(HostileBook.sheet("").utf8)
  let place = sheet.count - "</sheetData></worksheet>".utf8.count
  let packed = RawDeflate.bomb(
    Array(sheet[..<place]), repeating: 0x20, times: times, Array(sheet[place...]))
  return book.zip(changing: sheetPart) { entry in
    entry = RawEntry(sheetPart, deflated: packed, crc: 0, size: sheet.count + times)
  }
}

enum WideZipAttacks {
  static let records: [Attack] = [
    .reads("zip64", wide()),
    .reads("zip64 beside a short end that states all", wide { $0.isReferred = false }),
    .refused("zip64 with 2^63 entries", "ZIP_DAMAGED", "", wide { $0.count = .min }),
    .refused("zip64 with 2^62 entries", "LIMIT", "entries", wide { $0.count = 1 << 62 }),
    .refused("zip64 with an entry more", "ZIP_DAMAGED", "", wide { $0.count = 8 }),
    .refused(
      "a zip64 directory of 2^62 bytes", "ZIP_DAMAGED", "", wide { $0.directorySize = 1 << 62 }),
    .refused(
      "a zip64 directory of 2^64-1 bytes", "ZIP_DAMAGED", "", wide { $0.directorySize = -1 }),
    .refused("a zip64 directory at 2^62", "ZIP_DAMAGED", "", wide { $0.directoryOffset = 1 << 62 }),
    .refused("a zip64 directory at 2^64-1", "ZIP_DAMAGED", "", wide { $0.directoryOffset = -1 }),
    .refused("a zip64 record of 2^63 bytes", "ZIP_DAMAGED", "", wide { $0.recordSize = .min }),
    .refused("a zip64 record of 3 bytes", "ZIP_DAMAGED", "", wide { $0.recordSize = 3 }),
    .reads("a zip64 record that its locator misses", wide { $0.recordPlace = 5 }),
    .refused(
      "a zip64 record of another mark", "ZIP_DAMAGED", "", wide { $0.signature = [1, 2, 3, 4] }),
    .refused("zip64 of nine disks", "ZIP_SPLIT", "", wide { $0.disks = 9 }),
    .refused(
      "zip64 that contradicts the short end", "ZIP_DAMAGED", "contradict",
      wide {
        $0.isReferred = false
        $0.count = 3
      }),
    .reads("an entry with zip64 sizes", wideEntry()),
    .refused("a zip64 size of 2^63", "ZIP_DAMAGED", "zip64", wideEntry(size: .min)),
    .refused("a zip64 size of 2^64-1", "ZIP_DAMAGED", "zip64", wideEntry(size: -1)),
    .refused("a zip64 size of 2^62", "LIMIT", "part-size", wideEntry(size: 1 << 62)),
    .refused("a zip64 packed size of 2^62", "ZIP_DAMAGED", "outside", wideEntry(packed: 1 << 62)),
    .refused("a zip64 offset of 2^62", "ZIP_DAMAGED", "outside", wideEntry(offset: 1 << 62)),
    .refused("a zip64 offset of 2^63-1", "ZIP_DAMAGED", "outside", wideEntry(offset: .max)),
    .refused(
      "a zip64 field without numbers", "ZIP_DAMAGED", "zip64", wideEntry(field: [1, 0, 0, 0])),
    .refused(
      "a zip64 field cut in a number", "ZIP_DAMAGED", "zip64",
      wideEntry(field: [1, 0, 12, 0] + RawZip.u64(5) + RawZip.u32(5))),
    .refused("no zip64 field where one must be", "ZIP_DAMAGED", "", wideEntry(field: [])),
  ]

  static let descriptors: [Attack] = [
    .reads("a data descriptor", described()),
    .reads("a data descriptor without its mark", described(signature: false)),
    .reads("a data descriptor of zip64", described(wide: true)),
    .reads("a data descriptor of zip64 without its mark", described(signature: false, wide: true)),
    .reads("a data descriptor beside stated sizes", described(states: true)),
    .refused(
      "a data descriptor of another CRC", "ZIP_DAMAGED", "descriptor", described { $0[4] ^= 1 }),
    .refused(
      "a data descriptor of another size", "ZIP_DAMAGED", "descriptor", described { $0[12] ^= 1 }),
    .refused(
      "a data descriptor that is missing", "ZIP_DAMAGED", "descriptor", described { $0 = [] }),
    .refused(
      "a data descriptor cut short", "ZIP_DAMAGED", "descriptor", described { $0.removeLast(8) }),
  ]

  static let bombs: [Attack] = [
    Attack.refused("a bomb past the ratio", "LIMIT", "--limit ratio=N", spaceBomb(400 << 10))
      .limited {
        $0.ratioFloor = 1 << 16
        $0.compressionRatio = 100
      },
    Attack.refused(
      "a bomb past the size of a part", "LIMIT", "--limit part-size=N", spaceBomb(400 << 10)
    ).limited { $0.partSize = 200 << 10 },
    Attack.refused(
      "a bomb past all sizes", "LIMIT", "--limit inflated-size=N", spaceBomb(400 << 10)
    )
    .limited { $0.inflatedSize = 200 << 10 },
    .refused("a bomb with a false checksum", "ZIP_CRC", "", spaceBomb(100 << 10)),
    .refused(
      "a bomb that states a small size", "ZIP_SIZE", "",
      {
        var zip = spaceBomb(400 << 10)
        zip.entries[4].size = 400
        return zip
      }()),
    Attack.refused("an entry too many", "LIMIT", "--limit entries=N", book)
      .limited { $0.entries = 6 },
    Attack.refused("a file too large", "LIMIT", "--limit file-size=N", book)
      .limited { $0.fileSize = 1000 },
  ]
}
