import Spreadsheet

// Excel gives a row the height that its own text needs when it opens a file, LibreOffice does not,
// and neither looks at merged cells. So rows whose height the sheet does not state get it here: what
// their own texts need, and in the last row of a merged range what its text needs beyond the others.

/// Finds the heights that rows need for what stands in them.
struct RowHeightFit {
  private struct Text {
    var lastRow: Int
    /// The height that the rows so far did not give.
    var rest: Double
  }

  /// Whether the default height does for everything that can stand in the sheet.
  let isIdle: Bool
  private let merges: [CellRange]
  private let looks: [ColumnFit.Look]
  private let defaultHeight: Double
  private let defaultWidth: Double
  private var widths: [Double?] = []
  private var next = 0
  private var open: [Text] = []
  private var nextRow = 0

  /// The most that a row can have.
  private static let limit = 409.5

  /// Begins a sheet.
  init(_ sheet: Worksheet, looks: [ColumnFit.Look]) {
    self.looks = looks
    merges = sheet.mergedRanges.filter { !$0.isSingleCell }.sorted()
    let height = min(max(sheet.defaultRowHeight ?? 15, 0), Self.limit)
    defaultHeight = height
    defaultWidth = sheet.defaultColumnWidth ?? 8.43
    isIdle = !looks.contains { $0.wraps || $0.lineHeight > height }
    guard !isIdle else { return }
    for run in sheet.columns where run.isHidden || run.width != nil {
      let last = min(run.columns.upperBound, CellReference.columnLimit - 1)
      guard run.columns.lowerBound <= last else { continue }
      while widths.count <= last { widths.append(nil) }
      for column in run.columns.lowerBound...last { widths[column] = run.isHidden ? 0 : run.width }
    }
  }

  /// The rows before one that the file does not have and that need a height.
  mutating func rows(before index: Int) -> [(index: Int, height: Double)] {
    var rows: [(index: Int, height: Double)] = []
    while nextRow < index, !open.isEmpty {
      // Rows in which nothing ends only take from what is still needed.
      let end = min(open.reduce(.max) { min($0, $1.lastRow) }, index - 1)
      for place in open.indices { open[place].rest -= Double(end - nextRow) * defaultHeight }
      if let height = finish(end, own: defaultHeight) { rows.append((end, height)) }
      nextRow = end + 1
    }
    nextRow = max(nextRow, index)
    return rows
  }

  /// The height that a row needs and does not state; nil where it needs none.
  mutating func height(of row: borrowing StreamedRow) -> Double? {
    activate(in: row)
    nextRow = row.index + 1
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

  /// Ends the texts whose last row this is; the height of the row where it is not the default.
  private mutating func finish(_ row: Int, own: Double) -> Double? {
    var need = own
    for text in open where text.lastRow == row { need = max(need, text.rest) }
    need = min((need * 4).rounded(.up) / 4, Self.limit)
    open.removeAll { $0.lastRow <= row }
    for place in open.indices { open[place].rest -= need }
    return need > defaultHeight ? need : nil
  }

  private mutating func activate(in row: borrowing StreamedRow) {
    while next < merges.count, merges[next].first.row <= row.index {
      let merge = merges[next]
      next += 1
      guard merge.first.row == row.index else { continue }
      let place = row.cells.partitioningIndex { Int($0.column) >= merge.first.column }
      guard place < row.cells.count, Int(row.cells[place].column) == merge.first.column,
        row.cells[place].kind != .empty
      else { continue }
      let width = merge.columns.reduce(0.0) { $0 + (statedWidth($1) ?? defaultWidth) }
      let need = need(of: row.cells[place], in: row, width: width)
      if need > defaultHeight { open.append(Text(lastRow: merge.last.row, rest: need)) }
    }
  }

  private func statedWidth(_ column: Int) -> Double? {
    column < widths.count ? widths[column] : nil
  }

  /// What the texts of the row's own cells need.
  private func ownHeight(of row: borrowing StreamedRow) -> Double {
    var most = 0.0
    for cell in row.cells where cell.kind != .empty {
      guard looks.indices.contains(Int(cell.style)) else { continue }
      let look = looks[Int(cell.style)]
      guard look.wraps || look.lineHeight > defaultHeight else { continue }
      if !merges.isEmpty {
        let reference = CellReference(row: row.index, column: Int(cell.column))
        let place = merges.partitioningIndex { $0.first >= reference }
        if place < merges.count, merges[place].first == reference { continue }
      }
      // A column without a width gets one that fits, up to where texts are wrapped.
      let width = statedWidth(Int(cell.column)) ?? ColumnFit.textLimit * max(look.scale, 1) + 1
      most = max(most, need(of: cell, in: row, width: width))
    }
    return most
  }

  private func need(
    of cell: StreamedCell, in row: borrowing StreamedRow, width: Double
  ) -> Double {
    guard looks.indices.contains(Int(cell.style)) else { return 0 }
    let look = looks[Int(cell.style)]
    guard look.wraps, cell.kind == .string else { return look.lineHeight }
    let room = Int(((max(width, 2) - 1) / look.scale).rounded(.down))
    let lines = TextWidth.lines(of: row.bytes.span.extracting(row.place(of: cell)), width: room)
    // Chinese fonts need more between two lines than a line alone takes.
    return lines == 1 ? look.lineHeight : Double(lines) * look.lineHeight * 1.07
  }
}
