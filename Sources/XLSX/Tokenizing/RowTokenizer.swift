internal import Spreadsheet

// Programs write the rows of a sheet in a form far narrower than XML allows. This reads that form,
// byte by byte, many times as fast as a parser of all XML can. It takes a row only as a whole and
// only where it knows each byte for certain; what it does not know is not judged here but left to
// the XML parser: single quotes, carriage returns, comments, CDATA, prefixes, other elements and
// attributes, values out of their place, and everything that is damaged.

/// Reads rows in the form that programs write.
struct RowTokenizer {
  /// What a look at the bytes found.
  enum Outcome {
    /// A whole row, in `tokens`; the offset is that behind it.
    case row(end: Int)
    /// The end tag of the rows is next.
    case end
    /// Something that is not known for certain, seen at an offset.
    case declined(at: Int)
  }

  /// The row that was found.
  private(set) var tokens = RowTokens()
  /// Line feeds up to the end of the row.
  private(set) var lines = 0
  private(set) var reason = DeclineReason.element
  /// The digits of the row number and the quote behind them, as they stand in most references.
  private var rowDigits: UInt64 = 0
  private var rowMask: UInt64 = 0

  /// Looks at the bytes from an offset on; `ByteCursor.padding` zeros stand behind them.
  mutating func next(_ bytes: UnsafePointer<UInt8>, from offset: Int) -> Outcome {
    var cursor = unsafe ByteCursor(bytes, at: offset)
    cursor.skipBlanks()
    guard cursor.skip("<row") else {
      if cursor.skip("</") { return .end }
      return declined(.element, cursor)
    }
    tokens.reset()
    var isEmpty = false
    guard readRowAttributes(&cursor, &isEmpty) else { return declined(.attribute, cursor) }
    if !isEmpty {
      while true {
        cursor.skipBlanks()
        let word = cursor.word
        if word & 0xFFFF == 0x633C {  // <c
          cursor.advance(by: 2)
          if let failure = readCell(&cursor) { return declined(failure, cursor) }
        } else if cursor.skip("</row>") {
          break
        } else {
          return declined(.element, cursor)
        }
      }
    }
    lines = cursor.lines
    return .row(end: cursor.offset)
  }

  mutating func add(_ formula: FormulaToken) { tokens.formulas.append(formula) }

  private mutating func declined(_ reason: DeclineReason, _ cursor: ByteCursor) -> Outcome {
    self.reason = reason
    return .declined(at: cursor.offset)
  }
}

// MARK: - Tags

extension RowTokenizer {
  /// Attributes of a row. Each has a bit, because none may be there twice.
  private mutating func readRowAttributes(
    _ cursor: inout ByteCursor, _ isEmpty: inout Bool
  ) -> Bool {
    var seen: UInt32 = 0
    rowMask = 0
    while cursor.skip(UInt8(ascii: " ")) {
      cursor.skipSpaces()
      let name = cursor.skipName()
      if name.isEmpty { break }
      guard cursor.skip(UInt8(ascii: "=")), cursor.skip(UInt8(ascii: "\"")) else { return false }
      let bit: UInt32
      switch (name.count, cursor.longWord(at: name.lowerBound)) {
      case (1, let word) where word & 0xFF == 0x72:  // r
        bit = 1
        let start = cursor.offset
        guard let number = cursor.skipInteger(), cursor.offset - start <= 7 else { return false }
        guard cursor.skip(UInt8(ascii: "\"")) else { return false }
        tokens.number = number
        let size = UInt64(cursor.offset - start) * 8
        rowMask = size == 64 ? .max : (1 << size) - 1
        rowDigits = cursor.longWord(at: start) & rowMask
        guard seen & bit == 0 else { return false }
        seen |= bit
        continue
      case (6, let word) where word & 0xFFFF_FFFF_FFFF == 0x6E65_6464_6968:  // hidden
        bit = 2
        let flag = cursor.byte
        tokens.isHidden = flag == UInt8(ascii: "1") || flag | 0x20 == UInt8(ascii: "t")
      case (2, let word) where word & 0xFFFF == 0x7468:  // ht
        bit = 4
        guard let value = cursor.skipValue() else { return false }
        tokens.height = value
        guard seen & bit == 0 else { return false }
        seen |= bit
        continue
      case (5, let word) where word & 0xFF_FFFF_FFFF == 0x736E_6170_73:  // spans
        bit = 8
      case (1, let word) where word & 0xFF == 0x73:  // s
        bit = 16
        guard let style = cursor.skipInteger(), cursor.skip(UInt8(ascii: "\"")) else {
          return false
        }
        tokens.style = style
        guard seen & bit == 0 else { return false }
        seen |= bit
        continue
      default:
        guard let rare = Self.rareBit(cursor, name) else { return false }
        bit = rare
        if bit == 32 {
          let flag = cursor.byte
          tokens.hasStyle = flag == UInt8(ascii: "1") || flag | 0x20 == UInt8(ascii: "t")
        }
      }
      guard seen & bit == 0, cursor.skipValue() != nil else { return false }
      seen |= bit
    }
    return endTag(&cursor, &isEmpty)
  }

  private static let rareNames: [(name: StaticString, bit: UInt32)] = [
    ("customFormat", 32), ("customHeight", 64), ("outlineLevel", 128), ("collapsed", 256),
    ("thickTop", 512), ("thickBot", 1024), ("ph", 2048), ("x14ac:dyDescent", 4096),
  ]

  private static func rareBit(_ cursor: ByteCursor, _ name: Range<Int>) -> UInt32? {
    for rare in rareNames
    where rare.name.utf8CodeUnitCount == name.count
      && cursor.matches(rare.name, at: name.lowerBound)
    {
      return rare.bit
    }
    return nil
  }

  /// The end of a start tag: `>`, or `/>`, with spaces in front.
  @inline(__always)
  func endTag(_ cursor: inout ByteCursor, _ isEmpty: inout Bool) -> Bool {
    if cursor.skip(UInt8(ascii: ">")) { return true }
    isEmpty = true
    return cursor.word & 0xFFFF == 0x3E2F
      && {
        cursor.advance(by: 2); return true
      }()  // />
  }

  /// A cell behind `<c`; nil where it was read.
  @inline(__always)
  private mutating func readCell(_ cursor: inout ByteCursor) -> DeclineReason? {
    var cell = CellToken()
    var isEmpty = false
    guard readCellAttributes(&cursor, &cell), endTag(&cursor, &isEmpty) else { return .attribute }
    if !isEmpty, let failure = readContent(&cursor, &cell) { return failure }
    tokens.cells.append(cell)
    return nil
  }

  @inline(__always)
  private mutating func readCellAttributes(
    _ cursor: inout ByteCursor, _ cell: inout CellToken
  ) -> Bool {
    var seen: UInt32 = 0
    while cursor.skip(UInt8(ascii: " ")) {
      cursor.skipSpaces()
      let word = cursor.word
      let bit: UInt32
      switch word & 0xFF_FFFF {
      case 0x22_3D72:  // r="
        bit = 1
        cursor.advance(by: 3)
        guard readReference(&cursor, &cell) else { return false }
      case 0x22_3D73:  // s="
        bit = 2
        cursor.advance(by: 3)
        guard let style = cursor.skipInteger(), cursor.skip(UInt8(ascii: "\"")) else {
          return false
        }
        cell.style = Int32(truncatingIfNeeded: style)
      case 0x22_3D74:  // t="
        bit = 4
        cursor.advance(by: 3)
        guard let type = readType(&cursor) else { return false }
        cell.type = type
      case 0x3D_6D63, 0x3D_6D76, 0x3D_6870:  // cm=, vm=, ph=
        bit = 8 << (word & 0xFF == 0x63 ? 0 : word & 0xFF == 0x76 ? 1 : 2)
        guard word >> 24 == 0x22 else { return false }
        cursor.advance(by: 4)
        guard cursor.skipValue() != nil else { return false }
      default:
        // Spaces in front of the end of the tag.
        return seen != 0 && (cursor.byte == UInt8(ascii: ">") || cursor.byte == UInt8(ascii: "/"))
      }
      guard seen & bit == 0 else { return false }
      seen |= bit
    }
    return true
  }

  @inline(__always)
  private func readReference(_ cursor: inout ByteCursor, _ cell: inout CellToken) -> Bool {
    var column = 0
    var letters = 0
    while cursor.byte &- 65 < 26 {
      column = column &* 26 &+ Int(cursor.byte &- 64)
      cursor.advance(by: 1)
      letters += 1
      if letters > 3 { return false }
    }
    guard letters > 0, column <= CellReference.columnLimit else { return false }
    cell.column = Int32(truncatingIfNeeded: column - 1)
    if rowMask != 0, cursor.longWord & rowMask == rowDigits, let number = tokens.number {
      cursor.advance(by: (64 - rowMask.leadingZeroBitCount) >> 3)
      cell.row = Int32(truncatingIfNeeded: number - 1)
      return number > 0 && number <= CellReference.rowLimit
    }
    let start = cursor.offset
    guard let number = cursor.skipInteger(), cursor.offset - start <= 7, number > 0,
      number <= CellReference.rowLimit
    else { return false }
    cell.row = Int32(truncatingIfNeeded: number - 1)
    return cursor.skip(UInt8(ascii: "\""))
  }

  @inline(__always)
  private func readType(_ cursor: inout ByteCursor) -> CellType? {
    switch cursor.word & 0xFFFF {
    case 0x2273: cursor.advance(by: 2); return .shared  // s"
    case 0x226E: cursor.advance(by: 2); return .number  // n"
    case 0x2262: cursor.advance(by: 2); return .boolean  // b"
    case 0x2265: cursor.advance(by: 2); return .error  // e"
    case 0x2264: cursor.advance(by: 2); return .date  // d"
    default:
      if cursor.skip("str\"") { return .formulaString }
      if cursor.skip("inlineStr\"") { return .inlineString }
      return nil
    }
  }
}
