/// Numbers read from bytes, with no String on the usual way.
enum NumericText {
  /// The double that bytes spell as a file does: sign, digits, point, exponent; nil for anything
  /// else and for what is not finite.
  static func double(_ bytes: Span<UInt8>) -> Double? {
    var position = 0
    var isNegative = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == 0x2B {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var isExact = true
    var isFraction = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x30, byte <= 0x39 {
        if mantissa > 900_000_000_000_000 {
          isExact = false
        } else {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
          if isFraction { exponent -= 1 }
        }
        digits += 1
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    if position == bytes.count, isExact, exponent >= -22 {
      let value = Double(mantissa) / powers[-exponent]
      return isNegative && value != 0 ? -value : value
    }
    return slow(bytes)
  }

  /// The number that a text spells plainly, so that it equals a number cell: at most 15 digits, no
  /// leading zero, no exponent, no grouping. 007 and an identity number of 18 digits stay text.
  static func plainNumber(_ bytes: Span<UInt8>) -> Double? {
    guard bytes.count <= 17, bytes.count > 0 else { return nil }
    var position = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let first = position
    var digits = 0
    var point: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
      } else if byte == UInt8(ascii: "."), point == nil, position > first {
        point = position
      } else {
        return nil
      }
      position += 1
    }
    guard digits > 0, digits <= 15, bytes[bytes.count - 1] != UInt8(ascii: ".") else { return nil }
    if bytes[first] == 0x30, first + 1 < bytes.count, point != first + 1 { return nil }
    return double(bytes)
  }

  /// A number as people write it: no exponent and no point where it is whole and below 10^15.
  static func text(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      return String(whole)
    }
    return value.description
  }

  private static func slow(_ bytes: Span<UInt8>) -> Double? {
    guard bytes.count <= 400 else { return nil }
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for position in 0..<bytes.count {
      let byte = bytes[position]
      // Words such as "inf" and hexadecimal numbers are text.
      guard
        (byte >= 0x30 && byte <= 0x39) || byte == 0x2B || byte == 0x2D || byte == 0x2E
          || byte == 0x45 || byte == 0x65
      else { return nil }
      copy.append(byte)
    }
    guard let value = Double(String(decoding: copy, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value == 0 ? 0 : value
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
