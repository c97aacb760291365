public import Spreadsheet

/// Writes sheets as tables that GitHub renders.
///
/// The first row with several values is the header of the table. Rows above it with a single value, the
/// titles that offices merge over the whole table, become bold lines in front of it. A merged range
/// shows its value in its first cell; `MergeFill` repeats it where that is wanted. Line breaks
/// become `<br>`.
public struct MarkdownEncoder: RowEncoder {
  /// The columns up to the last value of the widest row so far.
  public private(set) var widestRow = 0
  private let values: ValueForm
  private let namesSheets: Bool
  private let limit: Int
  private var emptyPlaces = EmptyPlaces(limit: 0, file: "", sheet: "")
  private var text = CellText(formats: [], dateSystem: .year1900)
  private var width = 0
  private var nextRow = 0
  private var hasHeader = false
  private var sheets = 0
  private var cell: [UInt8] = []

  /// Makes an encoder; with `namesSheets` each sheet has its name as a heading.
  public init(
    values: ValueForm = .shown, namesSheets: Bool = false, limits: ReadLimits = ReadLimits()
  ) {
    self.values = values
    self.namesSheets = namesSheets
    limit = limits.emptyPlaces
  }

  /// Whether the bytes depend on the width: GitHub cuts rows that are wider than the header.
  public var needsWidth: Bool { true }

  /// Begins a sheet.
  public mutating func begin(_ sheet: SheetContext, to output: inout [UInt8]) {
    text = sheet.text
    width = min(max(sheet.width, 0), CellReference.columnLimit)
    emptyPlaces = EmptyPlaces(limit: limit, file: sheet.file, sheet: sheet.description.name)
    widestRow = 0
    nextRow = 0
    hasHeader = false
    if sheets > 0 { output.append(0x0A) }
    if namesSheets {
      output.append(literal: "## ")
      MarkupText.appendMarkdown(sheet.description.name.utf8Span.span, to: &output)
      output.append(literal: "\n\n")
    }
    sheets += 1
  }

  /// Writes a row, and the blank rows before it once the table has begun.
  public mutating func append(
    _ row: StreamedRow, to output: inout [UInt8]
  ) throws(EmptyPlacesError) {
    guard let last = row.cells.last(where: { $0.kind != .empty }) else { return }
    widestRow = max(widestRow, Int(last.column) + 1)
    if !hasHeader, width > 1, row.cells.count(where: { $0.kind != .empty }) == 1 {
      output.append(literal: "**")
      append(last, of: row, to: &output)
      output.append(literal: "**\n\n")
      nextRow = row.index + 1
      return
    }
    let columns = max(width, Int(last.column) + 1)
    if hasHeader, row.index > nextRow {
      let (places, overflows) = (row.index - nextRow).multipliedReportingOverflow(by: columns)
      try emptyPlaces.add(overflows ? Int.max : places, row: row.index)
      for _ in nextRow..<row.index { appendBlankRow(columns, to: &output) }
    }
    nextRow = row.index + 1
    try emptyPlaces.add(columns - row.cells.count, row: row.index)
    output.append(literal: "| ")
    var column = 0
    for cell in row.cells where cell.kind != .empty {
      let place = Int(cell.column)
      while column < place {
        output.append(literal: " | ")
        column += 1
      }
      append(cell, of: row, to: &output)
      output.append(literal: " | ")
      column = place + 1
    }
    for _ in column..<max(column, columns) { output.append(literal: " | ") }
    output[output.count - 1] = 0x0A
    if !hasHeader {
      hasHeader = true
      output.append(UInt8(ascii: "|"))
      for _ in 0..<columns { output.append(literal: " --- |") }
      output.append(0x0A)
    }
  }

  /// Ends the sheet.
  public mutating func end(to output: inout [UInt8]) {}

  /// Nothing: Markdown has no end.
  public mutating func finish(to output: inout [UInt8]) {}

  private mutating func append(
    _ cell: StreamedCell, of row: StreamedRow, to output: inout [UInt8]
  ) {
    if cell.kind == .string, values == .typed || !text.changesText(of: cell) {
      MarkupText.appendMarkdown(row.bytes.span.extracting(row.place(of: cell)), to: &output)
      return
    }
    self.cell.removeAll(keepingCapacity: true)
    switch values {
    case .typed: text.appendTyped(cell, of: row, to: &self.cell)
    case .shown: text.appendShown(cell, of: row, to: &self.cell)
    }
    MarkupText.appendMarkdown(self.cell.span, to: &output)
  }

  private func appendBlankRow(_ columns: Int, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "|"))
    for _ in 0..<columns { output.append(literal: "  |") }
    output.append(0x0A)
  }
}
