internal import Spreadsheet

// What the bytes of attributes and values spell. ASCII only, no String, nothing that traps.

/// The type of a cell as its attribute `t` states it (ECMA-376 Part 1, 18.18.11).
enum CellType: UInt8 {
  case number, shared, formulaString, inlineString, boolean, error, date, unknown

  init(_ bytes: Span<UInt8>) {
    switch bytes.count {
    case 0: self = .number
    case 1:
      switch bytes[0] {
      case UInt8(ascii: "n"): self = .number
      case UInt8(ascii: "s"): self = .shared
      case UInt8(ascii: "b"): self = .boolean
      case UInt8(ascii: "e"): self = .error
      case UInt8(ascii: "d"): self = .date
      default: self = .unknown
      }
    case 3 where bytes[0] == UInt8(ascii: "s") && bytes[1] == UInt8(ascii: "t"):
      self = .formulaString
    case 9 where bytes[0] == UInt8(ascii: "i") && bytes[6] == UInt8(ascii: "S"):
      self = .inlineString
    default: self = .unknown
    }
  }
}

enum CellBytes {
  /// A whole number of at most 18 digits without sign.
  static func integer(_ bytes: Span<UInt8>) -> Int? {
    var (start, end) = (0, bytes.count)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end, end - start <= 18 else { return nil }
    var number = 0
    for index in start..<end {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// A cell reference such as `B7`; nil for what is none or lies outside the grid.
  static func reference(_ bytes: Span<UInt8>) -> CellReference? {
    var column = 0
    var row = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let letter = (bytes[index] & 0xDF) &- 65
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      index += 1
      if index > 3 { return nil }
    }
    let letters = index
    guard letters > 0, count - letters <= 7, letters < count else { return nil }
    while index < count {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
    }
    guard row > 0, row <= CellReference.rowLimit, column <= CellReference.columnLimit else {
      return nil
    }
    return CellReference(row: row - 1, column: column - 1)
  }

  /// A range such as `A1:B7` in its plain spelling; nil for all others, which may be ranges too.
  static func range(_ bytes: Span<UInt8>) -> CellRange? {
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      guard let one = reference(bytes.extracting(0..<index)),
        let other = reference(bytes.extracting((index + 1)..<bytes.count))
      else { return nil }
      return CellRange(one, other)
    }
    return nil
  }

  /// Whether bytes spell a number of `xsd:double` that is finite: `-1.5E+10`.
  static func isNumber(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    let count = bytes.count
    if index < count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    var digits = 0
    while index < count, bytes[index] &- 48 < 10 {
      index += 1
      digits += 1
    }
    if index < count, bytes[index] == 0x2E {
      index += 1
      while index < count, bytes[index] &- 48 < 10 {
        index += 1
        digits += 1
      }
    }
    guard digits > 0 else { return false }
    if index == count { return digits < 300 || isFinite(bytes) }
    guard bytes[index] | 0x20 == 0x65 else { return false }
    index += 1
    if index < count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    let start = index
    while index < count, bytes[index] &- 48 < 10 { index += 1 }
    guard index == count, index > start else { return false }
    return (index - start < 3 && digits < 200) || isFinite(bytes)
  }

  private static func isFinite(_ bytes: Span<UInt8>) -> Bool {
    Double(string(bytes))?.isFinite ?? false
  }

  /// Whether a flag of a row is set.
  static func isTrue(_ bytes: Span<UInt8>) -> Bool {
    bytes.count > 0 && (bytes[0] == 0x31 || bytes[0] | 0x20 == 0x74)
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
