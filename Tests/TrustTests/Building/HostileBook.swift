/// A small workbook of which any part can be replaced, removed or lied about.
///
/// Untouched it reads as `Sheet1!A1 number 1` and `Sheet1!B1 string 甲`.
struct HostileBook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships"
  static let plainRow = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>"#
  static let plainCells = ["Sheet1!A1 number 1", "Sheet1!B1 string 甲"]

  private(set) var parts: [(name: String, bytes: [UInt8])] = []

  init() {
    self["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-\
      officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    self["_rels/.rels"] = Self.relationships([("b", "officeDocument", "xl/workbook.xml", "")])
    self["xl/workbook.xml"] = Self.workbook()
    self["xl/_rels/workbook.xml.rels"] = Self.relationships([
      ("r1", "worksheet", "worksheets/sheet1.xml", ""),
      ("r2", "sharedStrings", "sharedStrings.xml", ""),
      ("r3", "styles", "styles.xml", ""),
    ])
    self["xl/worksheets/sheet1.xml"] = Self.sheet(Self.plainRow)
    self["xl/sharedStrings.xml"] = Self.strings("<si><t>甲</t></si>")
    self["xl/styles.xml"] = Self.styles(
      #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#)
  }

  /// A workbook whose only sheet has these rows.
  init(rows: String, head: String = "", tail: String = "") {
    self.init()
    self["xl/worksheets/sheet1.xml"] = Self.sheet(rows, head: head, tail: tail)
  }

  /// A workbook whose sheet part is this text.
  init(sheet: String) {
    self.init()
    self["xl/worksheets/sheet1.xml"] = sheet
  }

  /// The text of a part; nil removes it.
  subscript(_ name: String) -> String? {
    get {
      parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    set { set(name, newValue.map { Array($0.utf8) }) }
  }

  mutating func set(_ name: String, _ bytes: [UInt8]?) {
    let place = parts.firstIndex { $0.name == name }
    switch (place, bytes) {
    case (let place?, let bytes?): parts[place].bytes = bytes
    case (let place?, nil): parts.remove(at: place)
    case (nil, let bytes?): parts.append((name, bytes))
    case (nil, nil): break
    }
  }

  /// The workbook with something changed.
  func with(_ change: (inout HostileBook) -> Void) -> HostileBook {
    var copy = self
    change(&copy)
    return copy
  }

  var zip: RawZip { RawZip(entries: parts.map { RawEntry($0.name, stored: $0.bytes) }) }
  var bytes: [UInt8] { zip.bytes }

  /// The archive with one entry changed.
  func zip(changing name: String, _ change: (inout RawEntry) -> Void) -> RawZip {
    var zip = zip
    for index in zip.entries.indices where zip.entries[index].name == Array(name.utf8) {
      change(&zip.entries[index])
    }
    return zip
  }
}

// MARK: - Parts

extension HostileBook {
  static func relationships(
    _ all: [(id: String, kind: String, target: String, mode: String)]
  ) -> String {
    let list = all.map { link in
      let mode = link.mode.isEmpty ? "" : " TargetMode=\"\(link.mode)\""
      return "<Relationship Id=\"\(link.id)\" Type=\"\(office)/\(link.kind)\" "
        + "Target=\"\(link.target)\"\(mode)/>"
    }
    return "<Relationships xmlns=\"\(packageRelationships)\">\(list.joined())</Relationships>"
  }

  static func workbook(
    _ sheets: String = #"<sheet name="Sheet1" sheetId="1" r:id="r1"/>"#, names: String = ""
  ) -> String {
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(sheets)</sheets>\(names)</workbook>"
  }

  static func sheet(_ rows: String, head: String = "", tail: String = "") -> String {
    "<worksheet xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(head)<sheetData>\(rows)</sheetData>"
      + "\(tail)</worksheet>"
  }

  static func strings(_ items: String, attributes: String = "") -> String {
    "<sst xmlns=\"\(main)\"\(attributes)>\(items)</sst>"
  }

  static func styles(_ inner: String) -> String {
    "<styleSheet xmlns=\"\(main)\">\(inner)</styleSheet>"
  }

  /// A row of one cell with attributes and content.
  static func cell(_ content: String, _ attributes: String = #"r="A1""#) -> String {
    "<row r=\"1\"><c \(attributes)>\(content)</c></row>"
  }
}
