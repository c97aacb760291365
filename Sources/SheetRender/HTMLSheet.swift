internal import Spreadsheet

/// Writes one sheet as a table of HTML.
struct HTMLSheet {
  private let grid: HTMLGrid
  private let workbook: Workbook
  private let index: Int
  private let widths: [Double]
  private let values: ValueForm
  private var links: [CellReference: Hyperlink.Target] = [:]
  private var emptyPlaces: EmptyPlaces
  /// Merged ranges that begin in a row, by column, and where they cover the rows below.
  private var nextMerge = 0
  private var open: [CellRange] = []

  init(
    _ index: Int, of workbook: Workbook, values: ValueForm, skipsHidden: Bool,
    emptyPlaces: EmptyPlaces
  ) {
    self.index = index
    self.values = values
    self.workbook = workbook
    self.emptyPlaces = emptyPlaces
    let sheet = workbook.sheets[index]
    grid = HTMLGrid(sheet, styles: workbook.styles, skipsHidden: skipsHidden)
    widths = grid.widths(styles: workbook.styles)
    for link in sheet.hyperlinks {
      // A link over a merged range or a block is that of its first cell; blocks of links are rare.
      links[link.range.first] = link.target
    }
  }

  /// Appends the table.
  mutating func append(to output: inout [UInt8]) throws(EmptyPlacesError) {
    guard grid.rowCount > 0 else {
      output.append(contentsOf: "<p class=\"empty\">（空表）</p>\n".utf8)
      return
    }
    let shown = (0..<grid.columnCount).filter { !grid.hiddenColumns.contains($0) }
    let total = shown.reduce(0) { $0 + pixels($1) }
    output.append(contentsOf: "<table style=\"width:\(total)px\"><colgroup>".utf8)
    for column in shown {
      output.append(contentsOf: "<col style=\"width:\(pixels(column))px\">".utf8)
    }
    output.append(contentsOf: "</colgroup>\n".utf8)
    let head = grid.headRows
    output.append(contentsOf: (head > 0 ? "<thead>\n" : "<tbody>\n").utf8)
    var next = 0
    var isHead = head > 0
    for row in grid.sheet.rows {
      guard row.index < grid.rowCount else { break }
      try appendBlankRows(next..<row.index, &isHead, head, to: &output)
      Self.endHead(&isHead, head, before: row.index, to: &output)
      try append(row, to: &output)
      next = row.index + 1
    }
    output.append(contentsOf: (isHead ? "</thead></table>\n" : "</tbody></table>\n").utf8)
  }

  private static func endHead(
    _ isHead: inout Bool, _ head: Int, before row: Int, to output: inout [UInt8]
  ) {
    if isHead, row >= head {
      output.append(contentsOf: "</thead>\n<tbody>\n".utf8)
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
      let cell = row.cells[position]
      let span = overflow(of: cell, at: position, in: row, merge: merge)
      let reference = CellReference(row: row.index, column: column)
      let border = workbook.styles[cell.style].border
      appendCell(
        cell, at: reference, rows: 1, columns: span,
        border: HTMLStyle.border(top: border, right: border, bottom: border, left: border),
        to: &output)
      column += span
    }
    output.append(contentsOf: "</tr>\n".utf8)
    try emptyPlaces.add(blank, row: row.index)
  }

  /// A place without a cell has the looks of its row, else of its column.
  private func append(blank column: Int, _ row: Row, to output: inout [UInt8]) {
    let style = row.style != 0 ? row.style : grid.columnStyles[column]
    guard style != 0 else {
      output.append(contentsOf: "<td></td>".utf8)
      return
    }
    let border = workbook.styles[style].border
    appendCell(
      Cell(column: column, value: .empty, style: style),
      at: CellReference(row: row.index, column: column), rows: 1, columns: 1,
      border: HTMLStyle.border(top: border, right: border, bottom: border, left: border),
      to: &output)
  }

  /// How many columns a long text takes that is not wrapped and has blanks beside it, as on the
  /// sheet.
  private func overflow(of cell: Cell, at position: Int, in row: Row, merge: Int) -> Int {
    let alignment = workbook.styles[cell.style].alignment
    guard case .string(let text) = cell.value, !alignment.wrapsText,
      alignment.horizontal == .general || alignment.horizontal == .left, !text.contains("\n")
    else { return 1 }
    let needed = HTMLGrid.width(of: text) * max(workbook.styles[cell.style].font.size, 1) / 11
    var available = widths[cell.column]
    var end = cell.column + 1
    let limit = min(
      position + 1 < row.cells.count ? row.cells[position + 1].column : grid.columnCount,
      merge < open.count ? open[merge].first.column : grid.columnCount, grid.columnCount)
    while available < needed, end < limit, end - cell.column < 1000,
      !grid.hiddenColumns.contains(end)
    {
      available += widths[end]
      end += 1
    }
    return end - cell.column
  }

  private func append(merged range: CellRange, _ row: Row, to output: inout [UInt8]) {
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
    func style(_ reference: CellReference) -> CellStyle {
      workbook.styles[grid.sheet.cell(at: reference)?.style ?? 0]
    }
    let first = style(range.first).border
    let right = style(CellReference(row: range.first.row, column: range.last.column)).border
    let bottom = style(CellReference(row: range.last.row, column: range.first.column)).border
    appendCell(
      grid.sheet.cell(at: range.first) ?? Cell(column: range.first.column, value: .empty),
      at: range.first, rows: max(rows, 1), columns: columns,
      border: HTMLStyle.border(top: first, right: right, bottom: bottom, left: first), to: &output)
  }
}

// MARK: - Cells

extension HTMLSheet {
  private func appendCell(
    _ cell: Cell, at reference: CellReference, rows: Int, columns: Int, border: String,
    to output: inout [UInt8]
  ) {
    output.append(contentsOf: "<td".utf8)
    if rows > 1 { output.append(contentsOf: " rowspan=\"\(min(rows, 65_534))\"".utf8) }
    if columns > 1 { output.append(contentsOf: " colspan=\"\(min(columns, 1000))\"".utf8) }
    let classes = [cell.style > 0 ? "x\(cell.style)" : nil, Self.kind(cell.value)].compactMap { $0 }
    if !classes.isEmpty {
      output.append(contentsOf: " class=\"\(classes.joined(separator: " "))\"".utf8)
    }
    if !border.isEmpty { output.append(contentsOf: " style=\"\(border)\"".utf8) }
    output.append(UInt8(ascii: ">"))
    let link = links[reference].flatMap(href)
    if let link {
      output.append(contentsOf: "<a href=\"".utf8)
      MarkupText.appendHTML(link.utf8, to: &output)
      output.append(contentsOf: "\" rel=\"noopener noreferrer\">".utf8)
    }
    if let runs = grid.sheet.richText[reference], case .string = cell.value {
      for run in runs { append(run, to: &output) }
    } else {
      append(text: cell, to: &output)
    }
    output.append(contentsOf: (link == nil ? "</td>" : "</a></td>").utf8)
  }

  private func append(text cell: Cell, to output: inout [UInt8]) {
    let format = workbook.styles[cell.style].numberFormat
    switch (values, cell.value) {
    case (.typed, .number(let number)):
      TypedNumber(number, kind: format.kind, dateSystem: workbook.dateSystem)
        .append(dateSystem: workbook.dateSystem, to: &output)
    case (.typed, .string(let text)), (.typed, .error(let text)):
      MarkupText.appendHTML(text.utf8, to: &output)
    case (.typed, .boolean(let isTrue)): output.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case (.typed, .empty): break
    case (.shown, _):
      let text = format.shownText(cell.value, dateSystem: workbook.dateSystem)
      MarkupText.appendHTML(text.utf8, to: &output)
    }
  }

  private func append(_ run: TextRun, to output: inout [UInt8]) {
    let css = run.font.map { HTMLStyle.run($0) } ?? ""
    if !css.isEmpty { output.append(contentsOf: "<span style=\"\(css)\">".utf8) }
    MarkupText.appendHTML(run.text.utf8, to: &output)
    if !css.isEmpty { output.append(contentsOf: "</span>".utf8) }
  }

  private static func kind(_ value: CellValue) -> String? {
    switch value {
    case .number: "n"
    case .boolean, .error: "b"
    case .string, .empty: nil
    }
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
