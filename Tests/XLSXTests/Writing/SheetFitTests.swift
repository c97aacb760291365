import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("Widths and heights fit what is shown")
struct SheetFitTests {
  /// The part of a sheet with rows that are streamed.
  private func markup(
    _ rows: [StreamedRow], frame: Worksheet = Worksheet(name: "S"),
    styles: StyleTable = StyleTable()
  ) throws -> String {
    let sink = MemoryByteSink()
    var writer = try XLSXStreamWriter(to: sink, styles: styles)
    try writer.beginSheet(frame, fitsSizes: true)
    for row in rows { try writer.write(row) }
    try writer.endSheet()
    try writer.finish()
    return try part("xl/worksheets/sheet1.xml", of: sink.bytes)
  }

  private func row(_ index: Int, _ texts: [String?], style: Int = 0) -> StreamedRow {
    var row = StreamedRow()
    row.reset(index: index)
    for (column, text) in texts.enumerated() {
      if let text { row.append(text.utf8, kind: .string, column: column, style: style) }
    }
    return row
  }

  private func columns(_ markup: String) -> String {
    guard let start = markup.firstRange(of: "<cols>"), let end = markup.firstRange(of: "</cols>")
    else { return "" }
    return String(markup[start.upperBound..<end.lowerBound])
  }

  @Test("Full-width characters count two, and a title alone in its row does not count")
  func texts() throws {
    let made = try markup([
      row(0, ["一个很长很长很长很长很长很长的标题"]), row(1, ["市教育局", "short", "牵头责任单位名称"]),
      row(2, ["x", nil, "twelve chars"]),
    ])
    #expect(
      columns(made) == """
        <col min="1" max="1" width="9" customWidth="1"/><col min="3" max="3" width="17" customWidth="1"/>
        """)
  }

  @Test(
    "Numbers are never too wide for their column",
    arguments: [
      ("#,##0.00", "-1234567.5", "14"), ("yyyy\"年\"m\"月\"d\"日\"", "45000", "15"),
      ("mmmm d", "45000", "13"), ("General", "1234567890123", "12"),
    ])
  func numbers(format: String, number: String, width: String) throws {
    var style = CellStyle()
    style.numberFormat = NumberFormat(code: format)
    var made = StreamedRow()
    made.reset(index: 0)
    made.append("1".utf8, kind: .number, column: 0, style: 1)
    var other = made
    other.reset(index: 1)
    other.append(number.utf8, kind: .number, column: 0, style: 1)
    let text = try markup(
      [made, other], styles: StyleTable(styles: [CellStyle(), style]))
    #expect(columns(text).contains("width=\"\(width)\""), "\(columns(text))")
  }

  @Test("A width that is stated stays")
  func stated() throws {
    var frame = Worksheet(name: "S")
    frame.columns = [ColumnProperties(columns: 0...1, width: 5)]
    let made = try markup(
      [row(0, ["a long text", "another long text", "a third one"])], frame: frame)
    #expect(
      columns(made) == """
        <col min="1" max="2" width="5" customWidth="1"/><col min="3" max="3" width="12" customWidth="1"/>
        """)
  }

  @Test("Wrapped text gives its row the height that it needs, a merged one its last row")
  func heights() throws {
    var wrapped = CellStyle()
    wrapped.alignment.wrapsText = true
    var frame = Worksheet(name: "S")
    frame.columns = [ColumnProperties(columns: 0...1, width: 11)]
    frame.mergedRanges = ["A3:A5"].compactMap { CellRange($0) }
    let made = try markup(
      [
        row(0, ["一二三四五六七八九十"], style: 1), row(1, ["short"], style: 1),
        row(2, [String(repeating: "长", count: 25)], style: 1), row(3, [nil, "x"], style: 1),
      ], frame: frame, styles: StyleTable(styles: [CellStyle(), wrapped]))
    // Five characters a line: two lines; five lines in the merged cell, of which two rows give 30.
    #expect(made.contains("<row r=\"1\" ht=\"32.25\" customHeight=\"1\">"))
    #expect(made.contains("<row r=\"2\"><c"))
    #expect(made.contains("<row r=\"3\"><c"))
    #expect(made.contains("<row r=\"4\"><c"))
    #expect(made.contains("<row r=\"5\" ht=\"50.25\" customHeight=\"1\"></row>"))
  }

  @Test("Rows that wait in a spool for their widths give the same bytes as rows that do not")
  func spooled() throws {
    let rows = (0..<6_000).map { row($0, ["text \($0)", "b", "c"]) }
    let first = try part("xl/worksheets/sheet1.xml", of: bytes(rows, fits: true))
    let second = try part("xl/worksheets/sheet1.xml", of: bytes(rows, fits: false))
    #expect(first.count > 1 << 19)
    #expect(
      first
        == second.replacing(
          "<sheetData>",
          with: "<cols><col min=\"1\" max=\"1\" width=\"10\" customWidth=\"1\"/></cols><sheetData>")
    )
  }

  private func bytes(_ rows: [StreamedRow], fits: Bool) throws -> [UInt8] {
    let sink = MemoryByteSink()
    var writer = try XLSXStreamWriter(to: sink)
    try writer.beginSheet(Worksheet(name: "S"), fitsSizes: fits)
    for row in rows { try writer.write(row) }
    try writer.endSheet()
    try writer.finish()
    return sink.bytes
  }
}
