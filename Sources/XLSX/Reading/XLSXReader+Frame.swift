public import Spreadsheet

extension XLSXReader {
  /// A sheet without its rows: what a clean copy takes over of its surroundings, and nothing else.
  ///
  /// That is its visibility, merged ranges, widths and hidden state of columns, the default sizes,
  /// the frozen pane and the direction. Costs what `outline(ofSheetAt:)` costs.
  public func frame(ofSheetAt index: Int) throws(XLSXError) -> Worksheet {
    let outline = try outline(ofSheetAt: index)
    var sheet = Worksheet(name: sheets[index].name)
    sheet.visibility = sheets[index].visibility
    sheet.mergedRanges = outline.mergedRanges
    sheet.columns = outline.columns
    sheet.defaultColumnWidth = outline.defaultColumnWidth
    sheet.defaultRowHeight = outline.defaultRowHeight
    sheet.frozenPane = outline.frozenPane
    sheet.isRightToLeft = outline.isRightToLeft
    return sheet
  }

  /// What a copy of cells and looks leaves out of the sheets with these places, and of the workbook.
  public func featuresBesideCells(sheets indices: [Int]) throws(XLSXError) -> [WorkbookFeature] {
    let names = Set(indices.map { sheets[$0].name })
    var features: [WorkbookFeature] = []
    for feature in try self.features() {
      if let sheet = feature.sheet, !names.contains(sheet) { continue }
      features.append(feature)
    }
    for index in indices {
      let outline = try outline(ofSheetAt: index)
      let sheet = sheets[index].name
      if outline.autoFilter != nil {
        features.append(WorkbookFeature(name: "auto-filter", sheet: sheet))
      }
      if outline.isProtected { features.append(WorkbookFeature(name: "protection", sheet: sheet)) }
      var page = outline.page
      page.margins = nil
      page.paperSize = nil
      if page != PageSetup() {
        features.append(WorkbookFeature(name: "print-settings", sheet: sheet))
      }
    }
    if simplifiesLooks { features.append(WorkbookFeature(name: "rich-looks")) }
    for name in definedNames where !name.isHidden && !name.name.hasPrefix("_xlnm.") {
      features.append(WorkbookFeature(name: "defined-names"))
      break
    }
    for name in definedNames where name.name.hasPrefix("_xlnm.Print_") {
      guard let sheet = name.sheet, indices.contains(sheet) else { continue }
      let feature = WorkbookFeature(name: "print-settings", sheet: sheets[sheet].name)
      if !features.contains(feature) { features.append(feature) }
    }
    return features
  }
}
