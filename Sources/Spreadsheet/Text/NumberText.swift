// Numbers as text, both ways, with no String for the ordinary ones.
//
// A decimal of at most 15 significant digits is the shortest spelling of the double next to it: two
// different ones never share a double. So such bytes of a file are copied as they are; the others
// are read and printed anew.

/// Numbers as text: the shortest spelling that reads back to the same double.
///
/// Ordinary magnitudes are spelled plainly, from 0.000001 up to 21 digits; others as `1e-7` and
/// `1e+21`. CSV and JSON agree on it.
public enum NumberText {
  /// Appends the shortest spelling of a number that reads back to the same double.
  ///
  /// What is not finite has no spelling as a number: `#NUM!` is appended.
  public static func append(_ value: Double, to output: inout [UInt8]) {
    guard value.isFinite else {
      output.append(contentsOf: "#NUM!".utf8)
      return
    }
    if value.magnitude < 9_007_199_254_740_992, let whole = Int(exactly: value) {
      if whole == 0, value.sign == .minus { output.append(UInt8(ascii: "-")) }
      output.appendDecimal(whole)
      return
    }
    if value.magnitude >= 1e-4, value.magnitude < 1e15 {
      output.append(copying: value.description.utf8Span.span)
      return
    }
    if value < 0 { output.append(UInt8(ascii: "-")) }
    DecimalDigits(value.magnitude, significant: 17).appendShortest(to: &output)
  }

  /// Appends the shortest spelling of a number that a file spells in some way; false when the
  /// bytes are no number, and nothing is appended.
  @discardableResult
  public static func append(spelling bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    if isShortest(bytes) {
      unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
      return true
    }
    guard let value = value(of: bytes) else { return false }
    append(value, to: &output)
    return true
  }

  /// Whether the bytes are surely the shortest spelling of their number, as `append` gives it.
  ///
  /// False for some that are, where finding out takes more than a look.
  public static func isShortest(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    let end = bytes.count
    if place < end, bytes[place] == UInt8(ascii: "-") { place += 1 }
    guard place < end else { return false }
    let first = place
    while place < end, isDigit(bytes[place]) { place += 1 }
    var digits = place - first
    guard digits > 0, digits <= 15 else { return false }
    let startsWithZero = bytes[first] == UInt8(ascii: "0")
    if startsWithZero, digits > 1 { return false }
    if place == end { return true }
    guard bytes[place] == UInt8(ascii: "."), bytes[end - 1] != UInt8(ascii: "0") else {
      return false
    }
    place += 1
    let fraction = place
    if startsWithZero {
      digits = 0
      while place < end, bytes[place] == UInt8(ascii: "0") { place += 1 }
      guard place - fraction <= 5 else { return false }
    }
    let significant = place
    while place < end, isDigit(bytes[place]) { place += 1 }
    return place == end && place > fraction && digits + place - significant <= 15
  }

  /// The number that bytes spell: an optional sign, digits with an optional decimal point, an
  /// optional exponent, nothing else; nil for anything else and for what no double can hold.
  public static func value(of bytes: Span<UInt8>) -> Double? {
    var place = 0
    let end = bytes.count
    var isNegative = false
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var exponent = 0
    var hasPoint = false
    while place < end {
      let byte = bytes[place]
      if isDigit(byte) {
        digits += 1
        if significant > 0 || byte != UInt8(ascii: "0") {
          significant += 1
          if significant <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0")) }
        }
        if hasPoint { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    if place < end {
      guard bytes[place] | 0x20 == UInt8(ascii: "e"),
        let written = wholeNumber(bytes, from: place + 1)
      else { return nil }
      exponent += written
    }
    if significant == 0 { return isNegative ? -0.0 : 0 }
    let magnitude: Double
    if significant <= 19, let exact = Self.magnitude(mantissa, exponent: exponent) {
      magnitude = exact
    } else {
      guard let read = slowMagnitude(bytes) else { return nil }
      magnitude = read
    }
    return isNegative ? -magnitude : magnitude
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// A signed whole number up to the end of the bytes; clamped far outside the range of doubles.
  private static func wholeNumber(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    var isNegative = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    guard place < bytes.count else { return nil }
    var number = 0
    while place < bytes.count {
      guard isDigit(bytes[place]) else { return nil }
      number = min(number * 10 + Int(bytes[place] - UInt8(ascii: "0")), 100_000)
      place += 1
    }
    return isNegative ? -number : number
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  private static let powersOfFive: [UInt64] = (0...27).map { power in
    (0..<power).reduce(1) { number, _ in number &* 5 }
  }

  /// `mantissa * 10^exponent`, correctly rounded, where that takes one division; else nil.
  private static func magnitude(_ mantissa: UInt64, exponent: Int) -> Double? {
    if mantissa <= 1 << 53 {
      if exponent >= 0, exponent <= 22 { return Double(mantissa) * powersOfTen[exponent] }
      if exponent < 0, exponent >= -22 { return Double(mantissa) / powersOfTen[-exponent] }
    }
    guard exponent < 0, exponent >= -27 else { return nil }
    // A quotient of 64 bits and a remainder that says whether it is exact: enough to round.
    let shift = mantissa.leadingZeroBitCount
    let divisorShift = powersOfFive[-exponent].leadingZeroBitCount
    let divisor = powersOfFive[-exponent] << UInt64(divisorShift)
    var high = mantissa << UInt64(shift)
    var low: UInt64 = 0
    var binary = divisorShift - shift + exponent - 64
    if high >= divisor {
      low = high << 63
      high >>= 1
      binary += 1
    }
    let (quotient, remainder) = divisor.dividingFullWidth((high, low))
    let dropped = quotient & 0x7FF
    var kept = quotient >> 11
    if dropped > 0x400 || (dropped == 0x400 && (remainder != 0 || kept & 1 == 1)) { kept += 1 }
    return Double(sign: .plus, exponent: binary + 11, significand: Double(kept))
  }

  /// What the C library or the standard library makes of the digits; nil past the doubles.
  private static func slowMagnitude(_ bytes: Span<UInt8>) -> Double? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for index in bytes.indices where bytes[index] != UInt8(ascii: "-") || index > 0 {
      text.append(bytes[index])
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value.magnitude
  }
}
