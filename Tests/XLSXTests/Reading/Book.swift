import Spreadsheet
import XLSX
import Zip

/// Makes small workbooks out of XML, as other programs may write them.
struct Book {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var sheets: [(name: String, state: String, xml: String)] = []
  var sharedStrings: String?
  var styles: String?
  var workbookProperties = ""
  var names = ""
  var parts: [(String, String)] = []
  /// Bytes, UTF-8 or not, that stand where a sheet or the shared strings have `@@@@`.
  var raw: [UInt8] = []

  /// A workbook with one sheet of rows.
  init(rows: String = "", tail: String = "", head: String = "") {
    sheets = [("Sheet1", "", Self.sheet(rows: rows, tail: tail, head: head))]
  }

  static func sheet(rows: String, tail: String = "", head: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="\(main)" xmlns:r="\(office)">\(head)\
    <sheetData>\(rows)</sheetData>\(tail)</worksheet>
    """
  }

  func bytes() throws -> [UInt8] {
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    var list = ""
    var links = ""
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.state) r:id=\"s\(index)\"/>"
      links += Self.link("s\(index)", "worksheet", "worksheets/sheet\(index + 1).xml")
      try writer.add("xl/worksheets/sheet\(index + 1).xml", content(sheet.xml))
    }
    if let sharedStrings {
      links += Self.link("strings", "sharedStrings", "sharedStrings.xml")
      try writer.add(
        "xl/sharedStrings.xml", content("<sst xmlns=\"\(Self.main)\">\(sharedStrings)</sst>"))
    }
    if let styles {
      links += Self.link("styles", "styles", "styles.xml")
      try writer.add(
        "xl/styles.xml", Array("<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>".utf8))
    }
    try writer.add(
      "xl/workbook.xml",
      Array(
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)">\(workbookProperties)\
        <sheets>\(list)</sheets>\(names)</workbook>
        """.utf8))
    try writer.add(
      "xl/_rels/workbook.xml.rels",
      Array("<Relationships xmlns=\"\(Self.package)\">\(links)</Relationships>".utf8))
    try writer.add(
      "_rels/.rels",
      Array(
        """
        <Relationships xmlns="\(Self.package)">\(Self.link("b", "officeDocument", "xl/workbook.xml"))\
        </Relationships>
        """.utf8))
    for (name, text) in parts { try writer.add(name, Array(text.utf8)) }
    try writer.finish()
    return sink.bytes
  }

  private func content(_ xml: String) -> [UInt8] {
    var bytes = Array(xml.utf8)
    if let place = bytes.firstRange(of: Array("@@@@".utf8)) {
      bytes.replaceSubrange(place, with: raw)
    }
    return bytes
  }

  static func link(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
  }

  func reader(limits: ReadLimits = ReadLimits()) throws -> XLSXReader {
    try XLSXReader(source: MemoryByteSource(try bytes()), file: "a.xlsx", limits: limits)
  }

  /// The cells of the first sheet as `A1 number 1.5 =formula`, a line each.
  func cells(limits: ReadLimits = ReadLimits()) throws -> [String] {
    try Book.cells(try reader(limits: limits))
  }

  static func cells(_ reader: XLSXReader, sheet: Int = 0) throws -> [String] {
    var lines: [String] = []
    try reader.readRows(ofSheetAt: sheet) { row in
      for cell in row.cells {
        var line = "\(row.reference(of: cell)) \(cell.kind) \(row.string(of: cell))"
        if let formula = row.formula(of: cell) { line += " =\(formula)" }
        lines.append(line)
      }
    }
    return lines
  }

  /// The code of the error that reading the first sheet throws.
  func errorCode(limits: ReadLimits = ReadLimits()) -> String? {
    do {
      _ = try cells(limits: limits)
      return nil
    } catch {
      return (error as? XLSXError)?.code ?? "\(error)"
    }
  }
}
