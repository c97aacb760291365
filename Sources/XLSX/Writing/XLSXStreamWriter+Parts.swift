import Spreadsheet
import Zip

extension XLSXStreamWriter {
  /// Writes the parts that belong to a sheet: comments with their shapes, tables, relationships.
  mutating func writeParts(of sheet: Worksheet, _ relationships: [SheetRelationship]) throws {
    if let number = sheets.last?.drawing {
      let comments = CommentParts(sheet.comments, firstBlock: shapeBlock)
      shapeBlock += comments.blocks
      try zip.add("xl/comments\(number).xml", comments.part().bytes)
      try zip.add("xl/drawings/vmlDrawing\(number).vml", comments.drawing().bytes)
    }
    if let numbers = sheets.last?.tables {
      for (index, table) in sheet.tables.enumerated() {
        let number = numbers.lowerBound + index
        try zip.add("xl/tables/table\(number).xml", Self.part(table, number: number).bytes)
      }
    }
    guard !relationships.isEmpty else { return }
    var part = XMLBuffer()
    part.putHead()
    part.put(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    for (index, relationship) in relationships.enumerated() {
      part.put("<Relationship Id=\"rId")
      part.put(index + 1)
      part.put(
        "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
      part.put(relationship.type)
      part.put("\" Target=\"", relationship.target, .plain)
      if relationship.isExternal { part.put(" TargetMode=\"External\"") }
      part.put("/>")
    }
    part.put("</Relationships>")
    try zip.add("xl/worksheets/_rels/sheet\(sheets.count).xml.rels", part.bytes)
  }

  private static func part(_ table: Table, number: Int) -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"")
    part.put(number)
    part.put("\" name=\"", table.name)
    part.put(" displayName=\"", table.name)
    part.put(" ref=\"", table.range.description)
    part.put(" totalsRowShown=\"0\"><autoFilter ref=\"", table.range.description)
    part.put("/><tableColumns count=\"")
    part.put(table.columnNames.count)
    part.put("\">")
    for (index, name) in table.columnNames.enumerated() {
      part.put("<tableColumn id=\"")
      part.put(index + 1)
      part.put(
        "\" name=\"",
        name.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "_x000a_"), .plain)
      part.put("/>")
    }
    part.put("</tableColumns>")
    if let style = table.styleName {
      part.put("<tableStyleInfo name=\"", style)
      part.put(
        " showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/>"
      )
    }
    part.put("</table>")
    return part
  }
}
