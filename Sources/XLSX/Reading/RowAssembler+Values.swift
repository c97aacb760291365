internal import Spreadsheet

// What the value of a cell of each type is.

extension RowAssembler {
  mutating func textEnds(_ start: Int, _ end: inout Int) {
    // What stands behind the value belongs to a formula that came late: then escapes stay.
    guard end == row.bytes.count else { return }
    TextEscapes.decode(&row.bytes, from: start)
    end = row.bytes.count
  }

  mutating func numberCell(
    _ first: Int, _ last: Int
  ) -> (StreamedCell.Kind, Int, Int) {
    var (start, end) = (first, last)
    while start < end, CellBytes.isSpace(row.bytes[start]) { start += 1 }
    while end > start, CellBytes.isSpace(row.bytes[end - 1]) { end -= 1 }
    if start == end { return (.empty, start, end) }
    if CellBytes.isNumber(row.bytes.span.extracting(start..<end)) { return (.number, start, end) }
    find(
      "INVALID_NUMBER", column: column,
      "“\(excerpt(start, end))” is no number that a cell can hold; it is kept as text")
    return (.string, start, end)
  }

  mutating func booleanCell(
    _ start: Int, _ end: Int
  ) -> (StreamedCell.Kind, Int, Int) {
    if end - start == 1, row.bytes[start] | 1 == UInt8(ascii: "1") { return (.boolean, start, end) }
    let text = excerpt(start, end)
    let spelled: UInt8
    switch text {
    case "true", "TRUE": spelled = UInt8(ascii: "1")
    case "false", "FALSE": spelled = UInt8(ascii: "0")
    default:
      find("INVALID_BOOLEAN", column: column, "“\(text)” is no boolean; it is kept as text")
      return (.string, start, end)
    }
    row.bytes.append(spelled)
    return (.boolean, row.bytes.count - 1, row.bytes.count)
  }

  mutating func dateCell(_ start: Int, _ end: Int) -> (StreamedCell.Kind, Int, Int) {
    let text = excerpt(start, end)
    guard let date = ISODate(text, in: system) else {
      if CellBytes.isNumber(row.bytes.span.extracting(start..<end)) { return (.number, start, end) }
      find("INVALID_DATE", column: column, "“\(text)” is no date; it is kept as text")
      return (.string, start, end)
    }
    let place = row.bytes.count
    let shown = "\(date.serial)"
    row.bytes.append(contentsOf: (shown.hasSuffix(".0") ? String(shown.dropLast(2)) : shown).utf8)
    let isDated = formats.indices.contains(style) && formats[style].isDate
    if !isDated { style = styleCount + date.form.rawValue }
    return (.number, place, row.bytes.count)
  }

  mutating func appendShared(_ start: inout Int, _ end: inout Int) -> Bool {
    guard let index = CellBytes.integer(row.bytes.span.extracting(start..<end)) else {
      return fail("SHARED_STRING_INDEX", "a shared string without a number", column: column)
    }
    if end == row.bytes.count { row.bytes.removeLast(end - start) }
    start = row.bytes.count
    guard appendShared(index: index) else { return false }
    end = row.bytes.count
    return true
  }

  /// Appends a shared string. Returns false where the assembling ends.
  @inline(__always)
  mutating func appendShared(index: Int) -> Bool {
    let start = row.bytes.count
    if !strings.isLoaded {
      do throws(XLSXError) {
        try strings.load()
      } catch {
        stop = .error(error)
        return false
      }
    }
    guard strings.append(index, to: &row.bytes) else {
      return fail(
        "SHARED_STRING_INDEX",
        "shared string \(index) is not among the \(strings.strings.count) that there are",
        column: column)
    }
    if !strings.strings.runs.isEmpty, let runs = strings.strings.runs[index] { keep(runs) }
    if row.bytes.count > limits.rowSize { return failRow() }
    if !meter.add(row.bytes.count - start) {
      return fail(
        "LIMIT",
        "the shared strings are spelled out to more than \(meter.limit) bytes, too many for a "
          + "file of its size; \(ReadLimits.advice("ratio", limits.compressionRatio))",
        column: column)
    }
    return true
  }

  /// Keeps the runs of the cell's own text.
  mutating func takeRuns() {
    if type == .inlineString { keep(pendingRuns) }
    pendingRuns = []
  }

  private mutating func keep(_ runs: [TextRun]) {
    if collectsRichText { richText[CellReference(row: row.index, column: column)] = runs }
    row.richText[column] = runs
  }

  mutating func checkLength(_ start: Int, _ end: Int) {
    let length = String(decoding: row.bytes[start..<end], as: UTF8.self).utf16.count
    guard length > limits.textLength else { return }
    find(
      "TEXT_TOO_LONG", column: column,
      "the text has \(length) characters, a cell holds \(limits.textLength)")
  }

  private func excerpt(_ start: Int, _ end: Int) -> String {
    let text = String(decoding: row.bytes[start..<min(end, start + 60)], as: UTF8.self)
    return end - start > 60 ? text + "…" : text
  }
}
