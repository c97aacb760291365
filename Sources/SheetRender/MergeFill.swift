public import Spreadsheet

/// Gives the value of the first cell of a merged range to all its cells, row by row.
///
/// A blank first cell fills nothing, so what stands below it stays. Ranges that overlap an earlier
/// one are left as they are and counted. The work is bounded by the cells that come out of it, and
/// these by the limit on empty places.
public struct MergeFill: Sendable {
  /// A merged range whose first cell has a value.
  private struct Active {
    var range: CellRange
    var cell: StreamedCell
    var text: [UInt8]
  }

  /// Ranges that overlap an earlier one and were not filled.
  public private(set) var overlappingRanges: [CellRange] = []
  private let ranges: [CellRange]
  private let lastRow: Int
  private let columns: ClosedRange<Int>
  private var next = 0
  private var active: [Active] = []
  private var nextRow = 0
  private var filled = 0
  private let limit: Int
  private let file: String
  private let sheet: String

  /// Makes the filling of a sheet. `range` is the part of the sheet that will be used: nothing is
  /// filled outside of it.
  public init(
    _ mergedRanges: [CellRange], within range: CellRange? = nil, file: String, sheet: String,
    limits: ReadLimits = ReadLimits()
  ) {
    ranges = mergedRanges.filter { !$0.isSingleCell }.sorted()
    lastRow = range?.last.row ?? CellReference.rowLimit - 1
    columns = range?.columns ?? 0...CellReference.columnLimit - 1
    limit = limits.emptyPlaces
    self.file = file
    self.sheet = sheet
  }

  /// Fills a row and passes it on, after the rows before it that the file does not have.
  public mutating func append(
    _ row: inout StreamedRow, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    try appendMissingRows(until: row.index, body)
    fill(&row)
    try count(row.index)
    nextRow = row.index + 1
    try body(&row)
  }

  /// Passes on the rows after the last one of the file that merged ranges still reach.
  public mutating func finish(_ body: (inout StreamedRow) throws -> Void) throws {
    try appendMissingRows(until: lastRow + 1, body)
  }

  private mutating func appendMissingRows(
    until end: Int, _ body: (inout StreamedRow) throws -> Void
  ) throws {
    while nextRow < end, nextRow <= lastRow {
      active.removeAll { $0.range.last.row < nextRow }
      guard !active.isEmpty else {
        nextRow = end
        return
      }
      var row = StreamedRow()
      row.index = nextRow
      fill(&row)
      try count(nextRow)
      nextRow += 1
      if !row.cells.isEmpty { try body(&row) }
    }
  }

  private func count(_ row: Int) throws {
    guard filled <= limit else {
      throw EmptyPlacesError(
        limit: limit,
        location: SourceLocation(
          file: file, sheet: sheet, cell: CellReference(row: row, column: 0)))
    }
  }
}

extension MergeFill {
  private mutating func fill(_ row: inout StreamedRow) {
    let index = row.index
    if !active.isEmpty { active.removeAll { $0.range.last.row < index } }
    activate(in: row)
    guard !active.isEmpty else { return }
    var cells: [StreamedCell] = []
    cells.reserveCapacity(row.cells.count + active.count)
    var place = 0
    for merge in active {
      while place < row.cells.count, Int(row.cells[place].column) < merge.range.first.column {
        cells.append(row.cells[place])
        place += 1
      }
      while place < row.cells.count, Int(row.cells[place].column) <= merge.range.last.column {
        place += 1
      }
      let first = max(merge.range.first.column, columns.lowerBound)
      let last = min(merge.range.last.column, columns.upperBound)
      guard first <= last else { continue }
      let start = Int32(truncatingIfNeeded: row.bytes.count)
      row.bytes.append(contentsOf: merge.text)
      let end = Int32(truncatingIfNeeded: row.bytes.count)
      filled += last - first + 1
      if filled > limit { return }
      for column in first...last {
        var cell = merge.cell
        cell.column = Int32(column)
        cell.text = start..<end
        let isFirst =
          index == merge.range.first.row && column == merge.range.first.column
        if !isFirst { cell.formula = 0..<0 }
        cells.append(cell)
      }
    }
    cells.append(contentsOf: row.cells[place...])
    row.cells = cells
  }

  /// Takes up the ranges whose first row this is.
  private mutating func activate(in row: StreamedRow) {
    while next < ranges.count, ranges[next].first.row <= row.index {
      let range = ranges[next]
      next += 1
      guard range.first.row == row.index else { continue }
      let column = range.first.column
      let found = row.cells.partitioningIndex { Int($0.column) >= column }
      guard found < row.cells.count, Int(row.cells[found].column) == column,
        row.cells[found].kind != .empty
      else { continue }
      let place = active.partitioningIndex { $0.range.first.column > column }
      let overlapsLeft = place > 0 && active[place - 1].range.last.column >= column
      let overlapsRight =
        place < active.count && active[place].range.first.column <= range.last.column
      if overlapsLeft || overlapsRight {
        overlappingRanges.append(range)
        continue
      }
      let cell = row.cells[found]
      active.insert(
        Active(range: range, cell: cell, text: Array(row.bytes[row.place(of: cell)])), at: place)
    }
  }
}
