import SheetRender
import Spreadsheet
import Testing

@Suite struct MarkdownEncoderTests {
  private func encoded(_ rows: [(Int, [Int: String])], width: Int, name: String? = nil) throws
    -> String
  {
    var encoder = MarkdownEncoder(namesSheets: name != nil)
    var output: [UInt8] = []
    encoder.begin(
      SheetContext(
        file: "a.xlsx", description: SheetDescription(name: name ?? "S"),
        text: CellText(formats: [.general], dateSystem: .year1900), width: width), to: &output)
    for (index, cells) in rows {
      var row = StreamedRow()
      row.index = index
      for (column, text) in cells.sorted(by: { $0.key < $1.key }) {
        row.append(text.utf8, kind: .string, column: column)
      }
      try encoder.append(row, to: &output)
    }
    encoder.end(to: &output)
    encoder.finish(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("Titles stand in front of the table, blanks and blank rows in it")
  func table() throws {
    let rows: [(Int, [Int: String])] = [
      (0, [0: "一览表"]), (2, [0: "序号", 1: "目标", 2: "备注"]), (3, [0: "1", 2: "x"]), (5, [1: "y"]),
    ]
    #expect(
      try encoded(rows, width: 3, name: "表_1")
        == """
        ## 表\\_1

        **一览表**

        | 序号 | 目标 | 备注 |
        | --- | --- | --- |
        | 1 |  | x |
        |  |  |  |
        |  | y |  |

        """)
  }

  @Test(
    "Nothing in a cell means anything to Markdown or HTML",
    arguments: [
      ("a|b", "a\\|b"), ("a\nb", "a<br>b"), ("a\r\nb", "a<br>b"), ("<b>&", "&lt;b&gt;&amp;"),
      ("*_`[]~$\\", "\\*\\_\\`\\[\\]\\~\\$\\\\"), ("a\tb", "a b"), ("\u{1}", "\u{FFFD}"),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try encoded([(0, [0: text])], width: 1) == "| \(expected) |\n| --- |\n")
  }
}
