import ReportMerge
import ReportModel
import Spreadsheet
import Testing

@Suite("Who sent a file, and files that are held back")
struct SenderTests {
  let education = template([0: { $0 = $0.filled("2034") }])

  @Test(
    "The unit is that of 填报单位, else of the file's name, else of the rows",
    arguments: [
      ("x.xlsx", "市教育局"), ("x.xlsx", "教育局（盖章）"), ("x.xlsx", "洪江市教育局"),
      ("市教育局.xlsx", nil), ("03-教育局12月（终稿）.xlsx", nil), ("报送.xlsx", nil),
    ] as [(String, String?)])
  func recognized(file: String, unit: String?) {
    let result = merge([submission(file, education, unit: unit)])
    #expect(result.conflicts.isEmpty)
    #expect(result.records[0].from == "市教育局")
    #expect(!result.missing.contains("市教育局"))
  }

  @Test("The line wins over the name of the file")
  func lineFirst() {
    let result = merge([submission("市交通局.xlsx", education, unit: "市教育局")])
    #expect(result.records[0].from == "市教育局")
    #expect(result.missing.contains("市交通局"))
  }

  @Test("A file of nobody who owns a row is held back whole, with one conflict")
  func unknown() {
    for (file, unit) in [("a.xlsx", "市气象局"), ("市气象局.xlsx", nil)] as [(String, String?)] {
      let result = merge([submission(file, education, unit: unit)])
      #expect(result.conflicts.map(brief) == ["unknown_unit - - 市气象局 市气象局"])
      #expect(result.conflicts[0].path == nil)
      #expect(result.conflicts[0].file == file)
      #expect(result.records[0].indicator.achieved.isBlank)
      #expect(result.missing.count == 4)
    }
  }

  @Test("A submission of another version of the template is held back whole")
  func oldTemplate() {
    let plan = report(planRows, template: "2025-Q4")
    let result = merge(
      [
        submission("a.xlsx", education, unit: "市教育局", template: "2025-Q3"),
        submission("b.xlsx", [planRows[8].filled("28")], unit: "市水利局"),
      ], plan: plan)
    #expect(result.conflicts.map(brief) == ["old_template - - 市教育局 2025-Q3|2025-Q4"])
    #expect(result.records[0].indicator.achieved.isBlank)
    #expect(result.records[8].indicator.achieved.text == "28")
    #expect(result.missing == ["市人社局", "市交通局"])
    #expect(result.units[0].state == .held)
  }

  @Test("A file that is no workbook is unreadable, and its unit is missing")
  func unreadable() {
    let result = merge([
      Submission(file: "市教育局.xlsx", content: .unreadable),
      Submission(file: "dir/空.xlsx", content: .unreadable),
    ])
    #expect(result.unreadable == ["市教育局.xlsx", "空.xlsx"])
    #expect(result.missing.count == 4)
    #expect(!result.isClean)
  }

  @Test("A unit whose template came back unfilled has sent something")
  func unfilled() {
    let result = merge([submission("a.xlsx", planRows, unit: "市教育局")])
    #expect(result.conflicts.isEmpty)
    #expect(result.missing == ["市人社局", "市交通局", "市水利局"])
    #expect(result.units[0].state == .unfilled)
    #expect(result.records[0].from == "市教育局")
  }

  @Test("One workbook may hold several units on several sheets")
  func sheets() {
    var one = report(
      template([0: { $0 = $0.filled("2034") }]), file: "汇总.xlsx", sheet: "一", unit: "市教育局")
    let two = report(
      template([8: { $0 = $0.filled("28") }]), file: "汇总.xlsx", sheet: "二", unit: "市水利局")
    one.sources += two.sources
    one.meta += two.meta.map {
      MetaEntry(label: $0.label, value: $0.value, address: $0.address.map(second))
    }
    one.sections += two.sections.map { section in
      var section = section
      for g in section.goals.indices {
        for a in section.goals[g].actions.indices {
          for t in section.goals[g].actions[a].tasks.indices {
            for i in section.goals[g].actions[a].tasks[t].indicators.indices {
              var row = section.goals[g].actions[a].tasks[t].indicators[i]
              row.row = row.row.map(second)
              row.achieved.address = row.achieved.address.map(second)
              section.goals[g].actions[a].tasks[t].indicators[i] = row
            }
          }
        }
      }
      return section
    }
    let result = merge([Submission(file: "汇总.xlsx", content: .report(one))])
    #expect(result.conflicts.isEmpty)
    #expect(result.records[0].from == "市教育局")
    #expect(result.records[8].from == "市水利局")
    #expect(result.records[8].location.description == "汇总.xlsx!二!H13")
    #expect(result.missing == ["市人社局", "市交通局"])
  }

  @Test(
    "A list of several units without a line belongs row by row to the units that the plan names")
  func lists() {
    let rows = [planRows[0].filled("2034"), planRows[6].filled("14"), planRows[8].filled("28")]
    let result = merge([submission("汇总表.xlsx", rows)])
    #expect(result.conflicts.isEmpty)
    #expect(result.records.map(\.from) == ["市教育局", nil, nil, nil, nil, nil, "市交通局", nil, "市水利局"])
    #expect(result.missing == ["市人社局"])
  }

  private func second(_ address: CellAddress) -> CellAddress {
    var address = address
    address.source = 1
    return address
  }
}
