import ReportRender
import Spreadsheet
import TableDiff
import Testing

@Suite("How the difference of two tables is told")
struct TableDiffRenderTests {
  private func comparison() throws -> TableComparison {
    func table(_ rows: [[String]], _ file: String) throws -> SheetTable {
      var builder = SheetTableBuilder(file: file, sheet: "库存")
      for (index, texts) in rows.enumerated() {
        var row = StreamedRow()
        row.reset(index: index)
        for (column, text) in texts.enumerated() where !text.isEmpty {
          row.append(
            Array(text.utf8), kind: Double(text) == nil ? .string : .number, column: column)
        }
        try builder.append(row)
      }
      return builder.table
    }
    let old = [["编号", "名称", "单价"], ["A1", "扳手", "0.3"], ["A2", "锤|<子>", "5"], ["A3", "尺", ""]]
    let new = [["编号", "名称", "单价"], ["A3", "尺", "2"], ["A1", "扳手", "0.1"], ["A4", "钉", "1"]]
    return TableDiffer(options: TableDiffOptions(keys: ["编号"])).compare(
      [try table(old, "a.xlsx")], [try table(new, "b.xlsx")])
  }

  @Test("JSON tells kind, key, values and both places")
  func json() throws {
    let text = TableDiffJSON.value(of: try comparison()).compactText()
    #expect(
      text == #"""
        {"summary":{"value":2,"add":1,"delete":1,"info":1},"changes":[{"level":"change","kind":"value","sheet":"库存","field":"单价","old":null,"new":"2","rows":1,"key":["A3"],"old_at":"a.xlsx!库存!C4","new_at":"b.xlsx!库存!C2"},{"level":"change","kind":"value","sheet":"库存","field":"单价","old":"0.3","new":"0.1","delta":"-0.2","rows":1,"key":["A1"],"old_at":"a.xlsx!库存!C2","new_at":"b.xlsx!库存!C3"},{"level":"change","kind":"add","sheet":"库存","field":null,"old":null,"new":null,"rows":1,"key":["A4"],"new_at":"b.xlsx!库存!A4:C4","row":{"编号":"A4","名称":"钉","单价":"1"}},{"level":"change","kind":"delete","sheet":"库存","field":null,"old":null,"new":null,"rows":1,"key":["A2"],"old_at":"a.xlsx!库存!A3:C3","row":{"编号":"A2","名称":"锤|<子>","单价":"5"}}],"sheets":[{"old":"库存","new":"库存","key":["编号"],"old_rows":3,"new_rows":3,"matched_rows":2}]}
        """#)
    let all = TableDiffJSON.value(of: try comparison(), includesInfo: true)
    #expect(all["changes"]?.array?.count == 5)
  }

  @Test("Text is a summary and a line for each change")
  func text() throws {
    #expect(
      TableDiffText(language: .english).text(of: try comparison()) == """
        value 2, row added 1, row deleted 1, info 1

        库存
          ~ [A3] 单价: (blank) → 2  (库存!C2)
          ~ [A1] 单价: 0.3 → 0.1  -0.2  (库存!C3)
          + [A4] 编号: A4; 名称: 钉; 单价: 1  (库存!A4:C4)
          - [A2] 编号: A2; 名称: 锤|<子>; 单价: 5  (库存!A3:C3)

        """)
  }

  @Test("Markdown and HTML escape what stands in cells")
  func escaping() throws {
    let markdown = TableDiffMarkdown.text(of: try comparison())
    #expect(markdown.contains("锤\\|&lt;子&gt;"))
    let page = TableDiffHTML.page(of: try comparison())
    #expect(page.contains("锤|&lt;子&gt;"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test("The workbook lists the changes as text")
  func workbook() throws {
    let workbook = TableDiffWorkbook.workbook(of: try comparison())
    #expect(workbook.sheets[0].rows.count == 7)
    #expect(workbook.sheets[0].cell(at: CellReference(row: 5, column: 4))?.value == .string("0.3"))
  }
}
