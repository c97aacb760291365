import Spreadsheet
import Testing
import XLSX

@Suite struct CellTests {
  @Test("Every type of cell is read")
  func types() throws {
    var book = Book(
      rows: """
        <row r="1"><c r="A1"><v>1.50</v></c><c r="B1" t="n"><v> -2E3 </v></c>\
        <c r="C1" t="s"><v>0</v></c><c r="D1" t="str"><f>A1&amp;""</f><v>x</v></c>\
        <c r="E1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t> b</t></r>\
        <rPh sb="0" eb="1"><t>hint</t></rPh></is></c><c r="F1" t="b"><v>1</v></c>\
        <c r="G1" t="e"><v>#N/A</v></c><c r="H1" s="0"/></row>
        """)
    book.sharedStrings = "<si><t>shared</t><rPh sb='0' eb='1'><t>no</t></rPh></si>"
    #expect(
      try book.cells() == [
        "A1 number 1.50", "B1 number -2E3", "C1 string shared", "D1 string x =A1&\"\"",
        "E1 string a b", "F1 boolean 1", "G1 error #N/A", "H1 empty ",
      ])
  }

  @Test("Rows and cells without references follow each other")
  func withoutReferences() throws {
    let book = Book(
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c>"
        + "<c><v>4</v></c></row><row><c><v>5</v></c></row>")
    #expect(
      try book.cells() == [
        "A1 number 1", "B1 number 2", "C5 number 3", "D5 number 4", "A6 number 5",
      ])
  }

  @Test("Rows and cells out of order come out in order, once each")
  func disorder() throws {
    let book = Book(
      rows: "<row r='3'><c r='B3'><v>1</v></c><c r='A3'><v>2</v></c></row>"
        + "<row r='1'><c r='A1'><v>3</v></c></row><row r='3'><c r='B3'><v>9</v></c></row>")
    let reader = try book.reader()
    #expect(try Book.cells(reader) == ["A1 number 3", "A3 number 2", "B3 number 9"])
    #expect(reader.findings.contains { $0.code == "DUPLICATE_CELL" })
    #expect(reader.findings.contains { $0.code == "ROWS_OUT_OF_ORDER" })
  }

  @Test("A cell in a row that is not its own goes where it says")
  func otherRow() throws {
    let book = Book(
      rows: "<row r='1'><c r='A1'><v>1</v></c><c r='A7'><v>7</v></c></row>"
        + "<row r='2'><c r='A2'><v>2</v></c></row>")
    #expect(try book.cells() == ["A1 number 1", "A2 number 2", "A7 number 7"])
  }

  @Test("Text keeps its white space, line ends, escapes and comments in between")
  func text() throws {
    var book = Book(
      rows: "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
        + "<c r='C1'><v>20<!-- -->34<![CDATA[.5]]></v></c></row>")
    book.sharedStrings =
      "<si><t xml:space='preserve'> a\n b </t></si>"
      + "<si><t>_x000D_|_x005F_x000D_|_xD83D__xDE00_|_xD800_|_x12_</t></si>"
    #expect(
      try book.cells() == [
        "A1 string  a\n b ", "B1 string \r|_x000D_|😀|_xD800_|_x12_", "C1 number 2034.5",
      ])
  }

  @Test(
    "What is no number stays as text, with a finding",
    arguments: ["1e999", "NaN", "INF", "1_000", "0x10", "١٢٣", "1,5", "--1", "1e", "."])
  func invalidNumbers(text: String) throws {
    let reader = try Book(rows: "<row r='1'><c r='A1'><v>\(text)</v></c></row>").reader()
    #expect(try Book.cells(reader) == ["A1 string \(text)"])
    #expect(reader.findings.map(\.code) == ["INVALID_NUMBER"])
  }

  @Test("Dates of ISO 8601 become serial numbers with a format for dates")
  func isoDates() throws {
    let reader = try Book(
      rows: "<row r='1'><c r='A1' t='d'><v>2025-12-31</v></c>"
        + "<c r='B1' t='d'><v>2025-12-31T12:00:00Z</v></c><c r='C1' t='d'><v>06:00</v></c>"
        + "<c r='D1' t='d'><v>1900-01-01</v></c><c r='E1' t='d'><v>2025-02-30</v></c></row>"
    ).reader()
    #expect(
      try Book.cells(reader) == [
        "A1 number 46022", "B1 number 46022.5", "C1 number 0.25", "D1 number 1",
        "E1 string 2025-02-30",
      ])
    var kinds: [Bool] = []
    try reader.readRows(ofSheetAt: 0) { row in
      kinds = row.cells.map { reader.formats[Int($0.style)].isDate }
    }
    #expect(kinds == [true, true, true, true, false])
  }

  @Test("Formulas are kept; shared ones are spelled out for each cell")
  func formulas() throws {
    let reader = try Book(
      rows: """
        <row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">B1+$C1+D$1+LOG10(B1)&amp;"B1"+'B1'!B1</f>\
        <v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c>\
        <c r="C3"><f>1+1</f></c><c r="D3"><f t="array" ref="D3:D4">SUM(A:A)</f><v>3</v></c></row>
        """
    ).reader()
    #expect(
      try Book.cells(reader) == [
        "A1 number 1 =B1+$C1+D$1+LOG10(B1)&\"B1\"+'B1'!B1",
        "B3 number 2 =C3+$C3+E$1+LOG10(C3)&\"B1\"+'B1'!C3", "C3 empty  =1+1",
        "D3 number 3 =SUM(A:A)",
      ])
    #expect(reader.findings.map(\.code) == ["MISSING_CACHED_VALUE"])
  }

  @Test("A shared reference that leaves the grid is an error value, as in a spreadsheet program")
  func sharedOutside() throws {
    let book = Book(
      rows: "<row r='2'><c r='B2'><f t='shared' ref='A1:B2' si='0'>A1+B:B+2:2</f><v>1</v></c></row>"
        + "<row r='3'><c r='A3'><f t='shared' si='0'/><v>1</v></c></row>")
    #expect(try book.cells().last == "A3 number 1 =#REF!+A:A+3:3")
  }

  @Test(
    "What cannot be right is refused by its code",
    arguments: [
      ("<row r='0'/>", "ROW_NUMBER"), ("<row r='1048577'/>", "ROW_NUMBER"),
      ("<row r='18446744073709551617'/>", "ROW_NUMBER"), ("<row r='-1'/>", "ROW_NUMBER"),
      ("<row r='1'><c r='XFE1'/></row>", "CELL_REFERENCE"),
      ("<row r='1'><c r='1A'/></row>", "CELL_REFERENCE"),
      ("<row r='1'><c r='A4294967297'/></row>", "CELL_REFERENCE"),
      ("<row r='1'><c r='A1' t='s'><v>9</v></c></row>", "SHARED_STRING_INDEX"),
      ("<row r='1'><c r='A1' t='s'><v>-1</v></c></row>", "SHARED_STRING_INDEX"),
    ])
  func refusals(rows: String, code: String) {
    var book = Book(rows: rows)
    book.sharedStrings = "<si><t>a</t></si>"
    #expect(book.errorCode() == code)
  }

  @Test("A style that is not there is a finding")
  func styleIndex() throws {
    let reader = try Book(rows: "<row r='1'><c r='A1' s='7'><v>1</v></c></row>").reader()
    #expect(try Book.cells(reader) == ["A1 number 1"])
    #expect(reader.findings.map(\.code) == ["STYLE_INDEX"])
  }
}
