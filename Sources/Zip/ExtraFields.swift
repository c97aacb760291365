/// The extra fields of a header (APPNOTE 4.5).
struct ExtraFields {
  private let bytes: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// The data of the first field with a number. Trailing bytes that are no field are tolerated,
  /// as every other program does (some writers pad with zeros).
  private func field(_ number: Int) -> [UInt8]? {
    var place = 0
    while place + 4 <= bytes.count {
      let size = bytes.uint16(at: place + 2)
      guard size <= bytes.count - place - 4 else { return nil }
      if bytes.uint16(at: place) == number {
        return Array(bytes[(place + 4)..<(place + 4 + size)])
      }
      place += 4 + size
    }
    return nil
  }

  /// The numbers of the zip64 field, to be taken in order; nil where there is no such field.
  var wideSizes: WideSizes? { field(1).map { WideSizes(bytes: $0) } }

  /// The name in UTF-8 of the field 0x7075, if it belongs to these raw bytes.
  func unicodePath(for raw: [UInt8]) -> [UInt8]? {
    guard let data = field(0x7075), data.count > 5, data[0] == 1,
      data.uint32(at: 1) == Int(Checksum.of(raw))
    else { return nil }
    return Array(data[5...])
  }
}

/// The numbers of a zip64 field; only those stand in it whose 32-bit place is all ones.
struct WideSizes {
  fileprivate var bytes: [UInt8]
  private var place = 0

  fileprivate init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next number; nil when there is none or it is impossible.
  mutating func next() -> Int? {
    defer { place += 8 }
    return bytes.size64(at: place)
  }
}
