import Foundation
import ReportModel
import Spreadsheet

/// A small report with a little of everything, made in code.
enum TidySampleReport {
  static func measure(
    _ text: String, _ value: Value, raw: String? = nil, group: String? = nil, at cell: String
  ) -> Measure {
    Measure(
      raw: raw ?? text, text: text, value: value, group: group, address: address(cell))
  }

  static func address(_ text: String) -> CellAddress? {
    CellRange(text).map { CellAddress(source: 0, range: $0) }
  }

  static func number(_ text: String) -> Decimal { Decimal(string: text) ?? .nan }

  static func indicator(
    _ name: String? = nil, unit: String, _ target: Measure, _ achieved: Measure, _ percent: Measure,
    lead: String, row: Int
  ) -> Report.Indicator {
    var indicator = Report.Indicator(name: name)
    if name != nil { indicator.nameAddress = address("E\(row)") }
    let scale: Decimal = unit.hasPrefix("万") ? 10000 : 1
    let base = unit.hasPrefix("万") ? String(unit.dropFirst()) : unit
    indicator.unit = UnitField(
      raw: unit, text: unit,
      unit: Unit(canonical: unit, dimension: base, base: base, scale: scale),
      address: address("F\(row)"))
    indicator.target = target
    indicator.achieved = achieved
    indicator.percent = percent
    indicator.lead = TextField(raw: lead, text: lead, address: address("J\(row)"))
    indicator.row = address("A\(row):K\(row)")
    return indicator
  }

  static func make() -> Report {
    var report = Report()
    report.title = "2025年洪江市重点民生实事项目完成情况一览表"
    report.attachment = "附件"
    report.region = "洪江市"
    report.year = 2025
    report.submittingUnit = "市人社局"
    report.meta = [
      MetaEntry(label: "填报单位", value: "市人社局", address: address("A2"))
    ]
    report.extraColumns = ["完成时限"]
    report.sources = [SourceSheet(file: "a.xlsx", sheet: "Sheet1")]
    report.groups = [
      Report.Group(
        id: "g1", size: 2, fields: [.achieved, .percent], evidence: .merge,
        address: address("H6:H7"))
    ]
    var parents = indicator(
      "惠及家长数量", unit: "万人", measure("0.16", .number(number("0.16")), at: "G5"),
      measure("0.227", .number(number("0.227")), at: "H5"),
      measure("144.88%", .percent(number("144.88")), at: "I5"), lead: "市妇联", row: 5)
    parents.extras = [
      ExtraField(header: "完成时限", raw: "12月底", text: "12月底", address: address("L5"))
    ]
    parents.remark = TextField(raw: "/", text: "", address: address("K5"))
    parents.support = TextField(raw: "市 教育局", text: "市教育局", address: address("M5"))
    let skills = indicator(
      "职业技能", unit: "人次", measure("480", .number(480), at: "G6"),
      measure("1641", .number(1641), raw: "1,641", group: "g1", at: "H6"),
      measure("218.8%", .percent(number("218.8")), group: "g1", at: "I6"), lead: "市人社局", row: 6)
    let training = indicator(
      "创业培训", unit: "人次", measure("270", .number(270), at: "G7"),
      Measure(group: "g1", address: address("H6:H7")),
      Measure(group: "g1", address: address("I6:I7")), lead: "市人社局", row: 7)
    let subsidy = indicator(
      unit: "元/月",
      measure(
        "分别不低于740元/月和485元/月",
        .compound([.bound(.atLeast, 740, unit: "元/月"), .bound(.atLeast, 485, unit: "元/月")]),
        at: "G9"),
      measure(
        "分别不低于740元/月和486元/月",
        .compound([.bound(.atLeast, 740, unit: "元/月"), .bound(.atLeast, 486, unit: nil)]), at: "H9"),
      measure("100%", .percent(100), at: "I9"), lead: "市民政局", row: 9)
    let words = indicator(
      "公立医院1个", unit: "个", measure("完成任务数", .text("完成任务数", .asTask), at: "G10"),
      measure("已完成", .text("已完成", .done), at: "H10"), measure("100%", .percent(100), at: "I10"),
      lead: "市人社局", row: 10)
    report.sections = [
      .init(
        number: "一", name: "省重点民生实事项目", address: address("A4:K4"),
        goals: [
          .init(
            serial: "1", name: "促进教育高质量发展", address: address("B5:B7"),
            actions: [
              .init(
                name: "实施“向阳花”行动", address: address("C5"),
                tasks: [
                  .init(name: "惠及0.16万家长", address: address("D5"), indicators: [parents]),
                  .init(
                    name: "开展培训750人次", address: address("D6:D7"),
                    indicators: [skills, training]),
                ])
            ])
        ]),
      .init(
        number: "二", name: "市重点民生实事项目", address: address("A8:K8"),
        goals: [
          .init(
            serial: nil, name: "提升救助水平",
            actions: [
              .init(
                name: nil,
                tasks: [
                  .init(name: "低保标准", indicators: [subsidy]),
                  .init(name: "社保卡", indicators: [words]),
                ])
            ])
        ]),
    ]
    return report
  }
}
