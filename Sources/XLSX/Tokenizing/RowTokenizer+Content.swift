internal import Spreadsheet

// What stands inside a cell: at most one formula, then at most one value or text.

extension RowTokenizer {
  /// Reads up to and over `</c>`; nil where it was read.
  @inline(__always)
  mutating func readContent(_ cursor: inout ByteCursor, _ cell: inout CellToken) -> DeclineReason? {
    if cursor.word & 0xFF_FFFF != 0x3E_763C {  // <v>
      cursor.skipBlanks()
      if cursor.word & 0xFFFF == 0x663C {  // <f
        if let failure = readFormula(&cursor, &cell) { return failure }
        cursor.skipBlanks()
      }
    }
    if cursor.word & 0xFF_FFFF == 0x3E_763C {  // <v>
      cursor.advance(by: 3)
      if let failure = readValue(&cursor, &cell) { return failure }
      cursor.skipBlanks()
    } else if cursor.skip("<v/>") {
      cell.form = .plain
      cursor.skipBlanks()
    } else if cursor.skip("<is/>") {
      cell.isInline = true
      cell.form = .plain
      cursor.skipBlanks()
    } else if cursor.skip("<is>") {
      if let failure = readInline(&cursor, &cell) { return failure }
      cursor.skipBlanks()
    }
    guard cursor.word == 0x3E63_2F3C else { return .element }  // </c>
    cursor.advance(by: 4)
    return nil
  }

  /// The text of `v` and its end tag.
  @inline(__always)
  private mutating func readValue(
    _ cursor: inout ByteCursor, _ cell: inout CellToken
  ) -> DeclineReason? {
    let start = cursor.offset
    var digits = 0
    var number = 0
    var isSigned = false
    if cursor.byte == UInt8(ascii: "-") {
      isSigned = true
      cursor.advance(by: 1)
    }
    while cursor.byte &- 48 < 10 {
      number = number &* 10 &+ Int(cursor.byte &- 48)
      digits += 1
      cursor.advance(by: 1)
    }
    cell.form = .plain
    if digits > 0 {
      // Of the digits in front of the point only a zero by itself may begin with zero.
      let hasPlainStart = digits == 1 || cursor.byte(back: digits) != UInt8(ascii: "0")
      if cursor.byte == UInt8(ascii: "<") {
        cell.isShortest = hasPlainStart
        if digits <= 9, !isSigned {
          cell.form = .integer
          cell.integer = Int32(truncatingIfNeeded: number)
        } else if digits <= 15 {
          cell.form = .number
        }
      } else if cursor.byte == UInt8(ascii: ".") {
        cursor.advance(by: 1)
        let point = cursor.offset
        while cursor.byte &- 48 < 10 { cursor.advance(by: 1) }
        let fraction = cursor.offset - point
        if cursor.byte == UInt8(ascii: "<"), fraction > 0, digits + fraction <= 15 {
          cell.form = .number
          // Behind `0.` a zero may be one of many, which are spelled with an exponent.
          cell.isShortest =
            hasPlainStart && cursor.byte(back: 1) != UInt8(ascii: "0")
            && (number != 0 || cursor.byte(back: fraction) != UInt8(ascii: "0"))
        }
      }
    }
    if cursor.byte != UInt8(ascii: "<") {
      var hasReferences = false
      guard cursor.skipText(&hasReferences) else { return .text }
      if hasReferences { cell.form = .encoded }
    }
    cell.start = Int32(truncatingIfNeeded: start)
    cell.end = Int32(truncatingIfNeeded: cursor.offset)
    guard cursor.word == 0x3E76_2F3C else { return cursor.skip("</v>") ? nil : .element }  // </v>
    cursor.advance(by: 4)
    return nil
  }

  /// The only `t` of an inline text, and the end tags.
  private mutating func readInline(
    _ cursor: inout ByteCursor, _ cell: inout CellToken
  ) -> DeclineReason? {
    cell.isInline = true
    cell.form = .plain
    cell.start = Int32(truncatingIfNeeded: cursor.offset)
    cell.end = cell.start
    if cursor.skip("</is>") { return nil }
    guard cursor.skip("<t") else { return .element }
    if cursor.skip("/>") { return cursor.skip("</is>") ? nil : .element }
    guard cursor.skip(UInt8(ascii: ">")) || cursor.skip(" xml:space=\"preserve\">") else {
      return .attribute
    }
    cell.start = Int32(truncatingIfNeeded: cursor.offset)
    var hasReferences = false
    guard cursor.skipText(&hasReferences) else { return .text }
    if hasReferences { cell.form = .encoded }
    cell.end = Int32(truncatingIfNeeded: cursor.offset)
    return cursor.skip("</t></is>") ? nil : .element
  }

  // MARK: Formulas

  private mutating func readFormula(
    _ cursor: inout ByteCursor, _ cell: inout CellToken
  ) -> DeclineReason? {
    cursor.advance(by: 2)
    var formula = FormulaToken()
    var isEmpty = false
    guard readFormulaAttributes(&cursor, &formula), endTag(&cursor, &isEmpty) else {
      return .attribute
    }
    if isEmpty {
      formula.text = cursor.offset..<cursor.offset
    } else {
      let start = cursor.offset
      guard cursor.skipText(&formula.hasReferences) else { return .text }
      formula.text = start..<cursor.offset
      guard cursor.skip("</f>") else { return .element }
    }
    cell.formula = Int32(truncatingIfNeeded: tokens.formulas.count)
    add(formula)
    return nil
  }

  private func readFormulaAttributes(
    _ cursor: inout ByteCursor, _ formula: inout FormulaToken
  ) -> Bool {
    var isShared = false
    var isArray = false
    var index: Int?
    var range: Range<Int>?
    var seen: UInt32 = 0
    while cursor.skip(UInt8(ascii: " ")) {
      cursor.skipSpaces()
      let bit: UInt32
      if cursor.skip("t=\"") {
        bit = 1
        if cursor.skip("shared\"") {
          isShared = true
        } else if cursor.skip("array\"") {
          isArray = true
        } else if !cursor.skip("normal\"") {
          return false
        }
      } else if cursor.skip("ref=\"") {
        bit = 2
        range = cursor.skipValue()
        if range == nil { return false }
      } else if cursor.skip("si=\"") {
        bit = 4
        index = cursor.skipInteger()
        guard index != nil, cursor.skip(UInt8(ascii: "\"")) else { return false }
      } else if cursor.skip("ca=\"") {
        bit = 8
        if cursor.skipValue() == nil { return false }
      } else if cursor.skip("aca=\"") {
        bit = 16
        if cursor.skipValue() == nil { return false }
      } else {
        break
      }
      guard seen & bit == 0 else { return false }
      seen |= bit
    }
    if isShared, let index { formula.kind = .shared(index: index) }
    if isArray { formula.kind = .array(range.flatMap { CellRange(cursor.string($0)) }) }
    return true
  }
}
