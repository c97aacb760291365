// `_x000D_` in a text stands for the character of that number (ECMA-376 Part 1, 22.9.2.19), and
// `_x005F_` for the underscore of a text that looks like such an escape.

enum TextEscapes {
  /// Decodes the escapes in the bytes from `start` on, in place. Lone surrogates stay as written.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var read = firstEscape(in: bytes, from: start) else { return }
    var write = read
    while read < bytes.count {
      guard let unit = escape(in: bytes, at: read) else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
        continue
      }
      var scalar = Unicode.Scalar(UInt32(unit))
      var length = 7
      if UTF16.isLeadSurrogate(unit), let trail = escape(in: bytes, at: read + 7),
        UTF16.isTrailSurrogate(trail)
      {
        scalar = Unicode.Scalar(
          0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00)
        length = 14
      }
      if let scalar {
        for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
          bytes[write] = byte
          write += 1
        }
      } else {
        for offset in 0..<length { bytes[write + offset] = bytes[read + offset] }
        write += length
      }
      read += length
    }
    bytes.removeLast(bytes.count - write)
  }

  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var bytes = Array(text.utf8)
    decode(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while let found = ByteSearch.first("_x", in: bytes.span, from: index, to: bytes.count) {
      if escape(in: bytes, at: found - 2) != nil { return found - 2 }
      index = found
    }
    return nil
  }

  /// The number of the escape at a place, or nil where there is none.
  private static func escape(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 48)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - 55)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - 87)
      default: return nil
      }
    }
    return unit
  }
}
