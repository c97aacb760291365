internal import Spreadsheet

/// A formula that several cells share: written once, for the first of them (ECMA-376 Part 1,
/// 18.3.1.40).
struct SharedFormula {
  /// The cell where the formula stands as written.
  let reference: CellReference
  /// The formula without `=`.
  let text: [UInt8]

  /// Appends the formula as it reads in another cell: relative references are moved.
  func append(for cell: CellReference, to bytes: inout [UInt8]) {
    let rows = cell.row - reference.row
    let columns = cell.column - reference.column
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = copyQuoted(from: index, quote: byte, to: &bytes)
      case UInt8(ascii: "["):
        index = copyBrackets(from: index, to: &bytes)
      default:
        guard Self.isWordByte(byte) else {
          bytes.append(byte)
          index += 1
          continue
        }
        var end = index
        while end < text.count, Self.isWordByte(text[end]) { end += 1 }
        appendWord(index..<end, rows: rows, columns: columns, to: &bytes)
        index = end
      }
    }
  }

  private func copyQuoted(from start: Int, quote: UInt8, to bytes: inout [UInt8]) -> Int {
    var index = start + 1
    while index < text.count, text[index] != quote { index += 1 }
    index = min(index + 1, text.count)
    bytes.append(contentsOf: text[start..<index])
    return index
  }

  private func copyBrackets(from start: Int, to bytes: inout [UInt8]) -> Int {
    var index = start
    var depth = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "[") { depth += 1 }
      if text[index] == UInt8(ascii: "]") { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    bytes.append(contentsOf: text[start..<index])
    return index
  }

  /// Appends a run of letters, digits, `$`, `.`, `_` and bytes above ASCII.
  private func appendWord(
    _ range: Range<Int>, rows: Int, columns: Int, to bytes: inout [UInt8]
  ) {
    let next = range.upperBound < text.count ? text[range.upperBound] : 0
    let isName = next == UInt8(ascii: "(") || next == UInt8(ascii: "!")
    // `A:B` and `1:3` are references only beside their colon.
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let colon = next == UInt8(ascii: ":") || before == UInt8(ascii: ":")
    guard !isName, let parts = Parts(text[range]),
      colon || (parts.letters > 0 && parts.digits > 0)
    else {
      bytes.append(contentsOf: text[range])
      return
    }
    var column = parts.column
    var row = parts.row
    if parts.letters > 0, !parts.isColumnFixed { column += columns }
    if parts.digits > 0, !parts.isRowFixed { row += rows }
    let fits =
      (parts.letters == 0 || (0..<CellReference.columnLimit).contains(column))
      && (parts.digits == 0 || (0..<CellReference.rowLimit).contains(row))
    guard fits else {
      bytes.append(contentsOf: "#REF!".utf8)
      return
    }
    if parts.letters > 0 {
      if parts.isColumnFixed { bytes.append(UInt8(ascii: "$")) }
      CellReference.appendColumnName(column, to: &bytes)
    }
    if parts.digits > 0 {
      if parts.isRowFixed { bytes.append(UInt8(ascii: "$")) }
      bytes.appendDecimal(row + 1)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "\\"), 0x80...:
      true
    default: false
    }
  }

  /// A word as column and row of a reference.
  private struct Parts {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    var isColumnFixed = false
    var isRowFixed = false

    init?(_ word: ArraySlice<UInt8>) {
      var hasDollar = false
      for byte in word {
        switch byte {
        case UInt8(ascii: "$"):
          if hasDollar { return nil }
          hasDollar = true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
          guard digits == 0, letters < 3, letters == 0 || !hasDollar else { return nil }
          if hasDollar { isColumnFixed = true }
          hasDollar = false
          column = column * 26 + Int(byte & 0xDF) - 64
          letters += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          guard digits < 7, digits == 0 || !hasDollar else { return nil }
          if hasDollar { isRowFixed = true }
          hasDollar = false
          row = row * 10 + Int(byte) - 48
          digits += 1
        default:
          return nil
        }
      }
      guard !hasDollar, letters + digits > 0, digits == 0 || row > 0 else { return nil }
      column -= 1
      row -= 1
      guard column < CellReference.columnLimit, row < CellReference.rowLimit else { return nil }
    }
  }
}
