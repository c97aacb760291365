internal import Spreadsheet

// Builds rows out of what stands between the tags of `sheetData`, whoever finds the tags: the XML
// parser now, a tokenizer of bytes later. Nothing here knows XML.

/// Makes `StreamedRow`s out of rows, cells, values and formulas as they come.
struct RowAssembler {
  /// What ends the assembling early.
  enum Stop {
    /// The sheet cannot be read.
    case error(XLSXError)
    /// A row or cell belongs before a row that was given out already.
    case disorder
  }

  /// The row that is being filled.
  var row = StreamedRow()
  /// Why the assembling ended early.
  var stop: Stop?
  var findings = FindingList()
  /// Ranges of array formulas, in the order of the file.
  var arrayFormulas: [CellRange] = []
  /// Cells with values in rows that were finished.
  var cellCount = 0
  /// Pieces of rows that ended inside another row; only where disorder is accepted.
  var finishedPieces: [StreamedRow] = []
  /// Runs of cells with rich text, where those of the whole sheet are wanted.
  var richText: [CellReference: [TextRun]] = [:]
  var collectsRichText = false
  /// Whether rows may come in any order; then cells of one row may come in several pieces.
  let acceptsDisorder: Bool

  let file: String?
  let sheet: String
  let formats: [NumberFormat]
  /// The styles of the workbook; three for ISO dates stand behind them in `formats`.
  let styleCount: Int
  let system: DateSystem
  let strings: SharedStringLoader
  let meter: ExpansionMeter
  let limits: ReadLimits
  let wantsFormulas: Bool

  var lastRow = -1
  var lastColumn = -1
  var isSorted = true

  // The cell that is being filled.
  /// The runs of its own text, until it ends.
  var pendingRuns: [TextRun] = []
  var column = 0
  var style = 0
  var type = CellType.number
  var valueStart = -1
  var valueEnd = -1
  var formula: Range<Int32> = 0..<0
  var hasFormula = false
  var formulaStart = 0
  var formulaKind = FormulaKind.plain
  var sharedFormulas: [Int: SharedFormula] = [:]
  /// What looking at shared strings gave; nobody needs it.
  var touched: UInt8 = 0

  init(
    file: String?, sheet: String, formats: [NumberFormat], styleCount: Int, system: DateSystem,
    strings: SharedStringLoader, meter: ExpansionMeter, limits: ReadLimits, wantsFormulas: Bool,
    acceptsDisorder: Bool
  ) {
    self.file = file
    self.sheet = sheet
    self.formats = formats
    self.styleCount = styleCount
    self.system = system
    self.strings = strings
    self.meter = meter
    self.limits = limits
    self.wantsFormulas = wantsFormulas
    self.acceptsDisorder = acceptsDisorder
    row.bytes.reserveCapacity(4096)
    row.cells.reserveCapacity(64)
  }

  /// The formula of a cell as its attributes state it.
  enum FormulaKind {
    case plain
    case shared(index: Int)
    case array(CellRange?)
    case dataTable
  }
}

// MARK: - Rows

extension RowAssembler {
  /// A row begins; `number` is its attribute, from one. Returns false where the assembling ends.
  mutating func beginRow(
    number: Int?, isInvalid: Bool, isHidden: Bool, height: Double?, style: Int
  ) -> Bool {
    let index = number.map { $0 - 1 } ?? lastRow + 1
    guard !isInvalid, index >= 0, index < CellReference.rowLimit else {
      return fail("ROW_NUMBER", "a row number that is none of 1 to 1,048,576")
    }
    guard index < limits.rows else {
      return fail(
        "LIMIT",
        "the sheet has a row \(index + 1); \(ReadLimits.advice("rows", limits.rows))")
    }
    if index <= lastRow, !acceptsDisorder {
      stop = .disorder
      return false
    }
    lastRow = index
    lastColumn = -1
    isSorted = true
    row.reset(index: index)
    row.isHidden = isHidden
    row.height = height
    if style > 0 { takeRowStyle(style) }
    return true
  }

  private mutating func takeRowStyle(_ style: Int) {
    guard style < styleCount else {
      find("STYLE_INDEX", column: 0, "style \(style) is not among the \(styleCount) styles")
      return
    }
    row.style = style
  }

  /// The row ends: its cells stand in the order of their columns, each once.
  mutating func endRow() {
    if !isSorted { sortCells() }
    cellCount += row.cells.count
  }

  private mutating func sortCells() {
    let ordered = row.cells.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    row.cells.removeAll(keepingCapacity: true)
    for (_, cell) in ordered {
      if row.cells.last?.column == cell.column {
        row.cells.removeLast()
        find("DUPLICATE_CELL", column: Int(cell.column), "the cell is there twice; the last counts")
      }
      row.cells.append(cell)
    }
  }
}

// MARK: - Cells

extension RowAssembler {
  /// A cell begins. Returns false where the assembling ends.
  mutating func beginCell(
    reference: CellReference?, isInvalid: Bool, style: Int, type: CellType
  ) -> Bool {
    if let reference {
      if reference.row != row.index, !moveToRow(reference.row) { return false }
      column = reference.column
    } else {
      column = lastColumn + 1
      if isInvalid { return fail("CELL_REFERENCE", "a cell reference that is none") }
    }
    guard column < limits.columns, column < CellReference.columnLimit else {
      return fail(
        "LIMIT",
        "a cell in column \(column + 1); \(ReadLimits.advice("columns", limits.columns))")
    }
    if column <= lastColumn { isSorted = false }
    lastColumn = column
    self.type = type
    self.style = style
    if style >= styleCount {
      self.style = 0
      find("STYLE_INDEX", column: column, "style \(style) is not among the \(styleCount) styles")
    }
    valueStart = -1
    formula = 0..<0
    hasFormula = false
    return true
  }

  /// A cell states another row than the one it stands in; its own reference counts.
  private mutating func moveToRow(_ index: Int) -> Bool {
    guard acceptsDisorder else {
      stop = .disorder
      return false
    }
    find(
      "CELL_IN_OTHER_ROW", column: lastColumn + 1,
      "a cell of row \(index + 1) stands in this row; its own reference counts")
    endRow()
    // A copy of what is there: the row itself keeps room for much more.
    var piece = StreamedRow()
    piece.index = row.index
    piece.isHidden = row.isHidden
    piece.height = row.height
    piece.style = row.style
    piece.richText = row.richText
    piece.cells.append(contentsOf: row.cells)
    piece.bytes.append(contentsOf: row.bytes)
    finishedPieces.append(piece)
    row.reset(index: index)
    lastColumn = -1
    isSorted = true
    return true
  }

  /// Text in the cell itself begins; it is text whatever type is stated.
  mutating func beginInlineText() {
    if valueStart >= 0 { noteSecond("value") }
    type = .inlineString
    valueStart = row.bytes.count
  }

  @inline(__always)
  mutating func beginValue() {
    if valueStart >= 0 { noteSecond("value") }
    valueStart = row.bytes.count
  }

  @inline(__always)
  mutating func appendValue(_ bytes: Span<UInt8>) -> Bool {
    row.bytes.append(bytes)
    if row.bytes.count - max(valueStart, 0) > limits.textSize {
      return failText("a text", row.bytes.count - max(valueStart, 0))
    }
    if row.bytes.count > limits.rowSize { return failRow() }
    return true
  }

  @inline(__always)
  mutating func endValue() {
    valueEnd = row.bytes.count
  }

  /// The cell ends. Returns false where the assembling ends.
  mutating func endCell() -> Bool {
    var start = row.bytes.count
    var end = start
    if valueStart >= 0 {
      start = valueStart
      end = valueEnd
    }
    var kind = StreamedCell.Kind.empty
    switch type {
    case .number:
      if start < end { (kind, start, end) = numberCell(start, end) }
    case .shared:
      guard start < end else { break }
      guard appendShared(&start, &end) else { return false }
      kind = .string
    case .formulaString, .inlineString:
      if valueStart >= 0 {
        kind = .string
        textEnds(start, &end)
      }
      if !pendingRuns.isEmpty { takeRuns() }
    case .boolean:
      if start < end { (kind, start, end) = booleanCell(start, end) }
    case .error:
      if start < end { kind = .error }
    case .date:
      if start < end { (kind, start, end) = dateCell(start, end) }
    case .unknown:
      if start < end {
        find("CELL_TYPE", column: column, "an unknown type of cell; its value is kept as text")
        kind = .string
        textEnds(start, &end)
      }
    }
    if kind == .string, end - start > limits.textLength { checkLength(start, end) }
    endCell(kind, start, end)
    return true
  }

  /// The cell ends, its value known.
  @inline(__always)
  mutating func endCell(
    _ kind: StreamedCell.Kind, _ start: Int, _ end: Int, isShortest: Bool = false
  ) {
    if hasFormula, kind == .empty {
      find("MISSING_CACHED_VALUE", column: column, "the formula has no stored result")
    }
    var cell = StreamedCell(
      column: column, style: style, kind: kind,
      text: Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end),
      formula: formula)
    cell.isShortest = isShortest
    row.cells.append(cell)
  }
}
