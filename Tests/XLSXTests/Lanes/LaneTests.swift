import Foundation
import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("The tokenizer and the XML parser give the same") struct LaneTests {
  /// Rows of every form that the tokenizer knows, and a few that it does not.
  static let rows = """
    <row r="1" spans="1:9" s="1" customFormat="1" ht="15.75" customHeight="1" x14ac:dyDescent="0.2">\
    <c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c><c r="C1"><v>-12.50</v></c>\
    <c r="D1" s="2"/><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#N/A</v></c>\
    <c r="G1" t="d"><v>2025-12-31</v></c><c r="H1" t="n"><v>1.5E+3</v></c><c r="I1"><v></v></c></row>
    <row r="2" hidden="1"><c r="A2" t="str"><f>A1&amp;"x"</f><v>a&lt;b &#20013;_x000D_文</v></c>\
    <c r="B2"><f t="shared" ref="B2:B4" si="0">A2+1</f><v>7</v></c><c r="C2" cm="1">\
    <f t="array" ref="C2:C3">SUM(A1:A2)</f><v>3</v></c><c r="D2"><f ca="1">NOW()</f></c></row>
    <row r="3" ><c r="A3" t="inlineStr"><is><t xml:space="preserve"> 教育 &amp; R&amp;D\u{9}😀 </t></is></c>\
    <c r="B3"><f t="shared" si="0"/><v>8</v></c><c r="C3" s="99"><v>12345678901234567890</v></c>\
    <c r="D3" t="x"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>\
    </row>
    <row r="5"/>
    <row><c><v>0.1</v></c><c t='n'><v>2<!-- 0 -->1</v></c><c r="D6"><v><![CDATA[5]]></v></c></row>
    <row r="7"><c r="A7"><v>007</v></c> <c r="B7" ><v/></c><c r="C7" t="s"><v>2</v></c>
    <c r="D7" t="str"><v>two
    lines</v></c><c r="E7" t="inlineStr"><is/></c></row>
    <row r="8"><c r="A8" t="s"><v>1</v></c><c r="B8"><v>9</v><extLst><ext/></extLst></c></row>
    """
  static let strings = """
    <si><t>章节</t></si><si><t xml:space="preserve"> a&amp;b </t><phoneticPr fontId="1" type="noConversion"/></si>\
    <si><r><rPr><sz val="11"/><color rgb="FF00FF00"/></rPr><t>粗</t></r><r><t>体_x0041_</t></r></si>
    <si><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></si><si/>
    """

  static func book(
    rows: String = rows, strings: String = strings, raw: [UInt8] = []
  ) throws -> [UInt8] {
    var book = Book()
    book.sheets[0].xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="\(Book.main)" xmlns:x14ac="urn:x"><dimension ref="A1:I8"/><sheetData>\(rows)</sheetData>
      <mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>
      """
    book.sharedStrings = strings
    book.raw = raw
    book.styles =
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs>"
    return try book.bytes()
  }

  @Test("Rows in the usual form go by the tokenizer, others by the XML parser, one by one")
  func lanes() throws {
    let automatic = LaneTrace(try Self.book(), .automatic)
    let parsed = LaneTrace(try Self.book(), .libxml2)
    #expect(automatic.lines == parsed.lines)
    #expect(
      automatic.lanes == [
        PartLane(
          part: "xl/worksheets/sheet1.xml", tokenized: 4, declined: 3,
          reason: "an attribute or its value"),
        PartLane(
          part: "xl/sharedStrings.xml", tokenized: 4, declined: 1, reason: "an element or its place"
        ),
      ])
    #expect(automatic.lanes.map(\.name) == ["both", "both"])
    #expect(parsed.lanes.map(\.name) == ["libxml2", "libxml2"])
    #expect(automatic.lines.contains("A2 0 string a<b 中\r文 =A1&\"x\""))
  }

  @Test("Samples read the same, as rows and as values", arguments: try SampleBooks.all())
  func samples(_ sample: SampleBook) throws {
    try sample.compare()
  }

  /// `YILAN_WORKBOOKS=FOLDER swift test --filter LaneTests` compares the workbooks of a folder.
  @Test("Workbooks of a folder read the same")
  func folder() throws {
    guard let folder = ProcessInfo.processInfo.environment["YILAN_WORKBOOKS"] else { return }
    for sample in try SampleBooks.inFolder(URL(fileURLWithPath: folder)) { try sample.compare() }
  }

  @Test("A change at any place of the rows or strings is judged the same")
  func damage() throws {
    let pieces: [[UInt8]] = [
      [], [0], [0x0D], [0x3C], [0x3E], [0x26], [0x22], [0x27], [0x20], [0xE4, 0xB8],
      [0xED, 0xA0, 0x80],
      [0xEF, 0xBF, 0xBF], [0xC0, 0x80], Array("]]>".utf8), Array("&#0;".utf8), Array("&x;".utf8),
      Array("<v>".utf8),
      Array("</row>".utf8), Array("</sheetData>".utf8), Array(" r=\"A1\"".utf8),
      Array("\u{2028}".utf8), [0x0A],
    ]
    var random = SeededNumbers(7)
    for (isRows, text) in [(true, Self.rows), (false, Self.strings)] {
      let bytes = Array(text.utf8)
      for _ in 0..<250 {
        let place = random.below(bytes.count)
        var changed = bytes
        changed.replaceSubrange(
          place..<min(bytes.count, place + random.below(3)),
          with: pieces[random.below(pieces.count)])
        try Self.expectSame(try Self.book(changed, isRows: isRows), "place \(place)")
      }
      for place in stride(from: 0, to: bytes.count, by: 17) {
        try Self.expectSame(
          try Self.book(Array(bytes.prefix(place)), isRows: isRows), "cut at \(place)")
      }
    }
  }

  private static func book(_ bytes: [UInt8], isRows: Bool) throws -> [UInt8] {
    try isRows ? book(rows: "@@@@", raw: bytes) : book(strings: "@@@@", raw: bytes)
  }

  static func expectSame(
    _ bytes: [UInt8], _ comment: String, limits: ReadLimits = ReadLimits(), isStreamed: Bool = false
  ) throws {
    let automatic = LaneTrace(bytes, .automatic, limits: limits, isStreamed: isStreamed)
    let parsed = LaneTrace(bytes, .libxml2, limits: limits, isStreamed: isStreamed)
    #expect(automatic.lines == parsed.lines, "\(comment)")
  }
}

/// The same numbers in every run.
private struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func below(_ end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % end
  }
}
