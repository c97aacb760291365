internal import Spreadsheet

// The assembler's steps are the same whoever found the tags; here they are taken row by row out of
// tokens, with short cuts for the values whose bytes the tokenizer has judged already.

extension RowAssembler {
  /// Takes a whole row, but for its end. Returns false where the assembling ends.
  mutating func take(_ tokens: borrowing RowTokens, of bytes: UnsafePointer<UInt8>) -> Bool {
    let height = tokens.height.map { height in
      unsafe Double(
        CellBytes.string(
          UnsafeBufferPointer(start: bytes + height.lowerBound, count: height.count).span))
    }
    guard
      beginRow(
        number: tokens.number, isInvalid: false, isHidden: tokens.isHidden,
        height: height?.flatMap { $0.isFinite ? $0 : nil },
        style: tokens.hasStyle ? tokens.style : 0)
    else { return false }
    // Shared strings lie anywhere in memory: to look at those of a row first lets the processor
    // fetch them side by side instead of one after the other.
    if strings.isLoaded, strings.strings.count > 4096 {
      var sum: UInt8 = 0
      for index in tokens.cells.indices {
        let cell = tokens.cells[index]
        if cell.type == .shared, cell.form == .integer {
          sum &+= strings.touch(Int(cell.integer))
        }
      }
      touched = sum
    }
    for index in tokens.cells.indices {
      let cell = tokens.cells[index]
      guard
        beginCell(
          reference: cell.row < 0
            ? nil : CellReference(row: Int(cell.row), column: Int(cell.column)),
          isInvalid: false, style: Int(cell.style), type: cell.type)
      else { return false }
      if cell.formula >= 0 {
        guard unsafe take(tokens.formulas[Int(cell.formula)], of: bytes) else { return false }
      }
      guard unsafe takeValue(cell, of: bytes) else { return false }
    }
    return true
  }

  private mutating func take(_ formula: FormulaToken, of bytes: UnsafePointer<UInt8>) -> Bool {
    beginFormula(formula.kind)
    // A formula that nobody wants still counts against the size of the row.
    if wantsFormulas || row.bytes.count + formula.text.count > limits.rowSize {
      if formula.hasReferences {
        unsafe row.bytes.append(decoding: formula.text, of: bytes)
      } else {
        unsafe row.bytes.append(copying: formula.text, of: bytes)
      }
      if row.bytes.count > limits.rowSize { return failRow() }
    }
    endFormula()
    return true
  }

  /// The value of a cell, and its end.
  @inline(__always)
  private mutating func takeValue(_ cell: CellToken, of bytes: UnsafePointer<UInt8>) -> Bool {
    if cell.isInline {
      beginInlineText()
    } else {
      switch (type, cell.form) {
      case (_, .absent): return endCell()
      case (.shared, .integer):
        let start = row.bytes.count
        guard appendShared(index: Int(cell.integer)) else { return false }
        if row.bytes.count - start > limits.textLength { checkLength(start, row.bytes.count) }
        endCell(.string, start, row.bytes.count)
        return true
      case (.number, .integer), (.number, .number):
        let start = row.bytes.count
        unsafe row.bytes.append(copying: cell.value, of: bytes)
        if row.bytes.count > limits.rowSize { return failRow() }
        endCell(.number, start, row.bytes.count, isShortest: cell.isShortest)
        return true
      default: beginValue()
      }
    }
    if cell.form == .encoded {
      unsafe row.bytes.append(decoding: cell.value, of: bytes)
    } else {
      unsafe row.bytes.append(copying: cell.value, of: bytes)
    }
    if row.bytes.count > limits.rowSize { return failRow() }
    endValue()
    return endCell()
  }
}
