import ReportMerge
import ReportModel
import Spreadsheet

/// One row of a table in a test.
struct TestRow {
  var section = "省重点"
  var goal: String
  var action = "举措"
  var task: String
  var indicator: String?
  var unit: String
  var target: String
  var achieved = ""
  var percent = ""
  var lead: String
  var remark = ""
  /// The name of a cell that several rows share.
  var group: String?

  init(
    _ goal: String, _ task: String, _ unit: String, _ target: String,
    _ lead: String, named indicator: String? = nil, achieved: String = "", percent: String = "",
    remark: String = "",
    group: String? = nil
  ) {
    self.goal = goal
    self.task = task
    self.indicator = indicator
    self.unit = unit
    self.target = target
    self.lead = lead
    self.achieved = achieved
    self.percent = percent
    self.remark = remark
    self.group = group
  }

  /// The row filled in.
  func filled(_ achieved: String, _ percent: String = "", _ remark: String = "") -> TestRow {
    var row = self
    row.achieved = achieved
    row.percent = percent
    row.remark = remark
    return row
  }
}

/// The plan that most tests use: four units, one row with two of them.
let planRows: [TestRow] = [
  TestRow("教育", "补充配置电脑2034台", "台", "2034", "市教育局"),
  TestRow("教育", "建设考室6个", "个", "6", "市教育局"),
  TestRow("就业", "新增城镇就业0.21万人以上", "万人", "0.21", "市人社局", named: "新增城镇就业"),
  TestRow("就业", "新增城镇就业0.21万人以上", "万人", "2.02", "市人社局", named: "脱贫人口务工"),
  TestRow("就业", "培训750人次", "人次", "480", "市人社局", named: "职业技能"),
  TestRow("就业", "培训750人次", "人次", "270", "市人社局", named: "创业培训"),
  TestRow("农村", "农村公路提质改造15公里", "公里", "15", "市交通局"),
  TestRow("农村", "渠道与道路衔接8处", "处", "8", "市交通局、市水利局"),
  TestRow("农村", "新增蓄水能力", "万方", "28", "市水利局"),
]

/// A report out of rows: columns A to K as in the printed table, the first row of data in row 5.
func report(
  _ rows: [TestRow], file: String = "plan.xlsx", sheet: String = "Sheet1", unit: String? = nil,
  template: String? = nil, groups: [String] = []
) -> Report {
  var report = Report()
  report.sources = [SourceSheet(file: file, sheet: sheet)]
  report.templateVersion = template
  report.submittingUnit = unit
  if let unit {
    report.meta.append(MetaEntry(label: "填报单位", value: unit, address: cell(1, 0)))
  }
  if let template {
    report.meta.append(MetaEntry(label: "模板版本", value: template, address: cell(1, 5)))
  }
  var seenGroups: Set<String> = []
  for (offset, row) in rows.enumerated() {
    append(row, at: offset + 4, to: &report, seenGroups: &seenGroups)
  }
  report.groups = Set(rows.compactMap(\.group)).sorted().map { id in
    Report.Group(
      id: id, size: rows.count { $0.group == id }, fields: [.achieved, .percent], evidence: .merge)
  }
  return report
}

func cell(_ row: Int, _ column: Int) -> CellAddress {
  CellAddress(source: 0, cell: CellReference(row: row, column: column))
}

private let parser = ValueParser()
private let units = UnitTable()

private func append(
  _ row: TestRow, at line: Int, to report: inout Report, seenGroups: inout Set<String>
) {
  func measure(_ text: String, _ column: Int, unit: Unit?) -> Measure {
    let (shown, value) = parser.read(text, unit: unit)
    return Measure(raw: text, text: shown, value: value, address: cell(line, column))
  }
  var indicator = Report.Indicator(name: row.indicator)
  indicator.nameAddress = cell(line, 4)
  let unit = units.unit(row.unit)
  indicator.unit = UnitField(raw: row.unit, text: row.unit, unit: unit, address: cell(line, 5))
  indicator.target = measure(row.target, 6, unit: unit)
  indicator.achieved = measure(row.achieved, 7, unit: unit)
  indicator.percent = measure(row.percent, 8, unit: nil)
  indicator.lead = TextField(raw: row.lead, text: row.lead, address: cell(line, 9))
  let isPlaceholder = row.remark == "/"
  indicator.remark = TextField(
    raw: row.remark, text: isPlaceholder ? "" : row.remark, address: cell(line, 10))
  indicator.row = cell(line, 0)
  if let group = row.group {
    indicator.achieved.group = group
    indicator.percent.group = group
  }
  if report.sections.last?.name != row.section {
    report.sections.append(.init(name: row.section, address: cell(line, 0)))
  }
  let s = report.sections.count - 1
  if report.sections[s].goals.last?.name != row.goal {
    report.sections[s].goals.append(.init(name: row.goal, address: cell(line, 1)))
  }
  let g = report.sections[s].goals.count - 1
  if report.sections[s].goals[g].actions.last?.name != row.action {
    report.sections[s].goals[g].actions.append(.init(name: row.action, address: cell(line, 2)))
  }
  let a = report.sections[s].goals[g].actions.count - 1
  if report.sections[s].goals[g].actions[a].tasks.last?.name != row.task {
    report.sections[s].goals[g].actions[a].tasks.append(
      .init(name: row.task, address: cell(line, 3)))
  }
  let t = report.sections[s].goals[g].actions[a].tasks.count - 1
  report.sections[s].goals[g].actions[a].tasks[t].indicators.append(indicator)
}

/// A submission of a unit: all rows of the plan with changes, or only the given ones.
func submission(
  _ file: String, _ rows: [TestRow], unit: String? = nil, template: String? = nil,
  digest: String? = nil
) -> Submission {
  Submission(
    file: file,
    content: .report(report(rows, file: file, unit: unit, template: template)),
    digest: digest ?? file)
}

/// The merge of submissions into the plan of these tests.
func merge(
  _ submissions: [Submission], plan: Report = report(planRows), decisions: [MergeDecision] = []
) -> MergeResult {
  let merger = ReportMerger(plan: plan, decisions: decisions)
  var merge = MergeAccumulator(merger)
  for submission in submissions { merge.add(submission) }
  return merge.result()
}

/// A conflict in a few words: kind, last name of the path, field, unit and values.
func brief(_ conflict: MergeConflict) -> String {
  let name = conflict.path?.compactMap { $0 }.last ?? "-"
  let values = conflict.values.map { $0.value ?? "nil" }.joined(separator: "|")
  return [
    conflict.kind.rawValue, name, conflict.field?.rawValue ?? "-", conflict.unit ?? "-", values,
  ].joined(separator: " ")
}

/// The rows of the plan with some of them changed.
func template(_ changes: [Int: (inout TestRow) -> Void]) -> [TestRow] {
  planRows.enumerated().map { place, row in
    var row = row
    changes[place]?(&row)
    return row
  }
}
