import Spreadsheet

extension XLSXStreamWriter {
  /// Appends what stands behind a sheet's rows, in the order of the schema (ECMA-376 Part 1,
  /// 18.3.1.99), and returns the relationships that it uses.
  mutating func putSheetTail() throws -> [SheetRelationship] {
    if sheet.isProtected {
      buffer.put("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>")
    }
    if let filter = sheet.autoFilter {
      buffer.put("<autoFilter ref=\"", filter.description)
      buffer.put("/>")
      addName("_xlnm._FilterDatabase", [filter], isHidden: true)
    }
    // A merge of one cell is none, and Excel calls it damage.
    let merges = sheet.mergedRanges.filter { !$0.isSingleCell }
    if !merges.isEmpty {
      buffer.put("<mergeCells count=\"")
      buffer.put(merges.count)
      buffer.put("\">")
      for range in merges {
        buffer.put("<mergeCell ref=\"")
        buffer.put(raw: range.description)
        buffer.put("\"/>")
        if buffer.count >= 1 << 16 { try flush() }
      }
      buffer.put("</mergeCells>")
    }
    putConditionalFormats()
    putDataValidations()
    var relationships = putHyperlinks()
    putPage()
    if hasNumberLikeText {
      buffer.put(
        "<ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/></ignoredErrors>"
      )
    }
    if !sheet.comments.isEmpty {
      drawingCount += 1
      sheets[sheets.count - 1].drawing = drawingCount
      relationships.append(
        SheetRelationship(
          type: "vmlDrawing", target: "../drawings/vmlDrawing\(drawingCount).vml"))
      buffer.put("<legacyDrawing r:id=\"rId")
      buffer.put(relationships.count)
      buffer.put("\"/>")
      relationships.append(
        SheetRelationship(type: "comments", target: "../comments\(drawingCount).xml"))
    }
    if !sheet.tables.isEmpty {
      let first = tableNames.count + 1
      buffer.put("<tableParts count=\"")
      buffer.put(sheet.tables.count)
      buffer.put("\">")
      for table in sheet.tables {
        tableNames.append(table.name)
        relationships.append(
          SheetRelationship(type: "table", target: "../tables/table\(tableNames.count).xml"))
        buffer.put("<tablePart r:id=\"rId")
        buffer.put(relationships.count)
        buffer.put("\"/>")
      }
      buffer.put("</tableParts>")
      sheets[sheets.count - 1].tables = first...tableNames.count
    }
    buffer.put("</worksheet>")
    return relationships
  }

  private mutating func putConditionalFormats() {
    for (index, format) in sheet.conditionalFormats.enumerated() where !format.ranges.isEmpty {
      if case .cellIs(_, let formula, _, _) = format.rule, !isKept(formula, format.ranges) {
        continue
      }
      if case .expression(let formula, _, _) = format.rule, !isKept(formula, format.ranges) {
        continue
      }
      buffer.put("<conditionalFormatting")
      buffer.putReferences(format.ranges)
      buffer.put("><cfRule type=\"")
      switch format.rule {
      case .dataBar(let color):
        buffer.put("dataBar\" priority=\"")
        buffer.put(index + 1)
        buffer.put("\"><dataBar><cfvo type=\"num\" val=\"0\"/><cfvo type=\"max\"/>")
        buffer.put("<color", color)
        buffer.put("</dataBar></cfRule></conditionalFormatting>")
      case .cellIs(let comparison, let formula, let font, let fill):
        buffer.put("cellIs\" dxfId=\"")
        buffer.put(styleSheet.differentialIndex(font: font, fill: fill))
        buffer.put("\" priority=\"")
        buffer.put(index + 1)
        buffer.put("\" operator=\"", Self.name(of: comparison))
        putRuleFormula(formula)
      case .expression(let formula, let font, let fill):
        buffer.put("expression\" dxfId=\"")
        buffer.put(styleSheet.differentialIndex(font: font, fill: fill))
        buffer.put("\" priority=\"")
        buffer.put(index + 1)
        buffer.put("\"")
        putRuleFormula(formula)
      }
    }
  }

  private mutating func putRuleFormula(_ formula: String) {
    buffer.put("><formula>")
    buffer.put(text: formula, .plain)
    buffer.put("</formula></cfRule></conditionalFormatting>")
  }

  private static func name(of comparison: ConditionalFormat.Comparison) -> String {
    switch comparison {
    case .lessThanOrEqual: "lessThanOrEqual"
    case .greaterThanOrEqual: "greaterThanOrEqual"
    default: comparison.rawValue
    }
  }

  /// Whether a formula stays inside the workbook; notes where it does not.
  mutating func isKept(_ formula: String, _ ranges: [CellRange]) -> Bool {
    if FormulaSafety.isSelfContained(formula) { return true }
    note(
      "EXTERNAL_DROPPED", ranges.first,
      "a rule refers to another file or program and was left out")
    return false
  }

  private mutating func putHyperlinks() -> [SheetRelationship] {
    var relationships: [SheetRelationship] = []
    var isOpen = false
    for link in sheet.hyperlinks {
      var address: String?
      if case .external(let text) = link.target {
        address = LinkSafety.address(text)
        if address == nil {
          note(
            "LINK_DROPPED", link.range,
            "the link leads to something other than http, https or mailto and was left out")
          continue
        }
      }
      if !isOpen { buffer.put("<hyperlinks>") }
      isOpen = true
      buffer.put("<hyperlink ref=\"", link.range.description)
      if let address {
        relationships.append(
          SheetRelationship(type: "hyperlink", target: address, isExternal: true))
        buffer.put(" r:id=\"rId")
        buffer.put(relationships.count)
        buffer.put("\"")
      } else if case .internal(let place) = link.target {
        buffer.put(" location=\"", String(place.prefix(2_000)))
      }
      if let tooltip = link.tooltip { buffer.put(" tooltip=\"", String(tooltip.prefix(255))) }
      buffer.put("/>")
    }
    if isOpen { buffer.put("</hyperlinks>") }
    return relationships
  }

  /// Adds one of the names that the format keeps for itself.
  mutating func addName(_ name: String, _ ranges: [CellRange], isHidden: Bool = false) {
    let formula = ranges.map { range in
      let first = "$" + CellReference.columnName(range.first.column) + "$\(range.first.row + 1)"
      let last = "$" + CellReference.columnName(range.last.column) + "$\(range.last.row + 1)"
      return SheetNaming.quoted(sheet.name) + "!" + first + ":" + last
    }.joined(separator: ",")
    addName(name, formula: formula, isHidden: isHidden)
  }

  mutating func addName(_ name: String, formula: String, isHidden: Bool = false) {
    builtInNames.append(
      DefinedName(name: name, formula: formula, sheet: sheets.count - 1, isHidden: isHidden))
  }
}
