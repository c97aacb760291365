/// How far a formula reaches: what it needs to keep its meaning in a copy of some sheets.
public enum FormulaReach: Hashable, Sendable {
  /// Only cells of the sheets that are copied.
  case copied
  /// Names, tables or other sheets of the workbook.
  case workbook
  /// Another file, a program, or the network.
  case outside

  /// Looks at a formula without `=`; `sheets` are the names of the sheets that are copied, in small letters.
  ///
  /// In doubt a formula reaches further: then its value is kept instead. Linear in its length.
  public init(_ formula: Span<UInt8>, sheets: Set<[UInt8]>) {
    var scanner = FormulaScanner(sheets: sheets)
    scanner.scan(formula)
    self = scanner.reach
  }
}

/// Runs over the words of a formula.
private struct FormulaScanner {
  let sheets: Set<[UInt8]>
  var reach = FormulaReach.copied
  private var word: [UInt8] = []

  init(sheets: Set<[UInt8]>) {
    self.sheets = sheets
  }

  private mutating func widen(_ other: FormulaReach) {
    if other == .outside || reach == .copied { reach = other }
  }

  mutating func scan(_ formula: Span<UInt8>) {
    var place = 0
    var previous: UInt8 = 0
    while place < formula.count, reach != .outside {
      let byte = formula[place]
      switch byte {
      case UInt8(ascii: "\""):
        place = Self.end(of: formula, quote: byte, from: place + 1).next
      case UInt8(ascii: "'"):
        let quoted = Self.end(of: formula, quote: byte, from: place + 1)
        take(sheet: quoted.text)
        place = quoted.next
        if place < formula.count, formula[place] == UInt8(ascii: "!") { place += 1 }
      case UInt8(ascii: "|"):
        widen(.outside)
      case UInt8(ascii: "["):
        // `[1]Sheet1!A1` is another file; `Table1[Column]` and what stands in it is a table.
        let isTable =
          Self.isWord(previous) || [0x5B, 0x2C, 0x20, 0x3A].contains(previous)
        widen(isTable && previous != 0 ? .workbook : .outside)
        place += 1
      case UInt8(ascii: "#"):
        // An error such as `#REF!`, or the mark of a spilled range.
        place += 1
        if !Self.isWord(previous) {
          while place < formula.count, Self.isErrorByte(formula[place]) { place += 1 }
        }
      case _ where Self.isWord(byte):
        let start = place
        word.removeAll(keepingCapacity: true)
        while place < formula.count, Self.isWord(formula[place]) {
          word.append(formula[place])
          place += 1
        }
        let isAfterColon = start > 0 && formula[start - 1] == UInt8(ascii: ":")
        takeWord(
          next: place < formula.count ? formula[place] : 0, isAfterColon: isAfterColon)
        if place < formula.count, formula[place] == UInt8(ascii: "!") { place += 1 }
      default: place += 1
      }
      if place > 0, place <= formula.count { previous = formula[place - 1] }
    }
  }

  private mutating func take(sheet name: [UInt8]) {
    if name.contains(UInt8(ascii: "[")) || name.contains(UInt8(ascii: "|")) {
      return widen(.outside)
    }
    if !sheets.contains(Self.lowercased(name)) { widen(.workbook) }
  }

  private mutating func takeWord(next: UInt8, isAfterColon: Bool) {
    if next == UInt8(ascii: "(") {
      if FormulaSafety.isForbidden(function: word) { widen(.outside) }
      return
    }
    if next == UInt8(ascii: "!") { return take(sheet: word) }
    if !isPlain(next: next, isAfterColon: isAfterColon) { widen(.workbook) }
  }

  /// Whether the word is a number, a truth value, a cell, or one end of a range of columns.
  private func isPlain(next: UInt8, isAfterColon: Bool) -> Bool {
    let bytes = word.filter { $0 != UInt8(ascii: "$") }
    guard let first = bytes.first else { return false }
    if first &- 0x30 < 10 || first == UInt8(ascii: ".") { return true }
    let lower = Self.lowercased(bytes)
    if lower == Array("true".utf8) || lower == Array("false".utf8) { return true }
    let letters = lower.prefix { $0 >= 0x61 && $0 <= 0x7A }
    guard (1...3).contains(letters.count) else { return false }
    let digits = lower.dropFirst(letters.count)
    if digits.isEmpty { return isAfterColon || next == UInt8(ascii: ":") }
    return digits.count <= 7 && digits.first != 0x30 && digits.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func end(
    of formula: Span<UInt8>, quote: UInt8, from start: Int
  ) -> (text: [UInt8], next: Int) {
    var text: [UInt8] = []
    var place = start
    while place < formula.count {
      if formula[place] == quote {
        guard place + 1 < formula.count, formula[place + 1] == quote else {
          return (text, place + 1)
        }
        place += 1
      }
      text.append(formula[place])
      place += 1
    }
    return (text, place)
  }

  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }

  private static func isErrorByte(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x24, 0x5C, 0x80...0xFF: true
    default: false
    }
  }
}
