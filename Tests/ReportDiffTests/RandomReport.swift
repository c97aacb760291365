import Foundation
import ReportModel
import Spreadsheet

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15 &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
}

/// Reports as offices fill them in, random but for the seed; every name is unique.
struct RandomReport {
  var random: SeededGenerator
  private var used: Set<String> = []
  private let units = UnitTable()

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
  }

  private static let verbs = ["建设", "改造", "新增", "完成", "推进", "开展", "实施", "提升", "安装", "培训"]
  private static let places = ["城区", "农村", "乡镇", "社区", "学校", "医院", "园区", "库区", "景区", "街道"]
  private static let things = [
    "公路", "养老服务中心", "充电桩", "农田灌溉渠道", "老旧小区", "供水管网", "文化广场", "健身步道", "应急广播",
    "职业技能人员", "就业岗位", "残疾儿童康复", "困难家庭救助", "低保对象", "网络基站", "危桥", "路灯", "公共厕所", "垃圾分类站点", "图书室",
  ]
  private static let unitNames = ["个", "公里", "人", "万人", "座", "台", "万元", "亩", "户", "人次"]
  private static let leadNames = ["市教育局", "市交通局", "市水利局", "市民政局", "市住建局", "市卫健局", "市人社局", "市残联"]

  mutating func name(of suffix: String = "") -> String {
    while true {
      let name =
        Self.verbs[random.below(10)] + Self.places[random.below(10)]
        + Self.things[random.below(20)] + (random.below(2) == 0 ? "\(random.below(900) + 1)处" : "")
        + suffix
      if used.insert(name).inserted { return name }
    }
  }

  mutating func lead() -> String { Self.leadNames[random.below(8)] }

  mutating func indicator(name: String?, lead: String) -> Report.Indicator {
    let unit = Self.unitNames[random.below(10)]
    let target = Decimal(random.below(5000) + 1)
    let achieved = Decimal(random.below(6000) + 1)
    var row = Report.Indicator(name: name)
    row.unit = UnitField(raw: unit, text: unit, unit: units.unit(unit))
    row.target = number(target)
    row.achieved = number(achieved)
    row.percent = percent(Decimal(random.below(20000)) / 100)
    row.lead = TextField(raw: lead, text: lead)
    return row
  }

  func number(_ number: Decimal) -> Measure {
    Measure(raw: "\(number)", text: "\(number)", value: .number(number))
  }

  func percent(_ points: Decimal) -> Measure {
    Measure(raw: "\(points)%", text: "\(points)%", value: .percent(points))
  }

  mutating func task(lead: String) -> Report.Task {
    let name = name()
    if random.below(3) > 0 {
      return .init(name: name, indicators: [indicator(name: nil, lead: lead)])
    }
    let count = random.below(3) + 2
    return .init(
      name: name,
      indicators: (0..<count).map { _ in
        let name = self.name(of: "数")
        return indicator(name: name, lead: lead)
      })
  }

  mutating func action() -> Report.Action {
    let lead = lead()
    return .init(
      name: name(of: "工程"), tasks: (0..<(random.below(3) + 2)).map { _ in task(lead: lead) })
  }

  mutating func goal(serial: Int) -> Report.Goal {
    .init(
      serial: "\(serial)", name: name(of: "行动"),
      actions: (0..<(random.below(2) + 2)).map { _ in action() })
  }

  mutating func report(goals: Int, sections: Int = 2) -> Report {
    var report = Report()
    report.title = "重点民生实事项目完成情况一览表"
    report.sources = [SourceSheet(file: "a.xlsx", sheet: "Sheet1")]
    let numbers = ["一", "二", "三", "四"]
    for section in 0..<sections {
      report.sections.append(
        .init(
          number: numbers[section], name: name(of: "实事"),
          goals: (1...goals).map { goal(serial: $0) }))
    }
    return report
  }
}

extension Report {
  /// The report as edits give it: without addresses and raw texts, shared cells named in order.
  var bare: Report {
    var report = self
    report.sources = []
    report.meta = report.meta.map { MetaEntry(label: $0.label, value: $0.value) }
    var names: [String: String] = [:]
    func strip(_ measure: inout Measure) {
      measure.address = nil
      measure.raw = measure.text
      guard let id = measure.group else { return }
      if names[id] == nil { names[id] = "g\(names.count + 1)" }
      measure.group = names[id]
    }
    for s in report.sections.indices {
      report.sections[s].address = nil
      for g in report.sections[s].goals.indices {
        report.sections[s].goals[g].address = nil
        for a in report.sections[s].goals[g].actions.indices {
          report.sections[s].goals[g].actions[a].address = nil
          for t in report.sections[s].goals[g].actions[a].tasks.indices {
            report.sections[s].goals[g].actions[a].tasks[t].address = nil
            for i in report.sections[s].goals[g].actions[a].tasks[t].indicators.indices {
              let at = ReportRow.Index(section: s, goal: g, action: a, task: t, indicator: i)
              var row = report[at]
              strip(&row.target)
              strip(&row.achieved)
              strip(&row.percent)
              row.unit.address = nil
              row.unit.raw = row.unit.text
              row.lead = TextField(raw: row.lead.text, text: row.lead.text)
              row.support = TextField(raw: row.support.text, text: row.support.text)
              row.remark = TextField(raw: row.remark.text, text: row.remark.text)
              row.extras = row.extras.map {
                ExtraField(header: $0.header, raw: $0.text, text: $0.text)
              }
              row.row = nil
              row.nameAddress = nil
              report[at] = row
            }
          }
        }
      }
    }
    report.groups = report.groups.filter { names[$0.id] != nil }.map { group in
      var group = group
      group.id = names[group.id] ?? group.id
      group.address = nil
      return group
    }.sorted { $0.id < $1.id }
    return report
  }
}
