import Spreadsheet

/// Holds a sheet against the limits of the format before anything of it is written.
struct WorksheetCheck {
  let sheet: Worksheet

  private func failure(
    _ kind: XLSXWriteError.Kind, _ range: CellRange? = nil, _ message: String
  ) -> XLSXWriteError {
    XLSXWriteError(kind, sheet: sheet.name, range: range, message)
  }

  /// Checks all that belongs to the sheet but its rows.
  func checkFrame(styles: Int) throws(XLSXWriteError) {
    if let problem = SheetNaming.problem(sheet.name) {
      throw failure(.sheetName, nil, "the sheet's name \(problem)")
    }
    try checkRanges()
    if let (one, other) = MergeOverlap.first(in: sheet.mergedRanges) {
      throw failure(.mergeOverlap, other, "the merged ranges \(one) and \(other) overlap")
    }
    var last = -1
    for run in sheet.columns {
      guard run.columns.lowerBound > last else {
        throw failure(.columnOverlap, nil, "the runs of columns overlap or are out of order")
      }
      last = run.columns.upperBound
      guard last < CellReference.columnLimit else {
        throw failure(.outsideGrid, nil, "a column lies outside the grid of 16,384")
      }
      if let width = run.width, !(width >= 0 && width.isFinite) {
        throw failure(.number, nil, "the width of a column is not a number of characters")
      }
    }
    for text in [sheet.page.header, sheet.page.footer].compactMap({ $0 })
    where text.utf16.count > 255 {
      throw failure(.caption, nil, "a header or footer has more than 255 characters")
    }
    for rule in sheet.dataValidations {
      for text in [rule.errorMessage, rule.promptMessage].compactMap({ $0 })
      where text.utf16.count > 255 {
        throw failure(.caption, rule.ranges.first, "a message has more than 255 characters")
      }
    }
    for comment in sheet.comments where comment.text.utf16.count > 32_767 {
      throw failure(
        .textLength, CellRange(comment.reference), "a comment has more than 32,767 characters")
    }
    try checkTables()
  }

  /// Checks the rows.
  func checkRows() throws(XLSXWriteError) {
    var lastRow = -1
    for row in sheet.rows {
      guard row.index > lastRow else {
        throw failure(.order, nil, "row \(row.index + 1) comes after row \(lastRow + 1)")
      }
      guard row.index < CellReference.rowLimit else {
        throw failure(.outsideGrid, nil, "the sheet has more than 1,048,576 rows")
      }
      lastRow = row.index
      var lastColumn = -1
      for cell in row.cells {
        let place = CellReference(row: row.index, column: cell.column)
        guard cell.column > lastColumn else {
          throw failure(.order, CellRange(place), "the cells of a row are out of order")
        }
        guard cell.column < CellReference.columnLimit else {
          throw failure(.outsideGrid, nil, "row \(row.index + 1) has more than 16,384 columns")
        }
        lastColumn = cell.column
        try check(cell, at: place)
      }
    }
  }

  private func check(_ cell: Cell, at place: CellReference) throws(XLSXWriteError) {
    switch cell.value {
    case .string(let text), .error(let text):
      // UTF-8 has at least as many bytes as UTF-16 has units.
      if text.utf8.count > 32_767, text.utf16.count > 32_767 {
        throw failure(
          .textLength, CellRange(place),
          "the text has \(text.utf16.count) characters, a cell holds 32,767")
      }
    case .number(let number):
      guard number.isFinite else {
        throw failure(.number, CellRange(place), "a cell cannot hold \(number)")
      }
    case .empty, .boolean: break
    }
    if let formula = cell.formula, formula.utf16.count > 8_192 {
      throw failure(
        .formulaLength, CellRange(place), "the formula has more than 8,192 characters")
    }
  }

  private func checkRanges() throws(XLSXWriteError) {
    var ranges = sheet.mergedRanges + sheet.arrayFormulas + sheet.tables.map(\.range)
    ranges += sheet.hyperlinks.map(\.range) + sheet.comments.map { CellRange($0.reference) }
    ranges += sheet.dataValidations.flatMap(\.ranges) + sheet.conditionalFormats.flatMap(\.ranges)
    if let area = sheet.page.area { ranges.append(area) }
    if let filter = sheet.autoFilter { ranges.append(filter) }
    for range in ranges {
      guard range.first.row >= 0, range.first.column >= 0,
        range.last.row < CellReference.rowLimit, range.last.column < CellReference.columnLimit
      else { throw failure(.outsideGrid, nil, "a range lies outside the grid") }
    }
    let pane = sheet.frozenPane ?? FrozenPane()
    guard (0..<CellReference.rowLimit).contains(pane.rows),
      (0..<CellReference.columnLimit).contains(pane.columns)
    else { throw failure(.outsideGrid, nil, "the frozen pane lies outside the grid") }
  }

  private func checkTables() throws(XLSXWriteError) {
    for (index, table) in sheet.tables.enumerated() {
      guard table.columnNames.count == table.range.columns.count else {
        throw failure(.table, table.range, "table \(table.name) names a wrong number of columns")
      }
      guard table.range.rows.count > 1 else {
        throw failure(.table, table.range, "table \(table.name) has no row below its header")
      }
      guard Set(table.columnNames.map { $0.lowercased() }).count == table.columnNames.count,
        !table.columnNames.contains("")
      else {
        throw failure(
          .table, table.range, "table \(table.name) has columns without a name of their own")
      }
      if let merged = sheet.mergedRanges.first(where: { $0.intersects(table.range) }) {
        throw failure(.table, merged, "table \(table.name) has merged cells in it")
      }
      for other in sheet.tables[..<index] where other.range.intersects(table.range) {
        throw failure(.table, table.range, "tables \(other.name) and \(table.name) overlap")
      }
      if let filter = sheet.autoFilter, filter.intersects(table.range) {
        throw failure(.table, filter, "the filter and table \(table.name) overlap")
      }
    }
  }
}
