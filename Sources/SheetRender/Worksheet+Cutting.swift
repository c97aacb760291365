public import Spreadsheet

extension Worksheet {
  /// The part of the sheet in a range, with its first cell at A1.
  ///
  /// Merged ranges, links, comments and runs of text are cut and moved with the cells; what belongs to the sheet
  /// as a whole, print settings for one, is left out.
  public func cut(to range: CellRange) -> Worksheet {
    var cut = Worksheet(name: name)
    cut.visibility = visibility
    cut.kind = kind
    cut.defaultColumnWidth = defaultColumnWidth
    cut.defaultRowHeight = defaultRowHeight
    cut.isRightToLeft = isRightToLeft
    let origin = range.first
    for var row in rows where range.rows.contains(row.index) {
      row.index -= origin.row
      row.cells.removeAll { !range.columns.contains($0.column) }
      for index in row.cells.indices { row.cells[index].column -= origin.column }
      cut.rows.append(row)
    }
    cut.mergedRanges = mergedRanges.compactMap { Self.moved($0, into: range) }
      .filter { !$0.isSingleCell }
    for var run in columns where run.columns.overlaps(range.columns) {
      let inside = run.columns.clamped(to: range.columns)
      run.columns = (inside.lowerBound - origin.column)...(inside.upperBound - origin.column)
      cut.columns.append(run)
    }
    for var link in hyperlinks {
      guard let moved = Self.moved(link.range, into: range) else { continue }
      link.range = moved
      cut.hyperlinks.append(link)
    }
    for var comment in comments where range.contains(comment.reference) {
      comment.reference.row -= origin.row
      comment.reference.column -= origin.column
      cut.comments.append(comment)
    }
    for (place, runs) in richText where range.contains(place) {
      let moved = CellReference(row: place.row - origin.row, column: place.column - origin.column)
      cut.richText[moved] = runs
    }
    if let pane = frozenPane {
      cut.frozenPane = FrozenPane(
        rows: max(pane.rows - origin.row, 0), columns: max(pane.columns - origin.column, 0))
    }
    return cut
  }

  private static func moved(_ other: CellRange, into range: CellRange) -> CellRange? {
    guard range.intersects(other) else { return nil }
    let rows = other.rows.clamped(to: range.rows)
    let columns = other.columns.clamped(to: range.columns)
    return CellRange(
      rows: (rows.lowerBound - range.first.row)...(rows.upperBound - range.first.row),
      columns: (columns.lowerBound - range.first.column)...(columns.upperBound
        - range.first.column))
  }

  /// The sheet with the value of each merged range in all of its cells, and none of them merged.
  ///
  /// A range whose first cell is blank, or that overlaps one before it, is left as it is. What is filled is
  /// bounded by the limit on empty places.
  public func filled(
    within range: CellRange? = nil, file: String, limits: ReadLimits = ReadLimits()
  ) throws -> Worksheet {
    var sheet = self
    sheet.mergedRanges = []
    sheet.rows = []
    var filling = MergeFill(
      mergedRanges, within: range, file: file, sheet: name, limits: limits)
    // The rows of the sheet go through the filling as rows of references to its cells.
    var values: [Cell] = []
    func take(_ row: inout StreamedRow) {
      var made = Row(
        index: row.index, height: row.height, isHidden: row.isHidden, style: row.style)
      for cell in row.cells {
        var value = values[Self.number(cell, row)]
        value.column = Int(cell.column)
        made.cells.append(value)
      }
      sheet.rows.append(made)
    }
    for row in rows {
      var streamed = StreamedRow()
      streamed.reset(index: row.index)
      streamed.height = row.height
      streamed.isHidden = row.isHidden
      streamed.style = row.style
      for cell in row.cells {
        streamed.append(
          String(values.count).utf8, kind: cell.value.isEmpty ? .empty : .string,
          column: cell.column)
        values.append(cell)
      }
      try filling.append(&streamed) { take(&$0) }
    }
    try filling.finish { take(&$0) }
    return sheet
  }

  private static func number(_ cell: StreamedCell, _ row: StreamedRow) -> Int {
    var number = 0
    for byte in row.bytes[row.place(of: cell)] { number = number &* 10 &+ Int(byte &- 0x30) }
    return number
  }
}
