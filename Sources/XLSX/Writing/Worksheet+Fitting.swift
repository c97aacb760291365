public import Spreadsheet

extension Worksheet {
  /// The sheet with the sizes that its contents need, where it states none: widths of columns, and
  /// heights of rows with wrapped or merged text. Linear in the cells.
  ///
  /// Some programs open up rows for wrapped text when they read a file, others print what is stated.
  public func fitted(styles: StyleTable, dateSystem: DateSystem = .year1900) -> Worksheet {
    var sheet = self
    let looks = styles.styles.map { ColumnFit.Look($0) }
    let sizes = styles.styles.map { min(max($0.font.size, 1), 409) }
    var fit = SheetFit(self, looks: looks, sizes: sizes, dateSystem: dateSystem)
    var added: [Row] = []
    var streamed = StreamedRow()
    for index in rows.indices {
      streamed.fill(rows[index])
      fit.columns.take(streamed)
      added += fit.rows.rows(before: streamed.index).map { Row(index: $0.index, height: $0.height) }
      if let height = fit.rows.height(of: streamed) { sheet.rows[index].height = height }
    }
    added += fit.rows.rows(before: CellReference.rowLimit)
      .map { Row(index: $0.index, height: $0.height) }
    sheet.columns = fit.columns.fitted(columns)
    let heights = WrappedHeights(sheet, looks: looks, sizes: sizes)
    for index in rows.indices where rows[index].height == nil && !rows[index].isHidden {
      guard let height = heights.height(of: rows[index]) else { continue }
      sheet.rows[index].height = max(height, sheet.rows[index].height ?? 0)
    }
    if !added.isEmpty { sheet.rows = (sheet.rows + added).sorted { $0.index < $1.index } }
    return sheet
  }
}

/// The heights that wrapped texts need in columns whose widths are known.
private struct WrappedHeights {
  let looks: [ColumnFit.Look]
  let sizes: [Double]
  private let runs: [ColumnProperties]
  private let defaultWidth: Double
  private let defaultHeight: Double
  private let anchors: Set<CellReference>

  init(_ sheet: Worksheet, looks: [ColumnFit.Look], sizes: [Double]) {
    self.looks = looks
    self.sizes = sizes
    runs = sheet.columns
    defaultWidth = sheet.defaultColumnWidth ?? 8.43
    defaultHeight = sheet.defaultRowHeight ?? 15
    // A merged text has more room than its first cell.
    anchors = Set(sheet.mergedRanges.filter { !$0.isSingleCell }.map(\.first))
  }

  /// The height of a row's own wrapped texts; nil where one line is enough.
  func height(of row: Row) -> Double? {
    var height = 0.0
    for cell in row.cells {
      guard case .string(let text) = cell.value, looks.indices.contains(cell.style),
        looks[cell.style].wraps,
        !anchors.contains(CellReference(row: row.index, column: cell.column))
      else { continue }
      let room = ((width(of: cell.column) - 1) / looks[cell.style].scale).rounded(.down)
      let lines = TextWidth.lines(of: text.utf8Span.span, width: Int(max(room, 2)))
      if lines > 1 { height = max(height, Double(lines) * sizes[cell.style] * 1.4) }
    }
    return height > defaultHeight ? min((height * 4).rounded(.up) / 4, 409.5) : nil
  }

  private func width(of column: Int) -> Double {
    let place = runs.partitioningIndex { $0.columns.upperBound >= column }
    guard place < runs.count, runs[place].columns.contains(column) else { return defaultWidth }
    return runs[place].width ?? defaultWidth
  }
}

extension StreamedRow {
  /// Takes the cells of a row that is a value.
  fileprivate mutating func fill(_ row: Row) {
    reset(index: row.index)
    isHidden = row.isHidden
    height = row.height
    for cell in row.cells {
      switch cell.value {
      case .empty: append([UInt8](), kind: .empty, column: cell.column, style: cell.style)
      case .string(let text):
        append(text.utf8, kind: .string, column: cell.column, style: cell.style)
      case .error(let text):
        append(text.utf8, kind: .error, column: cell.column, style: cell.style)
      case .boolean(let flag):
        append((flag ? "1" : "0").utf8, kind: .boolean, column: cell.column, style: cell.style)
      case .number(let number):
        var digits: [UInt8] = []
        NumberText.append(number, to: &digits)
        append(digits, kind: .number, column: cell.column, style: cell.style)
      }
    }
  }
}
