import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("Cells are written as the format wants them")
struct XLSXWriterCellTests {
  @Test(
    "Numbers are the shortest text that reads back to the same number",
    arguments: [
      (0.1 + 0.2, "0.30000000000000004"), (1, "1"), (-3, "-3"), (1e21, "1e+21"), (2.5, "2.5"),
      (123_456_789_012_345_678, "1.2345678901234568e+17"), (5e-324, "5e-324"), (0.00001, "1e-05"),
    ])
  func numbers(number: Double, text: String) throws {
    let data = try sheetData(of: workbook([Cell(column: 0, value: .number(number))]))
    #expect(data == "<row r=\"1\"><c r=\"A1\"><v>\(text)</v></c></row>")
    #expect(Double(text) == number)
  }

  @Test(
    "Text stays text, whatever it looks like",
    arguments: [
      ("=1+1", "<t>=1+1</t>"), ("a<b>&\"", "<t>a&lt;b&gt;&amp;\"</t>"),
      (" x", "<t xml:space=\"preserve\"> x</t>"), ("a\r\nb", "<t>a&#13;\nb</t>"),
      ("_x000D_", "<t>_x005F_x000D_</t>"), ("_x00G0_", "<t>_x00G0_</t>"),
      ("\u{1}\u{FFFE}", "<t xml:space=\"preserve\">_x0001__xFFFE_</t>"), ("表格", "<t>表格</t>"),
      ("110101199001011234", "<t>110101199001011234</t>"),
    ])
  func text(text: String, markup: String) throws {
    let data = try sheetData(of: workbook([Cell(column: 27, value: .string(text))]))
    #expect(data == "<row r=\"1\"><c r=\"AB1\" t=\"inlineStr\"><is>\(markup)</is></c></row>")
  }

  @Test("Booleans, errors and formulas with their results")
  func others() throws {
    let data = try sheetData(
      of: workbook([
        Cell(column: 0, value: .boolean(true)), Cell(column: 1, value: .error("#N/A")),
        Cell(column: 2, value: .number(3), formula: "1+2"),
        Cell(column: 3, value: .string("x"), formula: "A1&\"<\""),
      ]))
    #expect(
      data == """
        <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>\
        <c r="C1"><f>1+2</f><v>3</v></c>\
        <c r="D1" t="str"><f>A1&amp;"&lt;"</f><v>x</v></c></row>
        """)
  }

  @Test(
    "Formulas that leave the workbook are left out, and their values stay",
    arguments: [
      ("[1]Sheet1!A1", false), ("'[b.xlsx]S'!A1", false), ("cmd|'/c calc'!A0", false),
      ("WEBSERVICE(\"http://x\")", false), ("SUM(Table1[Amount])", true), ("\"[1]|\"&A1", true),
    ])
  func external(formula: String, isKept: Bool) throws {
    let sink = MemoryByteSink()
    let findings = try XLSXWriter.write(
      workbook([Cell(column: 0, value: .number(1), formula: formula)]), to: sink)
    #expect(findings.map(\.code) == (isKept ? [] : ["EXTERNAL_DROPPED"]))
    let text = try part("xl/worksheets/sheet1.xml", of: sink.bytes)
    #expect(text.contains("<f>") == isKept)
    #expect(text.contains("<v>1</v>"))
  }

  @Test("Streamed rows give the same bytes as a workbook")
  func streamed() throws {
    var row = StreamedRow()
    row.reset(index: 2)
    row.append("1.50".utf8, kind: .number, column: 0)
    row.append("12345".utf8, kind: .number, column: 1)
    row.append("文".utf8, kind: .string, column: 2)
    row.append("1".utf8, kind: .boolean, column: 3)
    row.append("#REF!".utf8, kind: .error, column: 4)
    let sink = MemoryByteSink()
    var writer = try XLSXStreamWriter(to: sink, strings: .shared)
    try writer.beginSheet(Worksheet(name: "S"))
    try writer.write(row)
    try writer.endSheet()
    try writer.finish()
    var sheet = Worksheet(name: "S")
    sheet.rows = [
      Row(
        index: 2,
        cells: [
          Cell(column: 0, value: .number(1.5)), Cell(column: 1, value: .number(12345)),
          Cell(column: 2, value: .string("文")), Cell(column: 3, value: .boolean(true)),
          Cell(column: 4, value: .error("#REF!")),
        ])
    ]
    #expect(try XLSXWriter.bytes(of: Workbook(sheets: [sheet])) == sink.bytes)
  }
}
