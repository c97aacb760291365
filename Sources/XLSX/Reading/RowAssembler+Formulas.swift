internal import Spreadsheet

extension RowAssembler {
  /// A formula begins.
  mutating func beginFormula(_ kind: FormulaKind) {
    if hasFormula { noteSecond("formula") }
    hasFormula = true
    formulaKind = kind
    formulaStart = row.bytes.count
  }

  /// Text of the formula. Returns false where the assembling ends.
  mutating func appendFormula(_ bytes: Span<UInt8>) -> Bool {
    row.bytes.append(bytes)
    if row.bytes.count - formulaStart > limits.textSize {
      return failText("a formula", row.bytes.count - formulaStart)
    }
    if row.bytes.count > limits.rowSize { return failRow() }
    return true
  }

  /// The formula ends.
  mutating func endFormula() {
    if valueStart < 0 || valueEnd <= formulaStart {
      TextEscapes.decode(&row.bytes, from: formulaStart)
    }
    var start = formulaStart
    switch formulaKind {
    case .plain: break
    case .array(let range):
      if let range {
        arrayFormulas.append(range)
        row.arrayFormulas.append(range)
      }
    case .dataTable:
      find("DATA_TABLE", column: column, "the formula of a data table is left out", .info)
      hasFormula = false
    case .shared(let index):
      let place = CellReference(row: row.index, column: column)
      if start < row.bytes.count {
        if wantsFormulas {
          // An array of the whole row's text would keep the room of the row, too.
          var text: [UInt8] = []
          text.append(contentsOf: row.bytes[start...])
          sharedFormulas[index] = SharedFormula(reference: place, text: text)
        }
      } else if wantsFormulas {
        if let shared = sharedFormulas[index] {
          start = row.bytes.count
          if meter.formulas <= ExpansionMeter.formulaLimit,
            start + shared.text.count <= limits.rowSize
          {
            shared.append(for: place, to: &row.bytes)
            meter.formulas += row.bytes.count - start
          } else {
            find(
              "SHARED_FORMULAS", column: column,
              "the shared formulas of the sheet are too long to spell them all", .warning)
          }
        } else {
          find(
            "SHARED_FORMULA", column: column,
            "shared formula \(index) is not written anywhere before this cell", .warning)
        }
      }
    }
    if !wantsFormulas {
      if row.bytes.count > start { row.bytes.removeLast(row.bytes.count - start) }
      formula = 0..<0
      return
    }
    formula =
      Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: row.bytes.count)
  }

  // MARK: Errors and findings

  /// Ends the assembling with an error; always false.
  mutating func fail(_ code: String, _ message: String, column: Int? = nil) -> Bool {
    var location = SourceLocation(file: file, sheet: sheet)
    if let column, column < CellReference.columnLimit {
      location.range = CellRange(CellReference(row: row.index, column: column))
    } else if row.index > 0 || !row.cells.isEmpty {
      location.range = CellRange(CellReference(row: row.index, column: max(0, lastColumn)))
    }
    stop = .error(XLSXError(code: code, at: location, message))
    return false
  }

  mutating func failText(_ what: String, _ size: Int) -> Bool {
    fail(
      "LIMIT_TEXT_SIZE",
      "\(what) of \(size) bytes or more; \(ReadLimits.advice("text-size", limits.textSize))")
  }

  mutating func failRow() -> Bool {
    fail(
      "LIMIT",
      "a row with \(row.bytes.count) bytes of text; \(ReadLimits.advice("row-size", limits.rowSize))"
    )
  }

  /// A cell has a second value or formula: which of them is meant nobody can know.
  mutating func noteSecond(_ what: String) {
    find("VALUE_TWICE", column: column, "the cell has a second \(what); the last counts")
  }

  /// Notes something doubtful about a cell of the row.
  mutating func find(
    _ code: String, column: Int, _ message: String,
    _ severity: Diagnostic.Severity = .warning
  ) {
    findings.add(
      severity, code,
      at: SourceLocation(
        file: file, sheet: sheet, cell: CellReference(row: row.index, column: column)), message)
  }
}
