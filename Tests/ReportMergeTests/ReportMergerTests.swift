import ReportMerge
import ReportModel
import Testing

@Suite("What is merged, and what is left to a person")
struct ReportMergerTests {
  @Test("The values of the responsible unit are taken, with the place of each")
  func takesValues() throws {
    let rows = template([0: { $0 = $0.filled("2034", "100%", "已验收") }, 1: { $0 = $0.filled("5") }])
    let result = merge([submission("市教育局.xlsx", rows, unit: "市教育局")])
    #expect(result.conflicts.isEmpty)
    #expect(result.missing == ["市人社局", "市交通局", "市水利局"])
    let record = result.records[0]
    #expect(record.indicator.achieved.text == "2034")
    #expect(record.indicator.percent.text == "100%")
    #expect(record.indicator.remark.text == "已验收")
    #expect(record.from == "市教育局")
    #expect(record.location.description == "市教育局.xlsx!Sheet1!H5")
    #expect(result.records[2].from == nil)
    let achieved = result.report.rows[1].indicator.achieved
    #expect(result.report.location(of: achieved.address).description == "市教育局.xlsx!Sheet1!H6")
  }

  @Test("Own rows alone are enough, in any order and under any sheet name")
  func ownRowsOnly() {
    let rows = [planRows[8].filled("28", "100%"), planRows[7].filled("8")]
    var table = report(rows, file: "a.xlsx", sheet: "水利", unit: "市水利局")
    table.title = "其他"
    let result = merge([Submission(file: "a.xlsx", content: .report(table))])
    #expect(result.conflicts.isEmpty)
    #expect(result.records[8].indicator.achieved.text == "28")
    #expect(result.records[7].from == "市水利局")
  }

  @Test("A change to what is the plan's is not_owner, and the plan's value stays")
  func notOwner() {
    let rows = template([
      0: {
        $0.target = "1800"; $0 = $0.filled("2034")
      },
      1: { $0.lead = "市民政局" },
      2: { $0.target = "0.3" },
      6: { $0 = $0.filled("3") },
    ])
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")])
    #expect(
      result.conflicts.map(brief) == [
        "not_owner 补充配置电脑2034台 target 市教育局 1800|2034",
        "not_owner 建设考室6个 lead 市教育局 市民政局|市教育局",
        "not_owner 新增城镇就业 target 市教育局 0.3|0.21",
        "not_owner 农村公路提质改造15公里 achieved 市教育局 3|nil",
      ])
    #expect(result.records[0].indicator.target.text == "2034")
    #expect(result.records[0].indicator.achieved.text == "2034")
    #expect(
      result.conflicts[0].values.map(\.location.description) == [
        "a.xlsx!Sheet1!G5", "plan.xlsx!Sheet1!G5",
      ])
  }

  @Test("A foreign value never blocks the owner")
  func foreignBesideOwner() {
    let result = merge([
      submission("a.xlsx", template([6: { $0 = $0.filled("3") }]), unit: "市教育局"),
      submission("b.xlsx", template([6: { $0 = $0.filled("14") }]), unit: "市交通局"),
    ])
    #expect(result.records[6].indicator.achieved.text == "14")
    #expect(result.conflicts.map(\.kind) == [.notOwner])
  }

  @Test("A row whose name was edited is recognized: not_owner on the name, its results are taken")
  func editedName() {
    let rows = template([
      0: {
        $0.task = "补充配置电脑2000台"; $0 = $0.filled("2034", "100%")
      }
    ])
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")])
    #expect(
      result.conflicts.map(brief)
        == ["not_owner 补充配置电脑2034台 name 市教育局 补充配置电脑2000台|补充配置电脑2034台"])
    #expect(result.conflicts[0].path == ["省重点", "教育", "举措", "补充配置电脑2034台", nil])
    #expect(result.records[0].indicator.achieved.text == "2034")
  }

  @Test("A parent that was renamed is one conflict, not one for each of its rows")
  func editedParent() {
    let rows = planRows.map { row in
      var row = row
      if row.goal == "就业" { row.goal = "就业创业" }
      return row
    }
    let result = merge([submission("a.xlsx", rows, unit: "市人社局")])
    #expect(result.conflicts.map(brief) == ["not_owner 就业 name 市人社局 就业创业|就业"])
    #expect(result.conflicts[0].path == ["省重点", "就业", nil, nil, nil])
  }

  @Test("Two owners with one value agree; with two values neither is taken")
  func twoOwners() {
    let one = submission("a.xlsx", template([7: { $0 = $0.filled("8", "100%") }]), unit: "市交通局")
    let same = submission("b.xlsx", template([7: { $0 = $0.filled("8.0", "90%") }]), unit: "市水利局")
    let result = merge([one, same])
    #expect(
      result.conflicts.map(brief) == ["two_values 渠道与道路衔接8处 percent - 100%|90%"])
    #expect(result.infos.map(\.kind) == [.agreed])
    #expect(result.infos[0].field == .achieved)
    #expect(
      result.infos[0].values.map(\.location.description) == [
        "a.xlsx!Sheet1!H12", "b.xlsx!Sheet1!H12",
      ])
    #expect(result.records[7].indicator.achieved.text == "8")
    #expect(result.records[7].indicator.percent.text == "")
    #expect(result.records[7].from == "市交通局")
  }

  @Test(
    "A value of the plan that is blanked is cleared, and stays; a blank beside a blank is nothing")
  func cleared() {
    let before = template([0: { $0 = $0.filled("1000", "49.16%", "在办") }])
    let plan = report(before)
    let after = template([0: { $0 = $0.filled("", "/", "已办") }])
    let result = merge([submission("a.xlsx", after, unit: "市教育局")], plan: plan)
    #expect(
      result.conflicts.map(brief) == [
        "cleared 补充配置电脑2034台 achieved 市教育局 nil|1000",
        "cleared 补充配置电脑2034台 percent 市教育局 nil|49.16%",
      ])
    #expect(result.records[0].indicator.achieved.text == "1000")
    #expect(result.records[0].indicator.remark.text == "已办")
  }

  @Test("A column that a submission does not have clears nothing")
  func absentColumn() {
    let before = template([0: { $0 = $0.filled("1000", "", "在办") }])
    var table = report(template([0: { $0 = $0.filled("1100") }]), file: "a.xlsx", unit: "市教育局")
    for index in table.rows.map(\.index) { table[index].remark = TextField() }
    let result = merge(
      [Submission(file: "a.xlsx", content: .report(table))], plan: report(before))
    #expect(result.conflicts.isEmpty)
    #expect(result.records[0].indicator.remark.text == "在办")
    #expect(result.records[0].indicator.achieved.text == "1100")
  }

  @Test("Two files of a unit that differ in a field are a revision; its other fields are merged")
  func revision() {
    let result = merge([
      submission("b.xlsx", template([0: { $0 = $0.filled("2034", "100%") }]), unit: "市教育局"),
      submission(
        "a.xlsx", template([0: { $0 = $0.filled("2000", "100%") }, 1: { $0 = $0.filled("6") }]),
        unit: "市教育局"),
    ])
    #expect(
      result.conflicts.map(brief) == ["revision 补充配置电脑2034台 achieved 市教育局 2000|2034"])
    #expect(result.records[0].indicator.achieved.isBlank)
    #expect(result.records[0].indicator.percent.text == "100%")
    #expect(result.records[1].indicator.achieved.text == "6")
  }

  @Test("A copy by content is an info, and its conflicts are told once")
  func copies() {
    let rows = template([
      0: {
        $0.target = "1800"; $0 = $0.filled("2034")
      }
    ])
    let result = merge([
      submission("市教育局(1).xlsx", rows, unit: "市教育局"),
      submission("市教育局.xlsx", rows, unit: "市教育局"),
    ])
    #expect(result.conflicts.map(\.kind) == [.notOwner])
    #expect(result.conflicts[0].values.count == 2)
    #expect(result.infos.map(\.kind) == [.identicalCopy])
    #expect(result.infos[0].unit == "市教育局")
    #expect(result.infos[0].file == "市教育局.xlsx")
  }

  @Test("Words where the plan wants a number are held back", arguments: ["3公里（已开工）", "已完成", "见附件"])
  func notANumber(text: String) {
    let result = merge([
      submission("a.xlsx", template([6: { $0 = $0.filled(text, "20%") }]), unit: "市交通局")
    ])
    #expect(
      result.conflicts.map(brief)
        == ["not_a_number 农村公路提质改造15公里 achieved 市交通局 \(text)|nil"])
    #expect(result.records[6].indicator.achieved.isBlank)
    #expect(result.records[6].indicator.percent.text == "20%")
  }

  @Test("Words are fine where the target is words, and numbers may carry their unit")
  func words() {
    let plan = report([
      TestRow("数字", "应用场景", "个", "完成任务数", "市人社局"),
      TestRow("数字", "道路", "公里", "15", "市交通局"),
    ])
    var rows = [
      TestRow("数字", "应用场景", "个", "完成任务数", "市人社局", achieved: "已完成", percent: "100%"),
      TestRow("数字", "道路", "公里", "15", "市交通局", achieved: "14公里"),
    ]
    rows[1].percent = "/"
    let result = merge(
      [
        submission("a.xlsx", [rows[0]], unit: "市人社局"),
        submission("b.xlsx", [rows[1]], unit: "市交通局"),
      ],
      plan: plan)
    #expect(result.conflicts.isEmpty)
    #expect(result.records.map(\.indicator.achieved.text) == ["已完成", "14公里"])
  }

  @Test("Fields are judged by what they mean: percents, placeholders, grouping, full-width forms")
  func equalMeanings() {
    let plan = report(template([0: { $0 = $0.filled("1,000", "100%", "/") }]))
    let rows = template([0: { $0 = $0.filled("１０００", "100.00%", "") }])
    let result = merge([submission("a.xlsx", rows, unit: "市教育局")], plan: plan)
    #expect(result.conflicts.isEmpty)
    #expect(result.records[0].indicator.percent.text == "100%")
  }
}
