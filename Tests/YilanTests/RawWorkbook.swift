import Zip

/// A workbook of one sheet whose rows are given as XML.
struct RawWorkbook {
  var rows: String
  var tail = ""

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    try writer.add(
      "xl/worksheets/sheet1.xml",
      Array("<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(tail)</worksheet>".utf8))
    try writer.add(
      "xl/workbook.xml",
      Array(
        """
        <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
        <sheet name="Sheet1" sheetId="1" r:id="s"/></sheets></workbook>
        """.utf8))
    for (name, kind, target) in [
      ("xl/_rels/workbook.xml.rels", "worksheet", "worksheets/sheet1.xml"),
      ("_rels/.rels", "officeDocument", "xl/workbook.xml"),
    ] {
      try writer.add(
        name,
        Array(
          """
          <Relationships xmlns="\(package)">\
          <Relationship Id="s" Type="\(office)/\(kind)" Target="\(target)"/></Relationships>
          """.utf8))
    }
    try writer.finish()
    return sink.bytes
  }
}
