internal import Spreadsheet

/// Writes one sheet as a table of HTML.
struct HTMLSheet {
  private let grid: HTMLGrid
  private let workbook: Workbook
  private let index: Int
  private let widths: [Double]
  private let values: ValueForm
  /// By the index of the style.
  private let looks: [HTMLLooks]
  /// The text of a cell before it is escaped.
  private var cellText: [UInt8] = []
  private var links: [CellReference: Hyperlink.Target] = [:]
  /// The rows in which a cell has a link or several fonts.
  private var markedRows: Set<Int> = []
  private var isRowMarked = false
  private var emptyPlaces: EmptyPlaces
  /// Merged ranges that begin in a row, by column, and where they cover the rows below.
  private var nextMerge = 0
  private var open: [CellRange] = []

  init(
    _ index: Int, of workbook: Workbook, looks: [HTMLLooks], values: ValueForm,
    skipsHidden: Bool, emptyPlaces: EmptyPlaces
  ) {
    self.index = index
    self.values = values
    self.workbook = workbook
    self.emptyPlaces = emptyPlaces
    let sheet = workbook.sheets[index]
    self.looks = looks
    grid = HTMLGrid(sheet, looks: looks, skipsHidden: skipsHidden)
    widths = grid.widths(styles: workbook.styles)
    for link in sheet.hyperlinks {
      // A link over a merged range or a block is that of its first cell; blocks of links are rare.
      links[link.range.first] = link.target
      markedRows.insert(link.range.first.row)
    }
    for place in sheet.richText.keys { markedRows.insert(place.row) }
  }

  /// Appends the table; `drain` is called after each row.
  mutating func append(
    to output: inout [UInt8], drain: (inout [UInt8]) throws -> Void
  ) throws {
    guard grid.rowCount > 0 else {
      output.append(literal: "<p class=\"empty\">（空表）</p>\n")
      return
    }
    let shown = (0..<grid.columnCount).filter { !grid.hiddenColumns.contains($0) }
    let total = shown.reduce(0) { $0 + pixels($1) }
    output.append(contentsOf: "<table style=\"width:\(total)px\"><colgroup>".utf8)
    for column in shown {
      output.append(contentsOf: "<col style=\"width:\(pixels(column))px\">".utf8)
    }
    output.append(literal: "</colgroup>\n")
    let head = grid.headRows
    output.append(contentsOf: (head > 0 ? "<thead>\n" : "<tbody>\n").utf8)
    var next = 0
    var isHead = head > 0
    for row in grid.sheet.rows {
      guard row.index < grid.rowCount else { break }
      try appendBlankRows(next..<row.index, &isHead, head, to: &output)
      Self.endHead(&isHead, head, before: row.index, to: &output)
      try append(row, to: &output)
      try drain(&output)
      next = row.index + 1
    }
    output.append(contentsOf: (isHead ? "</thead></table>\n" : "</tbody></table>\n").utf8)
  }

  private static func endHead(
    _ isHead: inout Bool, _ head: Int, before row: Int, to output: inout [UInt8]
  ) {
    if isHead, row >= head {
      output.append(literal: "</thead>\n<tbody>\n")
      isHead = false
    }
  }

  private func pixels(_ column: Int) -> Int {
    // Seven pixels a character and five of margin, as with the default font at 96 dpi.
    Int((widths[column] * 7 + 5).rounded())
  }

  /// Long runs of blank rows are told, not drawn.
  private mutating func appendBlankRows(
    _ rows: Range<Int>, _ isHead: inout Bool, _ head: Int, to output: inout [UInt8]
  ) throws(EmptyPlacesError) {
    guard !rows.isEmpty else { return }
    let isCovered = mergesReach(into: rows)
    if rows.count > 100, !isCovered {
      Self.endHead(&isHead, head, before: rows.upperBound, to: &output)
      output.append(
        contentsOf:
          "<tr class=\"gap\"><td colspan=\"\(min(grid.columnCount, 1000))\">⋯ \(rows.count) ⋯</td></tr>\n"
          .utf8)
      return
    }
    for row in rows {
      Self.endHead(&isHead, head, before: row, to: &output)
      try append(Row(index: row), to: &output)
    }
  }

  private func mergesReach(into rows: Range<Int>) -> Bool {
    if nextMerge < grid.merges.count, grid.merges[nextMerge].first.row < rows.upperBound {
      return true
    }
    return open.contains { $0.last.row >= rows.lowerBound }
  }
}

// MARK: - Rows

extension HTMLSheet {
  private mutating func append(_ row: Row, to output: inout [UInt8]) throws(EmptyPlacesError) {
    if !open.isEmpty { open.removeAll { $0.last.row < row.index } }
    while nextMerge < grid.merges.count, grid.merges[nextMerge].first.row <= row.index {
      let merge = grid.merges[nextMerge]
      nextMerge += 1
      let place = open.partitioningIndex { $0.first.column > merge.first.column }
      if merge.last.row >= row.index { open.insert(merge, at: place) }
    }
    if grid.skipsHidden, row.isHidden { return }
    isRowMarked = !markedRows.isEmpty && markedRows.contains(row.index)
    output.append(contentsOf: (row.isHidden ? "<tr class=\"hid\"" : "<tr").utf8)
    if let height = row.height, height > 0, height <= 409.5 {
      output.append(contentsOf: " style=\"height:\(Int(height.rounded()))pt\"".utf8)
    }
    output.append(UInt8(ascii: ">"))
    var column = 0
    var position = 0
    var merge = 0
    var blank = 0
    while column < grid.columnCount {
      while merge < open.count, open[merge].last.column < column { merge += 1 }
      if merge < open.count, open[merge].columns.contains(column) {
        let range = open[merge]
        if range.first.row == row.index { append(merged: range, row, to: &output) }
        column = range.last.column + 1
        continue
      }
      while position < row.cells.count, row.cells[position].column < column { position += 1 }
      if grid.hiddenColumns.contains(column) {
        column += 1
        continue
      }
      guard position < row.cells.count, row.cells[position].column == column else {
        append(blank: column, row, to: &output)
        blank += 1
        column += 1
        continue
      }
      column += append(row.cells[position], at: position, of: row, merge: merge, to: &output)
    }
    output.append(literal: "</tr>\n")
    try emptyPlaces.add(blank, row: row.index)
  }

  /// Appends a cell and gives the number of columns that it takes.
  private mutating func append(
    _ cell: Cell, at position: Int, of row: Row, merge: Int, to output: inout [UInt8]
  ) -> Int {
    let look = look(of: cell)
    let span = overflow(of: cell, look, at: position, in: row, merge: merge)
    output.append(literal: "<td")
    if span > 1 { output.append(contentsOf: " colspan=\"\(span)\"".utf8) }
    look.appendAttributes(HTMLLooks.Kind(cell.value), to: &output)
    appendContent(
      cell, look, at: CellReference(row: row.index, column: cell.column), to: &output)
    return span
  }

  /// A place without a cell has the looks of its row, else of its column.
  private mutating func append(blank column: Int, _ row: Row, to output: inout [UInt8]) {
    let style = row.style != 0 ? row.style : grid.columnStyles[column]
    guard style != 0 else {
      output.append(literal: "<td></td>")
      return
    }
    output.append(literal: "<td")
    let cell = Cell(column: column, value: .empty, style: style)
    let look = look(of: cell)
    look.appendAttributes(.text, to: &output)
    appendContent(cell, look, at: CellReference(row: row.index, column: column), to: &output)
  }

  /// The looks of a cell; the default ones for a style that is not there.
  private func look(of cell: Cell) -> HTMLLooks {
    looks.indices.contains(cell.style) ? looks[cell.style] : looks[0]
  }

  /// How many columns a long text takes that is not wrapped and has blanks beside it, as on the
  /// sheet.
  private func overflow(
    of cell: Cell, _ look: HTMLLooks, at position: Int, in row: Row, merge: Int
  ) -> Int {
    let limit = min(
      position + 1 < row.cells.count ? row.cells[position + 1].column : grid.columnCount,
      merge < open.count ? open[merge].first.column : grid.columnCount, grid.columnCount)
    guard limit > cell.column + 1, case .string(let text) = cell.value else { return 1 }
    guard look.mayOverflow, !text.utf8.contains(0x0A) else { return 1 }
    let needed = HTMLGrid.width(of: text) * look.scale
    var available = widths[cell.column]
    var end = cell.column + 1
    while available < needed, end < limit, end - cell.column < 1000,
      !grid.hiddenColumns.contains(end)
    {
      available += widths[end]
      end += 1
    }
    return end - cell.column
  }

  private mutating func append(merged range: CellRange, _ row: Row, to output: inout [UInt8]) {
    let columns = range.columns.count { !grid.hiddenColumns.contains($0) }
    guard columns > 0 else { return }
    var rows = range.rows.count
    if grid.skipsHidden {
      let first = grid.sheet.rows.partitioningIndex { $0.index >= range.first.row }
      for other in grid.sheet.rows[first...] {
        guard other.index <= range.last.row else { break }
        if other.isHidden { rows -= 1 }
      }
    }
    func border(_ row: Int, _ column: Int) -> Border {
      guard let cell = grid.sheet.cell(at: CellReference(row: row, column: column)) else {
        return looks[0].border
      }
      return look(of: cell).border
    }
    let cell =
      grid.sheet.cell(at: range.first) ?? Cell(column: range.first.column, value: .empty)
    let own = look(of: cell)
    output.append(literal: "<td")
    if rows > 1 { output.append(contentsOf: " rowspan=\"\(min(rows, 65_534))\"".utf8) }
    if columns > 1 { output.append(contentsOf: " colspan=\"\(min(columns, 1000))\"".utf8) }
    own.appendAttributes(
      HTMLLooks.Kind(cell.value), top: own.border,
      right: border(range.first.row, range.last.column),
      bottom: border(range.last.row, range.first.column), left: own.border, to: &output)
    appendContent(cell, own, at: range.first, to: &output)
  }
}

// MARK: - Cells

extension HTMLSheet {
  /// Appends the end of the tag, what the cell shows, and the tag that closes it.
  private mutating func appendContent(
    _ cell: Cell, _ look: HTMLLooks, at reference: CellReference, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: ">"))
    let link = isRowMarked ? links[reference].flatMap(href) : nil
    if let link {
      output.append(literal: "<a href=\"")
      MarkupText.appendHTML(link, to: &output)
      output.append(literal: "\" rel=\"noopener noreferrer\">")
    }
    if isRowMarked, let runs = grid.sheet.richText[reference], case .string = cell.value {
      for run in runs { append(run, to: &output) }
    } else {
      append(text: cell, look, to: &output)
    }
    output.append(literal: link == nil ? "</td>" : "</a></td>")
  }

  private mutating func append(
    text cell: Cell, _ look: HTMLLooks, to output: inout [UInt8]
  ) {
    switch (values, cell.value) {
    case (_, .empty): break
    case (.typed, .number(let number)):
      TypedNumber(number, kind: look.format.kind, dateSystem: workbook.dateSystem)
        .append(dateSystem: workbook.dateSystem, to: &output)
    case (.shown, .number(let number)):
      cellText.removeAll(keepingCapacity: true)
      look.format.appendShown(number, dateSystem: workbook.dateSystem, to: &cellText)
      MarkupText.appendHTML(cellText.span, to: &output)
    case (.shown, .string(let text)) where look.changesText:
      cellText.removeAll(keepingCapacity: true)
      look.format.appendShown(text: Array(text.utf8)[...], to: &cellText)
      MarkupText.appendHTML(cellText.span, to: &output)
    case (_, .string(let text)), (_, .error(let text)): MarkupText.appendHTML(text, to: &output)
    case (.typed, .boolean(let isTrue)):
      output.append(literal: isTrue ? "true" : "false")
    case (.shown, .boolean(let isTrue)):
      output.append(literal: isTrue ? "TRUE" : "FALSE")
    }
  }

  private func append(_ run: TextRun, to output: inout [UInt8]) {
    let css = run.font.map { HTMLStyle.run($0) } ?? ""
    if !css.isEmpty { output.append(contentsOf: "<span style=\"\(css)\">".utf8) }
    MarkupText.appendHTML(run.text, to: &output)
    if !css.isEmpty { output.append(literal: "</span>") }
  }

  /// The address of a link: http, https, mailto, or a sheet of the page; nil for all others.
  private func href(_ target: Hyperlink.Target) -> String? {
    switch target {
    case .external(let address):
      let lower = address.prefix(8).lowercased()
      return ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) ? address : nil
    case .internal(let place):
      // `'Sheet 2'!A1`, with quotes doubled inside; a place with no sheet is on this one.
      var name = place.lastIndex(of: "!").map { String(place[..<$0]) } ?? ""
      if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 {
        name = name.dropFirst().dropLast().split(
          separator: "''", omittingEmptySubsequences: false
        ).joined(separator: "'")
      }
      let sheet = workbook.sheets.firstIndex { $0.name == name }
      return "#s\((sheet ?? index) + 1)"
    }
  }
}
