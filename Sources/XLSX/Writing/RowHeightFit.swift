import Spreadsheet

// Programs give a row the height that its own wrapped text needs when they open a file, but they
// do not look at merged cells. A merged text that needs more than its rows have gets the rest in
// its last row, unless the sheet states the height of that row.

/// Finds the heights of rows in which merged cells end whose text needs more room.
struct RowHeightFit {
  private struct Text {
    var lastRow: Int
    /// The height that the rows so far did not give.
    var rest: Double
  }

  private let merges: [CellRange]
  private let looks: [ColumnFit.Look]
  private let sizes: [Double]
  private let defaultHeight: Double
  private let defaultWidth: Double
  private var widths: [Int: Double] = [:]
  private var next = 0
  private var open: [Text] = []
  private var nextRow = 0

  /// The most that a row can have.
  private static let limit = 409.5

  /// Begins a sheet; `sizes` are those of the fonts by style.
  init(_ sheet: Worksheet, looks: [ColumnFit.Look], sizes: [Double]) {
    self.looks = looks
    self.sizes = sizes
    merges = sheet.mergedRanges.filter { !$0.isSingleCell }.sorted()
    defaultHeight = min(max(sheet.defaultRowHeight ?? 15, 0), Self.limit)
    defaultWidth = sheet.defaultColumnWidth ?? 8.43
    guard !merges.isEmpty else { return }
    let last = merges.reduce(0) { max($0, $1.last.column) }
    for run in sheet.columns where run.columns.lowerBound <= last {
      for column in run.columns.lowerBound...min(run.columns.upperBound, last) {
        widths[column] = run.isHidden ? 0 : run.width
      }
    }
  }

  /// Whether there is nothing to find any more.
  var isIdle: Bool { next >= merges.count && open.isEmpty }

  /// The rows before one that the file does not have and that need a height.
  mutating func rows(before index: Int) -> [(index: Int, height: Double)] {
    var rows: [(index: Int, height: Double)] = []
    while nextRow < index, !open.isEmpty {
      // Rows in which nothing ends only take from what is still needed.
      let end = min(open.reduce(.max) { min($0, $1.lastRow) }, index - 1)
      pass(end - nextRow)
      nextRow = end
      if let height = finish(end, own: defaultHeight) { rows.append((end, height)) }
      nextRow = end + 1
    }
    nextRow = max(nextRow, index)
    return rows
  }

  /// The height that a row needs and does not state; nil where it needs none.
  mutating func height(of row: borrowing StreamedRow) -> Double? {
    nextRow = row.index
    activate(in: row)
    defer { nextRow = row.index + 1 }
    guard !open.isEmpty else { return nil }
    if row.isHidden {
      open.removeAll { $0.lastRow <= row.index }
      return nil
    }
    if let stated = row.height {
      for place in open.indices { open[place].rest -= stated }
      open.removeAll { $0.lastRow <= row.index }
      return nil
    }
    return finish(row.index, own: max(defaultHeight, ownHeight(of: row)))
  }

  private mutating func pass(_ rows: Int) {
    guard rows > 0 else { return }
    for place in open.indices { open[place].rest -= Double(rows) * defaultHeight }
  }

  /// Ends the texts whose last row this is, with a height of its own.
  private mutating func finish(_ row: Int, own: Double) -> Double? {
    var need = own
    for text in open where text.lastRow == row { need = max(need, text.rest) }
    open.removeAll { $0.lastRow <= row }
    for place in open.indices { open[place].rest -= need }
    return need > own ? min((need * 4).rounded(.up) / 4, Self.limit) : nil
  }

  private mutating func activate(in row: borrowing StreamedRow) {
    while next < merges.count, merges[next].first.row <= row.index {
      let merge = merges[next]
      next += 1
      guard merge.first.row == row.index else { continue }
      let place = row.cells.partitioningIndex { Int($0.column) >= merge.first.column }
      guard place < row.cells.count, Int(row.cells[place].column) == merge.first.column,
        row.cells[place].kind == .string
      else { continue }
      let cell = row.cells[place]
      guard looks.indices.contains(Int(cell.style)), looks[Int(cell.style)].wraps else { continue }
      let width = merge.columns.reduce(0.0) { $0 + (widths[$1] ?? defaultWidth) }
      open.append(
        Text(lastRow: merge.last.row, rest: need(of: cell, in: row, width: width)))
    }
  }

  /// What the wrapped texts of the row's own cells need, which a stated height must not cut.
  private func ownHeight(of row: borrowing StreamedRow) -> Double {
    var most = 0.0
    for cell in row.cells where cell.kind == .string {
      guard looks.indices.contains(Int(cell.style)), looks[Int(cell.style)].wraps else { continue }
      let reference = CellReference(row: row.index, column: Int(cell.column))
      let place = merges.partitioningIndex { $0.first >= reference }
      if place < merges.count, merges[place].first == reference { continue }
      most = max(
        most, need(of: cell, in: row, width: widths[Int(cell.column)] ?? defaultWidth))
    }
    return most
  }

  private func need(
    of cell: StreamedCell, in row: borrowing StreamedRow, width: Double
  ) -> Double {
    let style = Int(cell.style)
    let room = Int(((width - 1) / looks[style].scale).rounded(.down))
    let lines = TextWidth.lines(of: row.bytes.span.extracting(row.place(of: cell)), width: room)
    return Double(lines) * (sizes[style] * 1.4 * 4).rounded(.up) / 4
  }
}
