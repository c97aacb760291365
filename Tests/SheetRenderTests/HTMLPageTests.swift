import SheetRender
import Spreadsheet
import Testing

@Suite struct HTMLPageTests {
  private func page(_ workbook: Workbook, skipsHidden: Bool = false) throws -> String {
    var output: [UInt8] = []
    try HTMLPage(workbook, title: "a<b>.xlsx", skipsHidden: skipsHidden).append(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func sheet(_ name: String, _ rows: [[String?]]) -> Worksheet {
    var sheet = Worksheet(name: name)
    for (index, texts) in rows.enumerated() {
      var cells: [Cell] = []
      for (column, text) in texts.enumerated() {
        if let text { cells.append(Cell(column: column, value: .string(text))) }
      }
      sheet.rows.append(Row(index: index, cells: cells))
    }
    return sheet
  }

  @Test("A page forbids scripts and loading, and escapes all five characters")
  func safety() throws {
    let html = try page(
      Workbook(sheets: [sheet("<script>", [["<img src=x onerror='alert(1)'>&\""]])]))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("<title>a&lt;b&gt;.xlsx</title>"))
    #expect(html.contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;&quot;"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
  }

  @Test("Merged cells span rows and columns")
  func merges() throws {
    var merged = sheet("S", [["a", nil, "c"], [nil, nil, "d"], ["e", "f", "g"]])
    merged.mergedRanges = ["A1:B2", "B2:C3", "A9:B9"].compactMap { CellRange($0) }
    let html = try page(Workbook(sheets: [merged]))
    #expect(html.contains("<tr><td rowspan=\"2\" colspan=\"2\">a</td><td>c</td></tr>"))
    #expect(html.contains("<tr><td>d</td></tr>"))
    #expect(html.contains("<tr><td>e</td><td>f</td><td>g</td></tr>"))
  }

  @Test("A place without a cell has the looks of its row, else of its column")
  func blanks() throws {
    var workbook = Workbook(sheets: [sheet("S", [["a", nil, "c"], ["d", nil, "f"]])])
    var style = CellStyle()
    style.fill = .solid(Color(rgb: 0xFFEB9C))
    workbook.sheets[0].rows[0].style = workbook.styles.index(of: style)
    style.fill = .solid(Color(rgb: 0x00FF00))
    workbook.sheets[0].columns = [
      ColumnProperties(columns: 1...16_383, style: workbook.styles.index(of: style))
    ]
    let html = try page(workbook)
    #expect(html.contains("<tr><td>a</td><td class=\"x1\"></td><td>c</td></tr>"))
    #expect(html.contains("<tr><td>d</td><td class=\"x2\"></td><td>f</td></tr>"))
    #expect(html.contains("x1{background:#ffeb9c;}"))
    #expect(html.contains("x2{background:#00ff00;}"))
  }

  @Test(
    "Only harmless addresses become links",
    arguments: [
      (
        Hyperlink.Target.external("https://example.org/?a=1&b=\""),
        "https://example.org/?a=1&amp;b=&quot;"
      ),
      (.external("mailto:a@example.org"), "mailto:a@example.org"),
      (.external("javascript:alert(1)"), nil), (.external("file:///etc/passwd"), nil),
      (.external("data:text/html,x"), nil), (.external(" javascript:x"), nil),
      (.internal("'It''s'!A1"), "#s2"), (.internal("B2"), "#s1"),
    ] as [(Hyperlink.Target, String?)])
  func links(target: Hyperlink.Target, expected: String?) throws {
    var linked = sheet("S", [["x"]])
    linked.hyperlinks = [
      Hyperlink(range: CellRange(CellReference(row: 0, column: 0)), target: target)
    ]
    let html = try page(Workbook(sheets: [linked, sheet("It's", [["y"]])]))
    if let expected {
      #expect(html.contains("<td><a href=\"\(expected)\" rel=\"noopener noreferrer\">x</a></td>"))
    } else {
      #expect(html.contains("<td>x</td>"))
    }
  }

  @Test("Styles become classes, numbers are shown by their format, fonts cannot break out")
  func styles() throws {
    var style = CellStyle()
    style.numberFormat = NumberFormat(code: "0.0%")
    style.font.isBold = true
    style.font.name = "宋体"
    style.fill = .solid(Color(rgb: 0x00FF00))
    style.alignment.horizontal = .center
    style.border = Border(all: .thin)
    var evil = CellStyle()
    evil.font.name = "x</style><script>"
    var workbook = Workbook(sheets: [Worksheet(name: "S")])
    let one = workbook.styles.index(of: style)
    let two = workbook.styles.index(of: evil)
    workbook.sheets[0].rows = [
      Row(
        index: 0,
        cells: [
          Cell(column: 0, value: .number(0.227), style: one),
          Cell(column: 1, value: .boolean(true), style: two),
        ])
    ]
    let html = try page(workbook)
    #expect(
      html.contains(
        "td.x1{font-family:'宋体',sans-serif;font-weight:bold;background:#00ff00;text-align:center;}")
    )
    #expect(html.contains("<td class=\"x1 n\" style=\"border-top:1px solid #000;"))
    #expect(html.contains(">22.7%</td>"))
    #expect(!html.contains("<script>"))
  }

  @Test("Hidden rows, columns and sheets are left out when asked for")
  func hidden() throws {
    var first = sheet("S", [["a", "b"], ["c", "d"]])
    first.rows[1].isHidden = true
    first.columns = [ColumnProperties(columns: 0...0, isHidden: true)]
    var second = sheet("H", [["e"]])
    second.visibility = .hidden
    let html = try page(Workbook(sheets: [first, second]), skipsHidden: true)
    #expect(html.contains("<td>b</td></tr>"))
    for text in ["a", "c", "d", "e"] { #expect(!html.contains("<td>\(text)</td>")) }
    let all = try page(Workbook(sheets: [first, second]))
    for text in ["a", "b", "c", "d", "e"] { #expect(all.contains("<td>\(text)</td>")) }
  }

  @Test("Values far apart do not blow the page up")
  func farApart() throws {
    var far = Worksheet(name: "S")
    far.rows = [
      Row(index: 0, cells: [Cell(column: 0, value: .string("a"))]),
      Row(index: 1_048_575, cells: [Cell(column: 16_383, value: .string("b"))]),
    ]
    far.mergedRanges = ["A1:XFD1"].compactMap { CellRange($0) }
    #expect(try page(Workbook(sheets: [far])).utf8.count < 3_000_000)
  }
}
