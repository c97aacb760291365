import Spreadsheet

extension XMLBuffer {
  /// Appends what stands in front of a sheet's rows.
  mutating func putSheetHead(_ sheet: Worksheet, styles: [Int], isSelected: Bool) {
    putHead()
    put(
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      """)
    if sheet.page.fitToWidth != nil || sheet.page.fitToHeight != nil {
      put("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    }
    put("<sheetViews><sheetView")
    if sheet.isRightToLeft { put(" rightToLeft=\"1\"") }
    if isSelected { put(" tabSelected=\"1\"") }
    put(" workbookViewId=\"0\"")
    if let pane = sheet.frozenPane, pane.rows > 0 || pane.columns > 0 {
      put(">")
      put(pane)
      put("</sheetView></sheetViews>")
    } else {
      put("/></sheetViews>")
    }
    put("<sheetFormatPr")
    if let width = sheet.defaultColumnWidth, width.isFinite {
      put(" defaultColWidth=\"")
      put(min(max(width, 0), 255))
      put("\"")
    }
    put(" defaultRowHeight=\"")
    if let height = sheet.defaultRowHeight, height.isFinite {
      put(min(max(height, 0), 409.5))
      put("\" customHeight=\"1\"/>")
    } else {
      put("15\"/>")
    }
    put(sheet.columns, styles: styles)
    put("<sheetData>")
  }

  private mutating func put(_ pane: FrozenPane) {
    put("<pane")
    if pane.columns > 0 {
      put(" xSplit=\"")
      put(pane.columns)
      put("\"")
    }
    if pane.rows > 0 {
      put(" ySplit=\"")
      put(pane.rows)
      put("\"")
    }
    let corner = CellReference(row: pane.rows, column: pane.columns)
    put(" topLeftCell=\"", corner.description)
    let name =
      pane.rows > 0 && pane.columns > 0 ? "bottomRight" : pane.rows > 0 ? "bottomLeft" : "topRight"
    put(" activePane=\"", name)
    put(" state=\"frozen\"/><selection pane=\"", name)
    put(" activeCell=\"", corner.description)
    put(" sqref=\"", corner.description)
    put("/>")
  }

  private mutating func put(_ columns: [ColumnProperties], styles: [Int]) {
    guard !columns.isEmpty else { return }
    put("<cols>")
    for run in columns {
      put("<col min=\"")
      put(run.columns.lowerBound + 1)
      put("\" max=\"")
      put(run.columns.upperBound + 1)
      put("\"")
      if let width = run.width {
        put(" width=\"")
        put(min(max(width, 0), 255))
        put("\"")
      }
      let style = styles.indices.contains(run.style) ? styles[run.style] : 0
      if style > 0 {
        put(" style=\"")
        put(style)
        put("\"")
      }
      if run.isHidden { put(" hidden=\"1\"") }
      if run.width != nil { put(" customWidth=\"1\"") }
      put("/>")
    }
    put("</cols>")
  }

  /// Appends ` sqref="A1 B2:C3"`.
  mutating func putReferences(_ ranges: [CellRange]) {
    put(" sqref=\"")
    for (index, range) in ranges.enumerated() {
      if index > 0 { put(" ") }
      put(raw: range.description)
    }
    put("\"")
  }
}
