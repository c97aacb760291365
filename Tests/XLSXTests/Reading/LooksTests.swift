import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("Looks of rows and texts are read")
struct LooksTests {
  private static let styles = """
    <fonts><font/><font><u val="double"/></font></fonts>\
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
    <fill><gradientFill><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill></fill></fills>\
    <borders><border/><border><left style="thin"><color rgb="FF00FF00"/></left>\
    <right style="thin"><color rgb="FFFF0000"/></right></border>\
    <border diagonalUp="1"><diagonal style="thin"/></border>\
    <border><left style="thin"><color rgb="FF00FF00"/></left><right><color rgb="FFFF0000"/></right></border>\
    </borders>
    """

  @Test(
    "A row has a style of its own where it says so", arguments: [ParserChoice.automatic, .libxml2])
  func rowStyles(parser: ParserChoice) throws {
    var book = Book(
      rows: """
        <row r="1" s="1" customFormat="1"/><row r="2" s="1"/><row r="3" s="9" customFormat="1"/>\
        <row r="4" s="1" customFormat="true"><c r="A4" s="0"/></row>
        """)
    book.styles = "<cellXfs><xf/><xf numFmtId=\"9\"/></cellXfs>"
    let reader = try XLSXReader(
      source: MemoryByteSource(book.bytes()), file: "a.xlsx", parser: parser)
    var styles: [Int] = []
    try reader.readRows(ofSheetAt: 0) { styles.append($0.style) }
    #expect(styles == [1, 0, 0, 1])
    #expect(
      reader.findings.map(\.description) == [
        "a.xlsx!Sheet1!A3: warning: style 9 is not among the 2 styles [STYLE_INDEX]"
      ])
    #expect(try reader.workbook().sheets[0].rows.map(\.style) == [1, 0, 0, 1])
  }

  @Test("Text in a cell keeps its fonts, where they are asked for")
  func inlineRuns() throws {
    let book = Book(
      rows: """
        <row r="2"><c r="B2" t="inlineStr"><is><r><t xml:space="preserve">面积 </t></r>\
        <r><rPr><b/><sz val="9"/></rPr><t>10 m</t></r>\
        <r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c>\
        <c r="C2" t="inlineStr"><is><r><t>plain</t></r></is></c></row>
        """)
    var bold = Font()
    bold.isBold = true
    bold.size = 9
    var raised = Font()
    raised.verticalPlace = .superscript
    let runs = [
      TextRun("面积 "), TextRun("10 m", font: bold), TextRun("2", font: raised),
    ]
    var streamed: [Int: [TextRun]] = [:]
    try book.reader().readRows(ofSheetAt: 0, richText: true) { streamed = $0.richText }
    #expect(streamed == [1: runs])
    try book.reader().readRows(ofSheetAt: 0) { streamed = $0.richText }
    #expect(streamed.isEmpty)
    let sheet = try book.reader().workbook().sheets[0]
    #expect(sheet.richText == [CellReference(row: 1, column: 1): runs])
    #expect(sheet.rows[0].cells.map(\.value) == [.string("面积 10 m2"), .string("plain")])
  }

  @Test(
    "What a style has beyond a cell's looks is a feature that is named",
    arguments: [
      ("fontId=\"1\"", true), ("fillId=\"2\"", true), ("borderId=\"1\"", true),
      ("borderId=\"2\"", true), ("fillId=\"1\"", true), ("borderId=\"3\"", false), ("", false),
    ])
  func excess(style: String, expected: Bool) throws {
    var book = Book(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    book.styles = Self.styles + "<cellXfs><xf \(style)/></cellXfs>"
    let features = try book.reader().featuresBesideCells(sheets: [0])
    #expect(features.contains(WorkbookFeature(name: "rich-looks")) == expected)
  }

  @Test(
    "Rows that are hidden because the sheet states none of them are a feature that is named",
    arguments: [("zeroHeight=\"1\"", true), ("zeroHeight=\"0\"", false), ("", false)])
  func hiddenBlankRows(attribute: String, expected: Bool) throws {
    let book = Book(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
      head: "<sheetFormatPr defaultRowHeight=\"15\" \(attribute)/>")
    let features = try book.reader().featuresBesideCells(sheets: [0])
    #expect(features.contains { $0.name == "hidden-blank-rows" } == expected)
  }
}
