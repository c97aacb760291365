import ReportMerge
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("How a merge is told")
struct MergeRenderTests {
  /// A plan of one row for two owners, and two files that differ, one of them with a name that would
  /// be markup.
  private func result(task: String = "渠道<b>8处", remark: String = "") -> MergeResult {
    func table(_ file: String, _ unit: String?, _ achieved: String, _ percent: String) -> Report {
      var row = Report.Indicator()
      row.lead = TextField(raw: "市交通局、市水利局", text: "市交通局、市水利局", address: cell(9))
      row.unit = UnitField(raw: "处", text: "处", address: cell(5))
      row.target = Measure(raw: "8", text: "8", value: .number(8), address: cell(6))
      row.remark = TextField(raw: remark, text: remark, address: cell(10))
      let parser = ValueParser()
      row.achieved = Measure(
        raw: achieved, text: achieved, value: parser.value(of: achieved), address: cell(7))
      row.percent = Measure(
        raw: percent, text: percent, value: parser.value(of: percent), address: cell(8))
      row.row = cell(0)
      var report = Report()
      report.title = "一览表"
      report.sources = [SourceSheet(file: file, sheet: "Sheet1")]
      report.submittingUnit = unit
      report.sections = [
        .init(
          name: "省重点",
          goals: [
            .init(
              name: "农村", actions: [.init(name: nil, tasks: [.init(name: task, indicators: [row])])]
            )
          ])
      ]
      return report
    }
    var merge = MergeAccumulator(ReportMerger(plan: table("plan.xlsx", nil, "", "")))
    merge.add(
      Submission(file: "a.xlsx", content: .report(table("a.xlsx", "市交通局", "7", "87.50%"))))
    merge.add(
      Submission(file: "b.xlsx", content: .report(table("b.xlsx", "市水利局", "8", "87.50%"))))
    merge.add(Submission(file: "空.xlsx", content: .unreadable))
    return merge.result()
  }

  private func cell(_ column: Int) -> CellAddress {
    CellAddress(source: 0, cell: CellReference(row: 4, column: column))
  }

  @Test("JSON has the keys of the contract in their order, and one spelling for one value")
  func json() {
    let text = MergeJSON.value(of: result()).compactText()
    #expect(
      text == #"""
        {"records":[{"path":["省重点","农村",null,"渠道<b>8处",null],"unit":"处","target":"8","achieved":null,"percent":"87.5%","lead":"市交通局、市水利局","remark":null,"from":"市交通局","at":"a.xlsx!Sheet1!I5","cells":{"unit":"plan.xlsx!Sheet1!F5","target":"plan.xlsx!Sheet1!G5","percent":"a.xlsx!Sheet1!I5","lead":"plan.xlsx!Sheet1!J5"}}],"conflicts":[{"type":"two_values","path":["省重点","农村",null,"渠道<b>8处",null],"field":"achieved","unit":null,"file":null,"values":[{"value":"7","at":"a.xlsx!Sheet1!H5"},{"value":"8","at":"b.xlsx!Sheet1!H5"}]}],"infos":[{"type":"agreed","path":["省重点","农村",null,"渠道<b>8处",null],"field":"percent","unit":null,"file":null,"values":[{"value":"87.50%","at":"a.xlsx!Sheet1!I5"},{"value":"87.50%","at":"b.xlsx!Sheet1!I5"}]}],"missing":[],"unreadable":["空.xlsx"],"units":[{"unit":"市交通局","state":"partial","files":["a.xlsx"],"rows":1,"filled":0,"conflicts":1},{"unit":"市水利局","state":"partial","files":["b.xlsx"],"rows":1,"filled":0,"conflicts":1}]}
        """#)
    let log = MergeJSON.value(of: result(), includesRecords: false)
    #expect(log.members?.first?.key == "conflicts")
  }

  @Test("Numbers lose the zeros behind their last decimal, and nothing else is touched")
  func spelling() throws {
    var merged = result()
    merged.records[0].indicator.achieved.text = "35.0"
    merged.records[0].indicator.target.text = "不低于99.50元/人"
    merged.records[0].indicator.percent.text = "100.00%"
    let record = try #require(MergeJSON.value(of: merged)["records"]?.array?.first)
    #expect(record["achieved"]?.string == "35")
    #expect(record["target"]?.string == "不低于99.50元/人")
    #expect(record["percent"]?.string == "100%")
  }

  @Test("Text shows the values side by side with their places")
  func text() {
    #expect(
      MergeText(language: .chinese).text(of: result()) == """
        共1行；2个单位中2个已报；待决1项；未报0个；无法读取1份

        多个单位
          两家数值不一 · 已完成数 · 省重点 › 农村 › 渠道<b>8处
              7  ← a.xlsx!Sheet1!H5
              8  ← b.xlsx!Sheet1!H5

        无法读取的文件
          空.xlsx

        提示
          两家数值一致 · 占任务数 · 省重点 › 农村 › 渠道<b>8处

        """)
  }

  @Test("No control character of a file reaches a terminal")
  func terminal() {
    let text = MergeText().text(of: result(task: "a\u{1B}[31mb\u{202E}c"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains(#"a\u{1b}[31mb\u{202e}c"#))
  }

  @Test("The page loads nothing, runs nothing and escapes everything")
  func html() {
    let page = MergeHTML.page(of: result(task: #"<script>alert("1")</script>&'"#))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"))
    #expect(page.contains("市水利局"))
    #expect(page.contains("a.xlsx!Sheet1!H5"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test("Markdown keeps the table whole whatever a cell holds")
  func markdown() {
    let text = MergeMarkdown.text(of: result(task: "a|b\n<c>"))
    #expect(text.contains("a\\|b<br>&lt;c&gt;"))
    #expect(text.contains("## 无法读取的文件\n\n- 空.xlsx\n"))
  }

  @Test("The workbook has an overview and a sheet for each unit with something to decide")
  func workbook() {
    let workbook = MergeLogWorkbook.workbook(of: result())
    #expect(workbook.sheets.map(\.name) == ["总览", "多个单位"])
    #expect(workbook.sheets[1].mergedRanges.count == 4)
    #expect(workbook.sheets[1].cell(at: CellReference(row: 2, column: 3))?.value == .string("7"))
  }

  @Test("Sheets named after units keep to the rules for names")
  func sheetNames() {
    var merged = result()
    let long = String(repeating: "很长的单位名称", count: 6) + "[a/b]"
    merged.conflicts = [long, long + "2", "a/b:c"].map {
      MergeConflict(.unknownUnit, unit: $0, file: "x.xlsx", values: [])
    }
    let names = MergeLogWorkbook.workbook(of: merged).sheets.map(\.name)
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.contains("/") && !$0.contains("[") })
  }
}
