import Foundation
import ReportDiff
import ReportModel

/// Random edits of a report, each in a goal of its own, and the changes that they are.
struct RandomEdits {
  var report: Report
  var maker: RandomReport
  private(set) var expected: [String] = []

  init(_ report: Report, maker: RandomReport) {
    self.report = report
    self.maker = maker
  }

  /// Edits every goal but the last of each section in a random way.
  mutating func editAll() {
    for s in report.sections.indices {
      for g in report.sections[s].goals.indices.dropLast() { edit(s, g) }
    }
    let removable = report.sections.indices.filter { report.sections[$0].goals.count > 2 }
    for s in removable where maker.random.below(2) == 0 {
      let goal = maker.goal(serial: 99)
      let rows = goal.actions.reduce(0) { $0 + $1.tasks.reduce(0) { $0 + $1.indicators.count } }
      expected.append("add \(goal.name ?? "") \(rows)")
      report.sections[s].goals.insert(
        goal, at: maker.random.below(report.sections[s].goals.count + 1))
    }
  }

  private mutating func edit(_ s: Int, _ g: Int) {
    switch maker.random.below(13) {
    case 0: editValue(s, g)
    case 1: renameTask(s, g)
    case 2:
      let old = report.sections[s].goals[g].name ?? ""
      let new = old.replacing("行动", with: "攻坚行动")
      report.sections[s].goals[g].name = new
      expected.append("rename \(old) -> \(new)")
    case 3: deleteTask(s, g)
    case 4:
      let task = maker.task(lead: maker.lead())
      expected.append("add \(task.name ?? "") \(task.indicators.count)")
      report.sections[s].goals[g].actions[0].tasks.append(task)
    case 5: moveTask(s, g)
    case 6:
      report.sections[s].goals[g].actions.swapAt(0, 1)
      expected.append("reorder")
    case 7: changeLead(s, g)
    case 8: rescale(s, g)
    case 9: addNoise(s, g)
    case 10: changeUnit(s, g)
    case 11: addRemark(s, g)
    default: renameAndChange(s, g)
    }
  }

  private mutating func editValue(_ s: Int, _ g: Int) {
    let old = report.sections[s].goals[g].actions[0].tasks[0].indicators[0].achieved
    let new = maker.number((old.value.decimal ?? 0) + 7)
    report.sections[s].goals[g].actions[0].tasks[0].indicators[0].achieved = new
    expected.append("value achieved \(old.text) -> \(new.text)")
  }

  private mutating func renameTask(_ s: Int, _ g: Int) {
    let old = report.sections[s].goals[g].actions[0].tasks[1].name ?? ""
    let new = String(old.dropFirst(2)) + "（二期）"
    report.sections[s].goals[g].actions[0].tasks[1].name = new
    expected.append("rename \(old) -> \(new)")
  }

  private mutating func renameAndChange(_ s: Int, _ g: Int) {
    renameTask(s, g)
    let old = report.sections[s].goals[g].actions[0].tasks[1].indicators[0].percent
    let new = maker.percent((old.value.decimal ?? 0) + Decimal(1) / 100)
    report.sections[s].goals[g].actions[0].tasks[1].indicators[0].percent = new
    expected.append("value percent \(old.text) -> \(new.text)")
  }

  private mutating func deleteTask(_ s: Int, _ g: Int) {
    let task = report.sections[s].goals[g].actions[1].tasks.removeLast()
    expected.append("delete \(task.name ?? "") \(task.indicators.count)")
  }

  private mutating func moveTask(_ s: Int, _ g: Int) {
    let task = report.sections[s].goals[g].actions[0].tasks.removeFirst()
    let other = report.sections[s].goals.count - 1
    report.sections[s].goals[other].actions[0].tasks.append(task)
    expected.append("move \(task.name ?? "")")
  }

  private mutating func changeLead(_ s: Int, _ g: Int) {
    let new = TextField(raw: "国网供电公司", text: "国网供电公司")
    let isOne = maker.random.below(2) == 0
    for t in report.sections[s].goals[g].actions[0].tasks.indices where !isOne || t == 0 {
      for i in report.sections[s].goals[g].actions[0].tasks[t].indicators.indices {
        let old = report.sections[s].goals[g].actions[0].tasks[t].indicators[i].lead.text
        if t == 0, i == 0 { expected.append("lead \(old) -> 国网供电公司") }
        report.sections[s].goals[g].actions[0].tasks[t].indicators[i].lead = new
      }
    }
  }

  /// Thousandfold figures in a unit a thousandth as large say the same.
  private mutating func rescale(_ s: Int, _ g: Int) {
    var row = report.sections[s].goals[g].actions[0].tasks[0].indicators[0]
    guard let unit = row.unit.unit, let target = row.target.value.decimal,
      let achieved = row.achieved.value.decimal
    else { return }
    row.unit = UnitField(
      raw: "千" + row.unit.text, text: "千" + row.unit.text,
      unit: Unit(
        canonical: "千" + unit.canonical, dimension: unit.dimension, base: unit.base,
        scale: unit.scale * 1000))
    row.target = maker.number(target / 1000)
    row.achieved = maker.number(achieved / 1000)
    report.sections[s].goals[g].actions[0].tasks[0].indicators[0] = row
  }

  /// A unit of another dimension, the figures as they were.
  private mutating func changeUnit(_ s: Int, _ g: Int) {
    let old = report.sections[s].goals[g].actions[1].tasks[0].indicators[0].unit.text
    let new = "吨"
    report.sections[s].goals[g].actions[1].tasks[0].indicators[0].unit = UnitField(
      raw: new, text: new, unit: UnitTable().unit(new))
    expected.append("unit \(old) -> \(new)")
  }

  private mutating func addRemark(_ s: Int, _ g: Int) {
    report.sections[s].goals[g].actions[1].tasks[0].indicators[0].remark = TextField(
      raw: "省里已复核", text: "省里已复核")
    expected.append("value remark nil -> 省里已复核")
  }

  /// Writes everything in other words that say the same.
  mutating func addNoiseEverywhere() {
    for s in report.sections.indices {
      for g in report.sections[s].goals.indices { addNoise(s, g) }
    }
  }

  private mutating func addNoise(_ s: Int, _ g: Int) {
    report.sections[s].goals[g].serial = "77"
    let name = report.sections[s].goals[g].actions[0].name ?? ""
    report.sections[s].goals[g].actions[0].name = name + "。"
    var row = report.sections[s].goals[g].actions[0].tasks[0].indicators[0]
    row.percent.text = row.percent.text.replacing("%", with: ".00%").replacing("..", with: ".")
    if row.percent.text.filter({ $0 == "." }).count > 1 { row.percent.text = row.percent.raw }
    row.remark.raw = "/"
    report.sections[s].goals[g].actions[0].tasks[0].indicators[0] = row
  }

  /// A change as the edits spell it.
  static func spelled(_ change: ReportChange) -> String {
    let name = (change.newPath ?? change.oldPath ?? []).compactMap(\.self).last ?? ""
    let values = "\(change.old ?? "nil") -> \(change.new ?? "nil")"
    switch change.kind {
    case .value: return "value \(change.field ?? "") \(values)"
    case .rename, .lead, .unit: return "\(change.kind.rawValue) \(values)"
    case .add, .delete: return "\(change.kind.rawValue) \(name) \(change.rows)"
    case .move: return "move \(name)"
    case .reorder: return "reorder"
    default: return "\(change.kind.rawValue) \(values)"
    }
  }
}
