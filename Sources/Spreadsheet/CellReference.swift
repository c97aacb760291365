/// The position of a cell in a worksheet, such as `B7`.
///
/// Rows and columns count from zero. The spelling counts rows from one, as the file format does
/// (ECMA-376 Part 1, 18.18.62 `ST_Ref`):
///
///     CellReference(row: 6, column: 1).description  // "B7"
public struct CellReference: Hashable, Sendable {
  /// The row, counted from zero.
  public var row: Int
  /// The column, counted from zero.
  public var column: Int

  /// Makes a reference from a row and a column, both counted from zero.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

extension CellReference {
  /// Rows that a worksheet can have: 1,048,576.
  public static let rowLimit = 1_048_576
  /// Columns that a worksheet can have: 16,384 (`XFD`).
  public static let columnLimit = 16_384
}

// MARK: - Spelling

extension CellReference: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a spelling such as `B7`, `b7` or `$B$7`; nil when it is none or lies outside the grid.
  public init?(_ description: String) {
    guard let reference = CellReference(utf8: Array(description.utf8)) else { return nil }
    self = reference
  }

  /// Reads a spelling such as `B7` from bytes, with no allocation.
  ///
  /// Returns nil for anything but letters (at most three) and digits, each optionally after a
  /// `$`, and for places outside the 1,048,576 by 16,384 grid.
  public init?(utf8 bytes: some RandomAccessCollection<UInt8>) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        letters += 1
        if letters > 3 { return nil }
      case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
        letters += 1
        if letters > 3 { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9") where letters > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        if row > Self.rowLimit { return nil }
      case UInt8(ascii: "$"):
        continue
      default:
        return nil
      }
    }
    guard letters > 0, row > 0, column <= Self.columnLimit else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// The spelling, such as `B7`.
  public var description: String {
    Self.columnName(column) + String(row + 1)
  }

  /// The letters of a column counted from zero: 0 is `A`, 26 is `AA`.
  public static func columnName(_ column: Int) -> String {
    var bytes: [UInt8] = []
    appendColumnName(column, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the spelling to `bytes`; the way for hot paths.
  public func append(to bytes: inout [UInt8]) {
    Self.appendColumnName(column, to: &bytes)
    bytes.appendDecimal(row + 1)
  }

  /// Appends the letters of a column counted from zero to `bytes`.
  public static func appendColumnName(_ column: Int, to bytes: inout [UInt8]) {
    var rest = column + 1
    var letters: (UInt8, UInt8, UInt8) = (0, 0, 0)
    var count = 0
    while rest > 0, count < 3 {
      let digit = UInt8((rest - 1) % 26) + UInt8(ascii: "A")
      letters = (digit, letters.0, letters.1)
      rest = (rest - 1) / 26
      count += 1
    }
    if count > 0 { bytes.append(letters.0) }
    if count > 1 { bytes.append(letters.1) }
    if count > 2 { bytes.append(letters.2) }
  }
}

// MARK: - Order

extension CellReference: Comparable {
  /// Reading order: row by row, then column by column.
  public static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

extension [UInt8] {
  /// Appends a whole number in decimal digits, with no String.
  public mutating func appendDecimal(_ number: Int) {
    if number < 0 {
      append(UInt8(ascii: "-"))
    }
    var magnitude = number.magnitude
    if magnitude < 10 {
      append(UInt8(ascii: "0") + UInt8(magnitude))
      return
    }
    // From the last digit on, in a buffer on the stack: to reverse a part of the array would copy it.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = 20
      while magnitude > 0 {
        place -= 1
        unsafe digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10)
        magnitude /= 10
      }
      unsafe append(contentsOf: UnsafeBufferPointer(rebasing: digits[place...]))
    }
  }
}
