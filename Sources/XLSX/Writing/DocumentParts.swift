import Spreadsheet

/// The parts that belong to the workbook as a whole.
struct DocumentParts {
  var sheets: [XLSXStreamWriter.SheetRecord]
  var names: [DefinedName]
  var tables: Int
  var hasStrings: Bool
  var dateSystem: DateSystem

  static let packageRelationships = Array(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="xl/workbook.xml"/><Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/><Relationship Id="rId3" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" \
    Target="docProps/app.xml"/></Relationships>
    """.utf8)

  static let app = Array(
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
    <Application>Yilan</Application></Properties>
    """.utf8)

  /// Title, author and the like, without a date.
  static func core(_ properties: DocumentProperties) -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      """
      <cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      """)
    let elements: [(StaticString, String?)] = [
      ("dc:title", properties.title), ("dc:subject", properties.subject),
      ("dc:creator", properties.creator), ("cp:keywords", properties.keywords),
      ("dc:description", properties.description),
    ]
    for (name, text) in elements {
      guard let text else { continue }
      part.put("<")
      part.put(name)
      part.put(">")
      part.put(text: text, .plain)
      part.put("</")
      part.put(name)
      part.put(">")
    }
    part.put("</cp:coreProperties>")
    return part
  }

  /// The part `workbook.xml`.
  func workbook() -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr
      """)
    if dateSystem == .year1904 { part.put(" date1904=\"1\"") }
    part.put("/><bookViews><workbookView activeTab=\"")
    let first = sheets.firstIndex { $0.visibility == .visible } ?? 0
    part.put(first)
    part.put("\"")
    if first > 0 {
      part.put(" firstSheet=\"")
      part.put(first)
      part.put("\"")
    }
    part.put("/></bookViews><sheets>")
    for (index, sheet) in sheets.enumerated() {
      part.put("<sheet name=\"", sheet.name, .plain)
      part.put(" sheetId=\"")
      part.put(index + 1)
      part.put("\"")
      if sheet.visibility != .visible { part.put(" state=\"", sheet.visibility.rawValue) }
      part.put(" r:id=\"rId")
      part.put(index + 1)
      part.put("\"/>")
    }
    part.put("</sheets>")
    if !names.isEmpty {
      part.put("<definedNames>")
      for name in names {
        part.put("<definedName name=\"", name.name)
        if let sheet = name.sheet {
          part.put(" localSheetId=\"")
          part.put(sheet)
          part.put("\"")
        }
        if name.isHidden { part.put(" hidden=\"1\"") }
        part.put(">")
        part.put(text: name.formula, .plain)
        part.put("</definedName>")
      }
      part.put("</definedNames>")
    }
    part.put("</workbook>")
    return part
  }

  /// The relationships of the workbook.
  func workbookRelationships() -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">")
    var number = 0
    func put(_ type: StaticString, _ target: String, _ part: inout XMLBuffer) {
      number += 1
      part.put("<Relationship Id=\"rId")
      part.put(number)
      part.put("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
      part.put(type)
      part.put("\" Target=\"", target)
      part.put("/>")
    }
    for index in sheets.indices {
      put("worksheet", "worksheets/sheet\(index + 1).xml", &part)
    }
    put("styles", "styles.xml", &part)
    put("theme", "theme/theme1.xml", &part)
    if hasStrings { put("sharedStrings", "sharedStrings.xml", &part) }
    part.put("</Relationships>")
    return part
  }

  /// The types of all parts.
  func contentTypes() -> XMLBuffer {
    var part = XMLBuffer()
    part.putHead()
    part.put(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>
      """)
    if sheets.contains(where: { $0.drawing != nil }) {
      part.put(
        """
        <Default Extension="vml" \
        ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>
        """)
    }
    func put(_ name: String, _ type: StaticString, _ part: inout XMLBuffer) {
      part.put("<Override PartName=\"", name)
      part.put(" ContentType=\"application/vnd.openxmlformats-")
      part.put(type)
      part.put("+xml\"/>")
    }
    put("/xl/workbook.xml", "officedocument.spreadsheetml.sheet.main", &part)
    for (index, sheet) in sheets.enumerated() {
      put(
        "/xl/worksheets/sheet\(index + 1).xml", "officedocument.spreadsheetml.worksheet", &part)
      if let number = sheet.drawing {
        put("/xl/comments\(number).xml", "officedocument.spreadsheetml.comments", &part)
      }
    }
    for number in 0..<tables {
      put("/xl/tables/table\(number + 1).xml", "officedocument.spreadsheetml.table", &part)
    }
    put("/xl/styles.xml", "officedocument.spreadsheetml.styles", &part)
    put("/xl/theme/theme1.xml", "officedocument.theme", &part)
    if hasStrings {
      put("/xl/sharedStrings.xml", "officedocument.spreadsheetml.sharedStrings", &part)
    }
    put("/docProps/core.xml", "package.core-properties", &part)
    put("/docProps/app.xml", "officedocument.extended-properties", &part)
    part.put("</Types>")
    return part
  }
}
