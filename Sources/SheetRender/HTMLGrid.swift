internal import Spreadsheet

/// The part of a sheet that a page shows: how far it reaches, and what its merged cells cover.
struct HTMLGrid {
  /// The sheet.
  let sheet: Worksheet
  /// Rows and columns, from the first on.
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// Merged ranges by their first cell, cut to the grid, in order.
  private(set) var merges: [CellRange] = []
  /// Columns that are not shown.
  let hiddenColumns: Set<Int>
  let skipsHidden: Bool
  /// The styles of the columns, for places without a cell.
  let columnStyles: [Int]

  init(_ sheet: Worksheet, looks: [HTMLLooks], skipsHidden: Bool) {
    self.sheet = sheet
    self.skipsHidden = skipsHidden
    for row in sheet.rows {
      let last = row.cells.last { cell in
        !cell.value.isEmpty || (looks.indices.contains(cell.style) && looks[cell.style].hasLines)
      }
      guard let last, row.index >= 0, last.column >= 0 else { continue }
      rowCount = max(rowCount, row.index + 1)
      columnCount = max(columnCount, last.column + 1)
    }
    var hidden: Set<Int> = []
    if skipsHidden {
      for run in sheet.columns where run.isHidden {
        for column in run.columns where column < columnCount { hidden.insert(column) }
      }
    }
    hiddenColumns = hidden
    var columnStyles = [Int](repeating: 0, count: columnCount)
    for run in sheet.columns where run.style != 0 {
      for column in run.columns.clamped(to: 0...max(columnCount - 1, 0))
      where columnStyles.indices.contains(column) { columnStyles[column] = run.style }
    }
    self.columnStyles = columnStyles
    merges = Self.merges(sheet.mergedRanges, rows: rowCount, columns: columnCount)
  }

  /// The ranges that reach into the grid, cut to it; of those that overlap the first counts.
  private static func merges(_ ranges: [CellRange], rows: Int, columns: Int) -> [CellRange] {
    guard rows > 0, columns > 0 else { return [] }
    let grid = CellRange(rows: 0...rows - 1, columns: 0...columns - 1)
    var merges: [CellRange] = []
    // The last row that a merged cell covers, by column.
    var covered = [Int](repeating: -1, count: columns)
    for range in ranges.sorted() where grid.contains(range.first) {
      let cut = CellRange(
        rows: range.rows.clamped(to: grid.rows), columns: range.columns.clamped(to: grid.columns))
      guard !cut.isSingleCell, !covered[cut.columns].contains(where: { $0 >= cut.first.row })
      else { continue }
      for column in cut.columns { covered[column] = cut.last.row }
      merges.append(cut)
    }
    return merges
  }

  /// The rows at the top that are repeated on each page and stay in view: those of the frozen pane or of
  /// the print titles, as long as no merged cell reaches out of them.
  var headRows: Int {
    let titles = sheet.page.titleRows.map { $0.upperBound + 1 } ?? 0
    let rows = max(titles, sheet.frozenPane?.rows ?? 0)
    guard rows > 0, rows <= 20, rows < rowCount else { return 0 }
    return merges.contains { $0.first.row < rows && $0.last.row >= rows } ? 0 : rows
  }

  /// The widths of the columns in characters: those of the file, or by what stands in them.
  func widths(styles: StyleTable) -> [Double] {
    let standard = min(max(sheet.defaultColumnWidth ?? 8.43, 1), 255)
    var widths = [Double](repeating: standard, count: columnCount)
    if sheet.columns.contains(where: { $0.width != nil }) {
      for run in sheet.columns {
        guard let width = run.width, width.isFinite else { continue }
        for column in run.columns where column < columnCount {
          widths[column] = min(max(width, 1), 255)
        }
      }
      return widths
    }
    let covered = Set(merges.map(\.first))
    for row in sheet.rows.prefix(1000) {
      for cell in row.cells where cell.column < columnCount {
        if covered.contains(CellReference(row: row.index, column: cell.column)) { continue }
        let text = styles[cell.style].numberFormat.shownText(cell.value)
        widths[cell.column] = min(max(widths[cell.column], Self.width(of: text) + 1), 40)
      }
    }
    return widths
  }

  /// The width of a text in characters: the widest of its lines, full-width characters as two.
  static func width(of text: String) -> Double {
    Double(TextWidth.width(of: text))
  }
}
