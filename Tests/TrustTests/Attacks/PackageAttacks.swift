// Packages whose parts are missing, loop, lead away or are told twice.

private let book = HostileBook()

private func root(_ target: String, mode: String = "") -> HostileBook {
  book.with {
    $0["_rels/.rels"] = HostileBook.relationships([("b", "officeDocument", target, mode)])
  }
}

private func sheetTarget(_ target: String, mode: String = "") -> HostileBook {
  book.with {
    $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
      ("r1", "worksheet", target, mode), ("r2", "sharedStrings", "sharedStrings.xml", ""),
    ])
  }
}

private func stringsTarget(_ target: String, mode: String = "") -> HostileBook {
  book.with {
    $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
      ("r1", "worksheet", "worksheets/sheet1.xml", ""), ("r2", "sharedStrings", target, mode),
    ])
  }
}

private func sheets(_ list: String) -> HostileBook {
  book.with { $0["xl/workbook.xml"] = HostileBook.workbook(list) }
}

private func without(_ names: String...) -> HostileBook {
  book.with { for name in names { $0[name] = nil } }
}

enum PackageAttacks {
  static let roots: [Attack] = [
    .reads("no content types", without("[Content_Types].xml")),
    .reads("no relationships of the package", without("_rels/.rels")),
    .reads("neither of both", without("_rels/.rels", "[Content_Types].xml")),
    .refused("no workbook", "MISSING_PART", "xl/workbook.xml", without("xl/workbook.xml")),
    .refused(
      "no sheet part", "MISSING_PART", "sheet1.xml", without("xl/worksheets/sheet1.xml")),
    .refused(
      "no shared strings", "MISSING_PART", "sharedStrings.xml", without("xl/sharedStrings.xml")),
    .refused(
      "no relationships of the workbook", "MISSING_PART", "Sheet1",
      without("xl/_rels/workbook.xml.rels")),
    .reads("no styles", without("xl/styles.xml")),
    .reads("an absolute target", root("/xl/workbook.xml")),
    .reads("a target with backslashes", root("xl\\workbook.xml")),
    .reads("a target in capitals", root("XL/WORKBOOK.XML")),
    .reads("a target with detours", root("./xl/./worksheets/../workbook.xml")),
    .reads("a percent-encoded target", root("xl/%77orkbook.xml")),
    .refused(
      "a workbook elsewhere", "EXTERNAL_TARGET", "http://evil",
      root("http://evil/x", mode: "External")),
    .refused(
      "a workbook in the file system", "EXTERNAL_TARGET", "file:///etc/passwd",
      root("file:///etc/passwd", mode: "External")),
    .refused(
      "a workbook above the package", "ESCAPING_TARGET", "../../etc/passwd",
      root("../../etc/passwd")),
    .refused(
      "a workbook far above", "ESCAPING_TARGET", "",
      root(String(repeating: "../", count: 5000) + "x")),
    .reads("a target that no part has, with a workbook in its usual place", root("nowhere.xml")),
    .reads("an address that is taken for a part", root("file:///etc/passwd")),
    .refused(
      "a workbook that is a sheet", "XML_ROOT", "worksheet", root("xl/worksheets/sheet1.xml")),
    .refused("a workbook that is the list of relationships", "XML_ROOT", "", root("_rels/.rels")),
  ]

  static let targets: [Attack] = [
    .reads("an absolute sheet", sheetTarget("/xl/worksheets/sheet1.xml")),
    .reads("a sheet by a detour", sheetTarget("../xl/worksheets/sheet1.xml")),
    .refused("a sheet above the package", "ESCAPING_TARGET", "", sheetTarget("../../sheet1.xml")),
    .refused(
      "a sheet elsewhere", "EXTERNAL_TARGET", "", sheetTarget("http://evil/s.xml", mode: "External")
    ),
    .refused("a sheet that is the workbook", "XML_ROOT", "workbook", sheetTarget("workbook.xml")),
    .refused(
      "a sheet that is the shared strings", "XML_ROOT", "sst", sheetTarget("sharedStrings.xml")),
    .refused(
      "a sheet that is its own relationships", "XML_ROOT", "",
      sheetTarget("_rels/workbook.xml.rels")),
    .refused(
      "a sheet that is missing", "MISSING_PART", "sheet7.xml", sheetTarget("worksheets/sheet7.xml")),
    .refused("an empty target", "MISSING_PART", "", sheetTarget("")),
    .refused("a target that is only a fragment", "EXTERNAL_TARGET", "", sheetTarget("#Sheet1!A1")),
    .refused(
      "shared strings that are a sheet", "XML_ROOT", "", stringsTarget("worksheets/sheet1.xml")),
    .refused(
      "shared strings elsewhere", "EXTERNAL_TARGET", "",
      stringsTarget("http://e/s", mode: "External")),
    .refused(
      "shared strings above the package", "ESCAPING_TARGET", "", stringsTarget("../../s.xml")),
    .refused(
      "shared strings that are missing", "MISSING_PART", "none.xml", stringsTarget("none.xml")),
    .refused(
      "relationships with a document type", "XML_DOCTYPE", "",
      book.with { $0["_rels/.rels"] = "<!DOCTYPE a>" + ($0["_rels/.rels"] ?? "") }),
    .refused(
      "content types that are cut", "XML_MALFORMED", "",
      book.with { $0["[Content_Types].xml"]?.removeLast(5) }),
    .refused("empty relationships", "XML_TRUNCATED", "", book.with { $0["_rels/.rels"] = "" }),
    .reads(
      "two relationships of one name: the first counts",
      book.with {
        $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
          ("r1", "worksheet", "worksheets/sheet1.xml", ""), ("r1", "worksheet", "nowhere.xml", ""),
          ("r2", "sharedStrings", "sharedStrings.xml", ""),
        ])
      }),
    .reads(
      "links and pictures that lead anywhere",
      book.with {
        $0["xl/worksheets/_rels/sheet1.xml.rels"] = HostileBook.relationships([
          ("x1", "hyperlink", "javascript:alert(1)", "External"),
          ("x2", "comments", "../../../../comments.xml", ""),
          ("x3", "image", "file:///dev/zero", "External"),
          ("x4", "oleObject", "http://evil/x.exe", "External"),
        ])
      }),
  ]

  static let lists: [Attack] = [
    .refused("no sheet at all", "NO_SHEETS", "no sheets", sheets("")),
    .refused(
      "a sheet without a relationship", "MISSING_PART", "does not say",
      sheets(#"<sheet name="Sheet1" sheetId="1"/>"#)),
    .refused(
      "a sheet with an unknown relationship", "MISSING_PART", "",
      sheets(#"<sheet name="Sheet1" sheetId="1" r:id="r77"/>"#)),
    .reads(
      "two sheets of one name", HostileBook.plainCells + ["Sheet1!A1 number 2"],
      findings: ["DUPLICATE_SHEET"],
      sheets(
        #"<sheet name="Sheet1" sheetId="1" r:id="r1"/><sheet name="Sheet1" sheetId="1" r:id="r9"/>"#
      ).with {
        $0["xl/worksheets/sheet2.xml"] = HostileBook.sheet(HostileBook.cell("<v>2</v>"))
        $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
          ("r1", "worksheet", "worksheets/sheet1.xml", ""),
          ("r9", "worksheet", "worksheets/sheet2.xml", ""),
          ("r2", "sharedStrings", "sharedStrings.xml", ""),
        ])
      }),
    .reads(
      "two sheets over one part",
      HostileBook.plainCells + ["Other!A1 number 1", "Other!B1 string 甲"],
      findings: ["SHARED_SHEET_PART"],
      sheets(
        #"<sheet name="Sheet1" sheetId="1" r:id="r1"/><sheet name="Other" sheetId="2" r:id="r1"/>"#)
    ),
    Attack.refused(
      "more sheets over one part than its bytes allow", "SHARED_SHEET_PART", "one part",
      sheets(
        (0..<200).map { "<sheet name=\"S\($0)\" sheetId=\"1\" r:id=\"r1\"/>" }.joined()
      ).with {
        $0["xl/worksheets/sheet1.xml"] = HostileBook.sheet(
          String(repeating: " ", count: 400_000))
      }),
    .refused(
      "a name of 300 characters", "SHEET_NAME", "300 characters",
      sheets("<sheet name=\"\(String(repeating: "长", count: 300))\" sheetId=\"1\" r:id=\"r1\"/>")),
    .reads(
      "a name like a path", ["../../etc/passwd!A1 number 1", "../../etc/passwd!B1 string 甲"],
      sheets(#"<sheet name="../../etc/passwd" sheetId="1" r:id="r1"/>"#)),
    .reads(
      "an empty name", ["!A1 number 1", "!B1 string 甲"],
      sheets(#"<sheet name="" sheetId="1" r:id="r1"/>"#)),
    .refused(
      "a workbook with a document type", "XML_DOCTYPE", "DOCTYPE",
      book.with { $0["xl/workbook.xml"] = "<!DOCTYPE workbook>" + HostileBook.workbook() }),
    .refused(
      "a workbook in another namespace", "XML_ROOT", "http://evil",
      book.with { $0["xl/workbook.xml"] = #"<workbook xmlns="http://evil"><sheets/></workbook>"# }),
    .refused(
      "styles that are cut", "XML_MALFORMED", "styles.xml",
      book.with { $0["xl/styles.xml"]?.removeLast(3) }),
    .refused(
      "styles with a document type", "XML_DOCTYPE", "styles.xml",
      book.with { $0["xl/styles.xml"] = "<!DOCTYPE styleSheet []>" + ($0["xl/styles.xml"] ?? "") }),
    .refused(
      "shared strings with a wrong CRC", "ZIP_CRC", "sharedStrings.xml",
      book.zip(changing: "xl/sharedStrings.xml") { $0.crc ^= 9 }),
    .refused(
      "styles with a wrong CRC", "ZIP_CRC", "styles.xml",
      book.zip(changing: "xl/styles.xml") { $0.crc ^= 9 }),
    .refused(
      "relationships with a wrong CRC", "ZIP_CRC", "workbook.xml.rels",
      book.zip(changing: "xl/_rels/workbook.xml.rels") { $0.crc ^= 9 }),
    .refused(
      "content types with a wrong CRC", "ZIP_CRC", "Content_Types",
      book.zip(changing: "[Content_Types].xml") { $0.crc ^= 9 }),
    .refused(
      "a workbook with a wrong CRC", "ZIP_CRC", "xl/workbook.xml",
      book.zip(changing: "xl/workbook.xml") { $0.crc ^= 9 }),
  ]
}
