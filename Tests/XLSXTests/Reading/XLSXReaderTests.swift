import Spreadsheet
import Testing
import XLSX
import Zip

@Suite struct XLSXReaderTests {
  @Test("Sheets come in their order, with their visibility")
  func sheets() throws {
    var book = Book()
    book.sheets = [
      ("一", "", Book.sheet(rows: "")), ("B&amp;C", "state='hidden'", Book.sheet(rows: "")),
      ("d", "state='veryHidden'", Book.sheet(rows: "")),
    ]
    #expect(
      try book.reader().sheets == [
        SheetDescription(name: "一"), SheetDescription(name: "B&C", visibility: .hidden),
        SheetDescription(name: "d", visibility: .veryHidden),
      ])
  }

  @Test("Merged ranges are known before the rows, also where the bytes mislead")
  func mergedRanges() throws {
    let tail =
      "<mergeCells count='9'><mergeCell ref='A1:B2'/><mergeCell ref='$D$4:C3'/></mergeCells>"
    let rows = [
      "<row r='1'><c r='A1' t='str'><v>sheetData></v></c></row>",
      "<row r='1'><c r='A1' t='str'><v><![CDATA[</sheetData>]]></v></c></row>",
      "<row r='1'><!-- </sheetData> --><c r='A1'><v>1</v></c></row>", "",
    ]
    for rows in rows {
      let reader = try Book(rows: rows, tail: tail).reader()
      #expect(
        try reader.mergedRanges(ofSheetAt: 0).map(\.description) == ["A1:B2", "C3:D4"])
    }
  }

  @Test("Columns and the claimed dimension are known before the rows")
  func outline() throws {
    let reader = try Book(
      rows: "<row r='2' hidden='1' ht='30'><c r='A2'><v>1</v></c></row>",
      head: "<dimension ref='A1:Z99'/><cols><col min='2' max='3' width='9' hidden='1'/></cols>"
    ).reader()
    #expect(try reader.outline(ofSheetAt: 0).claimedDimension?.description == "A1:Z99")
    var started: SheetOutline?
    try reader.readRows(ofSheetAt: 0, started: { started = $0 }) { row in
      #expect(row.isHidden && row.height == 30)
    }
    #expect(started?.isColumnHidden(1) == true && started?.isColumnHidden(3) == false)
  }

  @Test("A prefix, the strict namespaces and UTF-16 change nothing")
  func spellings() throws {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let xml = """
      <x:worksheet xmlns:x="\(strict)"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>\
      </x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>
      """
    var book = Book()
    book.sheets[0].xml = xml
    let reader = try book.reader()
    #expect(try reader.mergedRanges(ofSheetAt: 0).map(\.description) == ["A1:B1"])
    #expect(try Book.cells(reader) == ["A1 number 1"])
  }

  @Test("A sheet without its namespace is refused instead of read as empty")
  func namespace() {
    var book = Book()
    book.sheets[0].xml = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"
    #expect(book.errorCode() == "XML_ROOT")
  }

  @Test("Number formats come by style, built in or the workbook's own")
  func formats() throws {
    var book = Book()
    book.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm&quot;月&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>
      """
    book.workbookProperties = "<workbookPr date1904='1'/>"
    let reader = try book.reader()
    #expect(reader.formats[2].code == "yyyy\\-mm\"月\"")
    #expect(reader.formats[1].isDate && reader.formats[2].isDate && !reader.formats[3].isDate)
    #expect(reader.dateSystem == .year1904)
  }

  @Test("A workbook as a value holds what stands around the cells")
  func workbook() throws {
    var book = Book(
      rows: "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
      tail: """
        <autoFilter ref="A1:B9"/><mergeCells><mergeCell ref="A2:B2"/></mergeCells>\
        <dataValidations><dataValidation type="list" sqref="A3:A4"><formula1>"甲,乙"</formula1>\
        </dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="h"/>\
        <hyperlink ref="A2" location="Sheet1!A1"/></hyperlinks>\
        <pageSetup paperSize="8" orientation="landscape"/>
        """,
      head: """
        <sheetViews><sheetView workbookViewId="0"><pane ySplit="2" state="frozen"/></sheetView>\
        </sheetViews>
        """)
    book.sharedStrings = "<si><r><t>红</t></r><r><rPr><b/></rPr><t>字</t></r></si>"
    book.names =
      "<definedNames><definedName name='_xlnm.Print_Titles' localSheetId='0'>"
      + "Sheet1!$1:$2</definedName><definedName name='n'>Sheet1!$A$1</definedName></definedNames>"
    book.parts = [
      (
        "xl/worksheets/_rels/sheet1.xml.rels",
        "<Relationships xmlns='\(Book.package)'><Relationship Id='h' TargetMode='External' "
          + "Type='\(Book.office)/hyperlink' Target='https://a.example/'/>"
          + Book.link("c", "comments", "../comments1.xml") + "</Relationships>"
      ),
      (
        "xl/comments1.xml",
        "<comments xmlns='\(Book.main)'><authors><author>张</author></authors><commentList>"
          + "<comment ref='B1' authorId='0'><text><t>看</t></text></comment></commentList></comments>"
      ),
    ]
    let workbook = try book.reader().workbook(.full)
    let sheet = try #require(workbook.sheets.first)
    #expect(sheet.cell(at: CellReference(row: 0, column: 0))?.value == .string("红字"))
    #expect(sheet.richText.values.first?.map(\.text) == ["红", "字"])
    #expect(sheet.frozenPane == FrozenPane(rows: 2))
    #expect(sheet.page.paperSize == 8 && sheet.page.isLandscape)
    #expect(sheet.page.titleRows == 0...1)
    #expect(sheet.autoFilter?.description == "A1:B9")
    #expect(
      sheet.hyperlinks.map(\.target) == [.external("https://a.example/"), .internal("Sheet1!A1")])
    #expect(sheet.comments.map(\.text) == ["看"] && sheet.comments.map(\.author) == ["张"])
    #expect(sheet.dataValidations.map(\.rule) == [.list(["甲", "乙"])])
    #expect(workbook.definedNames.map(\.name) == ["n"])
  }

  @Test("A limit that is passed is named with its option, exactly at the limit")
  func limits() throws {
    let merges = (1...5).map { "<mergeCell ref='A\($0):B\($0)'/>" }.joined()
    let book = Book(
      rows: "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
      tail: "<mergeCells>\(merges)</mergeCells>")
    var strings = book
    strings.sharedStrings = "<si><t>a</t></si><si><t>b</t></si><si><t>c</t></si>"
    for (path, count) in [(\ReadLimits.mergedRanges, 5), (\ReadLimits.sharedStrings, 3)] {
      var limits = ReadLimits()
      limits[keyPath: path] = count
      #expect(strings.errorCode(limits: limits) == nil)
      limits[keyPath: path] = count - 1
      #expect(strings.errorCode(limits: limits) == "LIMIT")
    }
  }

  @Test("A body that throws ends the reading with its error")
  func throwing() throws {
    struct Enough: Error {}
    let reader = try Book(rows: "<row r='1'/><row r='2'/>").reader()
    #expect(throws: Enough.self) { try reader.readRows(ofSheetAt: 0) { _ in throw Enough() } }
  }

  @Test("Every prefix of a workbook, and one with any byte changed, throws or reads the same")
  func damage() throws {
    var book = Book(rows: "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>12</v></c></row>")
    book.sharedStrings = "<si><t>文字</t></si>"
    let bytes = try book.bytes()
    let expected = try book.cells()
    func cells(_ bytes: [UInt8]) -> [String]? {
      guard let reader = try? XLSXReader(source: MemoryByteSource(bytes), file: nil) else {
        return nil
      }
      return try? Book.cells(reader)
    }
    for count in 0..<bytes.count { #expect(cells(Array(bytes.prefix(count))) == nil) }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x15
      let read = cells(changed)
      #expect(read == nil || read == expected, "byte \(place)")
    }
  }
}

/// What the tokenizer says of the spelling of numbers is what `NumberText` says.
@Suite struct ShortestSpellingTests {
  @Test("A number that is called shortest is printed as it is spelled")
  func spellings() throws {
    var spellings: [String] = []
    for sign in ["", "-"] {
      for whole in ["0", "00", "1", "07", "10", "123456789", "1234567890", "123456789012345"] {
        spellings.append(sign + whole)
        for fraction in [
          "0", "5", "50", "05", "005", "00005", "000005", "0000005", "00000000000001", "999999999",
        ] {
          spellings.append(sign + whole + "." + fraction)
        }
      }
    }
    let cells = spellings.map { "<c><v>\($0)</v></c>" }.joined()
    let reader = try Book(rows: "<row r=\"1\">\(cells)</row>").reader()
    var known = 0
    try reader.readRows(ofSheetAt: 0) { row in
      #expect(row.cells.count == spellings.count)
      for (cell, spelling) in zip(row.cells, spellings) where cell.isShortest {
        known += 1
        var printed: [UInt8] = []
        let value = NumberText.value(of: spelling.utf8Span.span)
        NumberText.append(try #require(value), to: &printed)
        #expect(String(decoding: printed, as: UTF8.self) == spelling)
      }
    }
    #expect(known > 40, "\(known)")
  }
}
