public import Spreadsheet

/// Writes rows as JSON arrays: `jsonl`, one array a line, or `json`, one object for all sheets.
///
/// An array holds the values up to the last one of its row: numbers, `true` and `false`, strings
/// (dates in ISO 8601, error codes) and `null` for blanks; a blank row is `[]`, and those at the end
/// are dropped. So line 7 is row 7. Rows are not keyed by a header, because the first row of an
/// office table is a title more often than not.
///
///     ["序号","年度目标",null,2034,"2025-12-31"]
///
/// With several sheets in one `jsonl` each line says where it is from:
///
///     {"sheet":"Sheet1","row":7,"values":[…]}
///
/// The `json` form:
///
///     {"file":"a.xlsx","sheets":[{"name":"Sheet1","rows":[[…],[…]],"merged":["A1:C1"]}]}
///
/// where a hidden sheet has `"hidden":true` after its name.
public struct JSONRowsEncoder: RowEncoder {
  /// The shapes of the output.
  public enum Shape: Hashable, Sendable {
    /// One array a line.
    case lines
    /// One object with sheet and row a line.
    case namedLines
    /// One object for all sheets.
    case document
  }

  /// The columns up to the last value of the widest row so far.
  public private(set) var widestRow = 0
  private let shape: Shape
  private let values: ValueForm
  private let limit: Int
  private var emptyPlaces = EmptyPlaces(limit: 0, file: "", sheet: "")
  private var text = CellText(formats: [], dateSystem: .year1900)
  private var mergedRanges: [CellRange] = []
  private var head: [UInt8] = []
  private var nextRow = 0
  private var sheets = 0

  /// Makes an encoder.
  public init(shape: Shape, values: ValueForm = .typed, limits: ReadLimits = ReadLimits()) {
    self.shape = shape
    self.values = values
    limit = limits.emptyPlaces
  }

  /// The bytes do not depend on the width.
  public var needsWidth: Bool { false }

  /// Begins a sheet.
  public mutating func begin(_ sheet: SheetContext, to output: inout [UInt8]) {
    text = sheet.text
    mergedRanges = sheet.mergedRanges
    widestRow = 0
    nextRow = 0
    emptyPlaces = EmptyPlaces(limit: limit, file: sheet.file, sheet: sheet.description.name)
    switch shape {
    case .lines: break
    case .namedLines:
      head = Array("{\"sheet\":".utf8)
      JSONText.append(sheet.description.name, to: &head)
    case .document:
      if sheets == 0 {
        output.append(literal: "{\"file\":")
        JSONText.append(sheet.file, to: &output)
        output.append(literal: ",\"sheets\":[")
      } else {
        output.append(UInt8(ascii: ","))
      }
      output.append(literal: "\n{\"name\":")
      JSONText.append(sheet.description.name, to: &output)
      if sheet.description.visibility != .visible {
        output.append(literal: ",\"hidden\":true")
      }
      output.append(literal: ",\"rows\":[")
    }
    sheets += 1
  }

  /// Writes a row, and the blank rows before it.
  public mutating func append(
    _ row: StreamedRow, to output: inout [UInt8]
  ) throws(EmptyPlacesError) {
    guard let last = row.cells.last(where: { $0.kind != .empty }) else { return }
    widestRow = max(widestRow, Int(last.column) + 1)
    if row.index > nextRow {
      try emptyPlaces.add(row.index - nextRow, row: row.index)
      for index in nextRow..<row.index {
        beginRow(index, to: &output)
        output.append(literal: "[]")
        endRow(to: &output)
      }
    }
    nextRow = row.index + 1
    beginRow(row.index, to: &output)
    output.append(UInt8(ascii: "["))
    var column = 0
    for cell in row.cells where cell.kind != .empty {
      let place = Int(cell.column)
      if place > column {
        try emptyPlaces.add(place - column, row: row.index)
        for _ in column..<place { output.append(literal: "null,") }
      }
      append(cell, of: row, to: &output)
      output.append(UInt8(ascii: ","))
      column = place + 1
    }
    output.removeLast()
    output.append(UInt8(ascii: "]"))
    endRow(to: &output)
  }

  /// Ends the sheet, in the `json` form with its merged ranges.
  public mutating func end(to output: inout [UInt8]) {
    guard shape == .document else { return }
    if nextRow > 0 { output.append(0x0A) }
    output.append(UInt8(ascii: "]"))
    if !mergedRanges.isEmpty {
      output.append(literal: ",\"merged\":[")
      for (index, range) in mergedRanges.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        JSONText.append(range.description, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    }
    output.append(UInt8(ascii: "}"))
  }

  /// Ends the `json` form.
  public mutating func finish(to output: inout [UInt8]) {
    guard shape == .document else { return }
    output.append(contentsOf: (sheets == 0 ? "{\"sheets\":[]}\n" : "]}\n").utf8)
  }
}

extension JSONRowsEncoder {
  private func append(_ cell: StreamedCell, of row: StreamedRow, to output: inout [UInt8]) {
    switch values {
    case .typed: JSONText.appendValue(cell, of: row, text: text, to: &output)
    case .shown: JSONText.appendShown(cell, of: row, text: text, to: &output)
    }
  }

  private func beginRow(_ index: Int, to output: inout [UInt8]) {
    switch shape {
    case .lines: break
    case .namedLines:
      output.append(contentsOf: head)
      output.append(literal: ",\"row\":")
      output.appendDecimal(index + 1)
      output.append(literal: ",\"values\":")
    case .document:
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(0x0A)
    }
  }

  private func endRow(to output: inout [UInt8]) {
    switch shape {
    case .lines: output.append(0x0A)
    case .namedLines: output.append(literal: "}\n")
    case .document: break
    }
  }
}
