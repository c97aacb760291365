public import Spreadsheet

extension XLSXStreamWriter {
  /// Writes a row; rows come in ascending order, and so do the cells of a row.
  ///
  /// Numbers that are spelled in another way than the shortest are spelled anew. The text of the
  /// cells must be UTF-8.
  public mutating func write(_ row: StreamedRow) throws {
    let needed = fit == nil ? nil : try fitted(row)
    let start = buffer.count
    let isStyled = try beginRow(
      row.index, height: row.height ?? needed, isHidden: row.isHidden, style: row.style,
      lastColumn: row.cells.last.map { Int($0.column) })
    for range in row.arrayFormulas { arrays[range.first] = range }
    let hasRichText = !row.richText.isEmpty
    let head = buffer.count
    let bytes = row.bytes.span
    var last = -1
    for cell in row.cells {
      let column = Int(cell.column)
      guard column > last else { throw outOfOrder(row.index, column) }
      last = column
      let style = fragments.hasStyle(Int(cell.style)) ? Int(cell.style) : try used(Int(cell.style))
      if cell.kind == .empty, cell.formula.isEmpty, !columnsHaveStyles, !isStyled,
        styleSheet.indices[style] == 0
      {
        continue
      }
      fragments.put(column: column, style: style, into: &buffer)
      let text = bytes.extracting(Int(cell.text.lowerBound)..<Int(cell.text.upperBound))
      if !cell.formula.isEmpty {
        let place = CellReference(row: row.index, column: column)
        let value: CellValue =
          switch cell.kind {
          case .empty: .empty
          case .number: .number(try number(text, at: place))
          case .string: .string(row.string(of: cell))
          case .boolean: .boolean(text.count == 1 && text[0] == 0x31)
          case .error: .error(row.string(of: cell))
          }
        try putFormula(row.formula(of: cell) ?? "", value: value, at: place)
        continue
      }
      switch cell.kind {
      case .empty: buffer.put("/>")
      case .number:
        buffer.put("><v>")
        if ShortestSpelling.isShortest(text) {
          buffer.put(text)
        } else {
          buffer.put(try number(text, at: CellReference(row: row.index, column: column)))
        }
        buffer.put("</v></c>")
      case .string:
        if hasRichText, let runs = row.richText[column], isText(runs, text) {
          putRuns(runs)
        } else {
          try putText(text, row: row.index, column: column)
        }
      case .boolean:
        buffer.put(" t=\"b\"><v>")
        buffer.put(byte: text.count == 1 && text[0] == 0x31 ? 0x31 : 0x30)
        buffer.put("</v></c>")
      case .error: putError(text)
      }
    }
    if buffer.count == head, row.height == nil, needed == nil, !row.isHidden, !isStyled {
      // Nothing of the row is there.
      buffer.truncate(to: start)
      return
    }
    try endRow()
  }

  /// Writes a row of a workbook; see `write(_:)` for streamed rows.
  public mutating func write(_ row: Row) throws {
    let isStyled = try beginRow(
      row.index, height: row.height, isHidden: row.isHidden, style: row.style,
      lastColumn: row.cells.last?.column)
    let keepsBlanks = columnsHaveStyles || isStyled
    var last = -1
    for cell in row.cells {
      guard cell.column > last else { throw outOfOrder(row.index, cell.column) }
      last = cell.column
      if cell.value.isEmpty, cell.style == 0, cell.formula == nil, !keepsBlanks { continue }
      let style = fragments.hasStyle(cell.style) ? cell.style : try used(cell.style)
      fragments.put(column: cell.column, style: style, into: &buffer)
      let place = CellReference(row: row.index, column: cell.column)
      if let formula = cell.formula {
        try putFormula(formula, value: cell.value, at: place)
        continue
      }
      switch cell.value {
      case .empty: buffer.put("/>")
      case .number(let number):
        guard number.isFinite else { throw notANumber(place) }
        buffer.put("><v>")
        buffer.put(number)
        buffer.put("</v></c>")
      case .string(let text):
        if let runs = sheet.richText[place], runs.map(\.text).joined() == text {
          putRuns(runs)
        } else {
          try putText(text.utf8Span.span, row: row.index, column: cell.column)
        }
      case .boolean(let isTrue):
        if isTrue {
          buffer.put(" t=\"b\"><v>1</v></c>")
        } else {
          buffer.put(" t=\"b\"><v>0</v></c>")
        }
      case .error(let text): putError(text.utf8Span.span)
      }
    }
    try endRow()
  }
}

// MARK: - Parts of a row

extension XLSXStreamWriter {
  /// Writes a row's tag; returns whether it states a style.
  mutating func beginRow(
    _ index: Int, height: Double?, isHidden: Bool, style: Int = 0, lastColumn: Int?
  ) throws -> Bool {
    precondition(isInSheet, "rows belong to a sheet")
    guard index > lastRow else { throw outOfOrder(index, 0) }
    guard index < CellReference.rowLimit else {
      throw XLSXWriteError(
        .outsideGrid, sheet: sheet.name, "the sheet has more than 1,048,576 rows")
    }
    lastRow = index
    if let lastColumn, lastColumn >= CellReference.columnLimit {
      throw XLSXWriteError(
        .outsideGrid, sheet: sheet.name, "row \(index + 1) has more than 16,384 columns")
    }
    fragments.prepare(row: index, upTo: lastColumn ?? 0)
    buffer.put("<row r=\"")
    fragments.putRow(into: &buffer)
    buffer.put("\"")
    let known = style == 0 ? 0 : try used(style)
    let styleIndex = style == 0 ? 0 : styleSheet.indices[known]
    if styleIndex > 0 {
      buffer.put(" s=\"")
      buffer.put(styleIndex)
      buffer.put("\" customFormat=\"1\"")
    }
    if let height, height.isFinite {
      buffer.put(" ht=\"")
      buffer.put(min(max(height, 0), 409.5))
      buffer.put("\" customHeight=\"1\"")
    }
    if isHidden { buffer.put(" hidden=\"1\"") }
    buffer.put(">")
    return styleIndex > 0
  }

  /// Takes a style into the part where its first cell comes; a style that is none is the first.
  @inline(never)
  private mutating func used(_ style: Int) throws -> Int {
    let known = styleSheet.indices.indices.contains(style) ? style : 0
    if !fragments.hasStyle(known) {
      fragments.define(style: known, index: try styleSheet.use(known))
    }
    return known
  }

  /// Whether the runs have the text of the cell.
  private func isText(_ runs: [TextRun], _ text: Span<UInt8>) -> Bool {
    var place = 0
    for run in runs {
      for byte in run.text.utf8 {
        guard place < text.count, text[place] == byte else { return false }
        place += 1
      }
    }
    return place == text.count
  }

  mutating func endRow() throws {
    buffer.put("</row>")
    if buffer.count >= 1 << 16 { try flush() }
  }

  @inline(__always)
  private mutating func putText(_ text: Span<UInt8>, row: Int, column: Int) throws {
    let size = text.count
    // UTF-8 has at least as many bytes as UTF-16 has units.
    if size > 32_767 {
      try checkLength(text, at: CellReference(row: row, column: column))
    }
    if size > 0, text[0] >= 0x30, text[0] <= 0x39 { hasNumberLikeText = true }
    if let index = strings.index(of: text) {
      buffer.put(" t=\"s\"><v>")
      buffer.put(index)
      buffer.put("</v></c>")
    } else {
      buffer.put(" t=\"inlineStr\"><is>")
      buffer.put(textElement: text)
      buffer.put("</is></c>")
    }
  }

  private mutating func putRuns(_ runs: [TextRun]) {
    var markup = XMLBuffer()
    for run in runs {
      markup.put("<r>")
      if let font = run.font { markup.put(font, isRun: true) }
      markup.put(textElement: run.text.utf8Span.span)
      markup.put("</r>")
    }
    buffer.put(" t=\"s\"><v>")
    buffer.put(strings.add(markup: markup.bytes))
    buffer.put("</v></c>")
  }

  private mutating func putError(_ text: Span<UInt8>) {
    buffer.put(" t=\"e\"><v>")
    buffer.put(text: text)
    buffer.put("</v></c>")
  }

  private mutating func putFormula(
    _ formula: String, value: CellValue, at place: CellReference
  ) throws {
    guard formula.utf16.count <= 8_192 else {
      throw XLSXWriteError(
        .formulaLength, sheet: sheet.name, range: CellRange(place),
        "the formula has more than 8,192 characters")
    }
    let isKept = FormulaSafety.isSelfContained(formula) && !formula.isEmpty
    if !isKept {
      note(
        "EXTERNAL_DROPPED", CellRange(place),
        "the formula refers to another file or program; its value was kept and the formula left out"
      )
    }
    switch value {
    case .empty, .number: buffer.put(">")
    case .string: buffer.put(" t=\"str\">")
    case .boolean: buffer.put(" t=\"b\">")
    case .error: buffer.put(" t=\"e\">")
    }
    if isKept {
      if let range = arrays[place] {
        buffer.put("<f t=\"array\" ref=\"", range.description)
        buffer.put(">")
      } else {
        buffer.put("<f>")
      }
      buffer.put(text: formula, .plain)
      buffer.put("</f>")
    }
    switch value {
    case .empty: break
    case .number(let number):
      guard number.isFinite else { throw notANumber(place) }
      buffer.put("<v>")
      buffer.put(number)
      buffer.put("</v>")
    case .string(let text): try putResult(text, at: place)
    case .error(let text): try putResult(text, at: place)
    case .boolean(let isTrue):
      if isTrue { buffer.put("<v>1</v>") } else { buffer.put("<v>0</v>") }
    }
    buffer.put("</c>")
  }

  private mutating func putResult(_ text: String, at place: CellReference) throws {
    try checkLength(text.utf8Span.span, at: place)
    buffer.put("<v>")
    buffer.put(text: text)
    buffer.put("</v>")
  }

  private func number(_ text: Span<UInt8>, at place: CellReference) throws -> Double {
    guard let number = NumberText.value(of: text), number.isFinite else {
      throw notANumber(place)
    }
    return number
  }

  private func notANumber(_ place: CellReference) -> XLSXWriteError {
    XLSXWriteError(
      .number, sheet: sheet.name, range: CellRange(place), "a cell cannot hold this number")
  }

  private func outOfOrder(_ row: Int, _ column: Int) -> XLSXWriteError {
    XLSXWriteError(
      .order, sheet: sheet.name, "row \(row + 1) or its column \(column + 1) is out of order")
  }

  private func checkLength(_ text: Span<UInt8>, at place: CellReference) throws {
    guard text.count > 32_767 else { return }
    var units = 0
    for index in 0..<text.count {
      let byte = unsafe text[unchecked: index]
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    guard units <= 32_767 else {
      throw XLSXWriteError(
        .textLength, sheet: sheet.name, range: CellRange(place),
        "the text has \(units) characters, a cell holds 32,767")
    }
  }
}
