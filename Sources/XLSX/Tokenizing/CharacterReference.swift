/// A reference such as `&amp;` or `&#10;` that stands for one character.
struct CharacterReference {
  /// The character.
  let scalar: Unicode.Scalar
  /// Bytes of the reference.
  let count: Int

  /// Reads the reference at a cursor; nil for what is none, or stands for no character of XML.
  init?(_ cursor: ByteCursor) {
    var cursor = cursor
    let start = cursor.offset
    if cursor.skip("&amp;") {
      scalar = "&"
    } else if cursor.skip("&lt;") {
      scalar = "<"
    } else if cursor.skip("&gt;") {
      scalar = ">"
    } else if cursor.skip("&quot;") {
      scalar = "\""
    } else if cursor.skip("&apos;") {
      scalar = "'"
    } else if cursor.skip("&#") {
      guard let number = Self.number(&cursor), cursor.skip(UInt8(ascii: ";")),
        let found = Unicode.Scalar(number), Self.isAllowed(number)
      else { return nil }
      scalar = found
    } else {
      return nil
    }
    count = cursor.offset - start
  }

  private static func number(_ cursor: inout ByteCursor) -> UInt32? {
    guard cursor.skip(UInt8(ascii: "x")) else {
      return cursor.skipInteger().map { UInt32($0) }
    }
    var number: UInt32 = 0
    var count = 0
    while count < 7 {
      let byte = cursor.byte
      if byte &- 48 < 10 {
        number = number << 4 | UInt32(byte &- 48)
      } else if (byte | 0x20) &- 97 < 6 {
        number = number << 4 | UInt32((byte | 0x20) &- 87)
      } else {
        break
      }
      cursor.advance(by: 1)
      count += 1
    }
    return count > 0 && count < 7 ? number : nil
  }

  /// The characters of XML 1.0 (2.2 `Char`).
  private static func isAllowed(_ number: UInt32) -> Bool {
    switch number {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends text in which a tokenizer found references, each replaced by its character.
  mutating func append(
    decoding range: Range<Int>, of bytes: UnsafePointer<UInt8>
  ) {
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      guard unsafe bytes[place] == UInt8(ascii: "&"),
        let reference = unsafe CharacterReference(ByteCursor(bytes, at: place))
      else {
        place += 1
        continue
      }
      unsafe append(copying: start..<place, of: bytes)
      append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.EncodedScalar())
      place += reference.count
      start = place
    }
    unsafe append(copying: start..<place, of: bytes)
  }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func append(copying range: Range<Int>, of bytes: UnsafePointer<UInt8>) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
  }
}
