import Spreadsheet

extension XLSXStreamWriter {
  /// Appends how the sheet is printed, and adds the names that print titles and area need.
  mutating func putPage() {
    let page = sheet.page
    if page.isCenteredHorizontally { buffer.put("<printOptions horizontalCentered=\"1\"/>") }
    let margins = page.margins ?? PageMargins(left: 0.7, right: 0.7, top: 0.75, bottom: 0.75)
    let sides: [(StaticString, Double)] = [
      ("<pageMargins left=\"", margins.left), ("\" right=\"", margins.right),
      ("\" top=\"", margins.top), ("\" bottom=\"", margins.bottom),
    ]
    for (side, inches) in sides {
      buffer.put(side)
      buffer.put(inches.isFinite ? min(max(inches, 0), 48) : 0.7)
    }
    buffer.put("\" header=\"0.3\" footer=\"0.3\"/>")
    if page.paperSize != nil || page.isLandscape || page.fitToWidth != nil
      || page.fitToHeight != nil
    {
      buffer.put("<pageSetup")
      putAttribute(" paperSize=\"", page.paperSize)
      putAttribute(" fitToWidth=\"", page.fitToWidth)
      putAttribute(" fitToHeight=\"", page.fitToHeight)
      if page.isLandscape { buffer.put(" orientation=\"landscape\"") }
      buffer.put("/>")
    }
    if page.header != nil || page.footer != nil {
      buffer.put("<headerFooter>")
      if let header = page.header {
        buffer.put("<oddHeader>")
        buffer.put(text: header)
        buffer.put("</oddHeader>")
      }
      if let footer = page.footer {
        buffer.put("<oddFooter>")
        buffer.put(text: footer)
        buffer.put("</oddFooter>")
      }
      buffer.put("</headerFooter>")
    }
    putRowBreaks(page.rowBreaks)
    putPrintNames(page)
  }

  private mutating func putAttribute(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    buffer.put(name)
    buffer.put(min(max(number, 0), 32_767))
    buffer.put("\"")
  }

  private mutating func putRowBreaks(_ all: [Int]) {
    let breaks = Set(all).filter { (0..<CellReference.rowLimit - 1).contains($0) }.sorted()
    guard !breaks.isEmpty else { return }
    buffer.put("<rowBreaks count=\"")
    buffer.put(breaks.count)
    buffer.put("\" manualBreakCount=\"")
    buffer.put(breaks.count)
    buffer.put("\">")
    for row in breaks {
      buffer.put("<brk id=\"")
      buffer.put(row + 1)
      buffer.put("\" max=\"16383\" man=\"1\"/>")
    }
    buffer.put("</rowBreaks>")
  }

  private mutating func putPrintNames(_ page: PageSetup) {
    if let area = page.area { addName("_xlnm.Print_Area", [area]) }
    let sheetName = SheetNaming.quoted(sheet.name)
    var titles: [String] = []
    if let columns = page.titleColumns {
      titles.append(
        sheetName + "!$" + CellReference.columnName(columns.lowerBound) + ":$"
          + CellReference.columnName(columns.upperBound))
    }
    if let rows = page.titleRows {
      titles.append(sheetName + "!$\(rows.lowerBound + 1):$\(rows.upperBound + 1)")
    }
    if !titles.isEmpty {
      addName("_xlnm.Print_Titles", formula: titles.joined(separator: ","))
    }
  }
}
