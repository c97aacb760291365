import Testing

/// A table of a few rows and the findings that it must give.
struct CheckCase: CustomTestStringConvertible, Sendable {
  let name: String
  let lines: String
  let expected: [String]
  var testDescription: String { name }
}

/// The tables for the tests of single rules.
enum CheckCases {
  /// A line out of task, name, unit, target, achieved, percent, lead and remark.
  static func line(
    _ task: String, _ name: String = "", _ unit: String = "个", _ target: String,
    _ achieved: String, _ percent: String, lead: String = "市教育局", remark: String = "",
    serial: String = "1", goal: String = "甲"
  ) -> String {
    ["一", "省", serial, goal, "举措", task, name, unit, target, achieved, percent, lead, remark]
      .joined(separator: "|")
  }

  static func one(
    _ name: String, _ task: String, _ unit: String, _ target: String, _ achieved: String,
    _ percent: String, _ expected: [String], lead: String = "市教育局", remark: String = "",
    own: String = ""
  ) -> CheckCase {
    CheckCase(
      name: name,
      lines: line(task, own, unit, target, achieved, percent, lead: lead, remark: remark),
      expected: expected)
  }

  static let percents: [CheckCase] = [
    one("a slip of a digit", "建6个", "个", "6", "7", "117.66%", ["W PCT_MISMATCH@K1"]),
    one("rounded half up", "建6个", "个", "6", "7", "116.67%", []),
    one("a far mismatch", "建10个", "个", "10", "9", "30%", ["E PCT_MISMATCH@K1"]),
    one("cut off", "建6个", "个", "6", "7", "116.66%", ["I PCT_TRUNCATED@K1"]),
    one(
      "capped", "建100个", "个", "100", "101", "100%",
      ["I PCT_CAPPED@K1", "W PCT_MISMATCH@K1"]),
    one("a bound that is reached", "不低于100个", "个", "不低于100", "101", "100%", []),
    one(
      "words", "建设完成", "个", "完成任务数", "已完成", "100%",
      ["W TARGET_TEXTUAL@I1", "W PCT_UNVERIFIABLE@K1"]),
    one("no percent", "建6个", "个", "6", "6", "", ["W PCT_MISSING@K1"]),
    one("nothing achieved yet", "建6个", "个", "6", "0", "0%", []),
    one(
      "percents of one unit", "达标率90%", "%", "90", "95%", "105.56%",
      ["I PERCENT_IN_VALUE@J1"]),
    one(
      "a count under percent", "覆盖率80%", "%", "80", "155", "100%",
      [
        "I OVERSHOOT_UNEXPLAINED@J1", "E UNIT_CONFLICT@J1", "I PCT_CAPPED@K1",
        "E PCT_MISMATCH@K1",
      ]),
    one("a large count under percent", "设备更新", "%", "2034", "2034", "100%", ["E UNIT_CONFLICT@H1"]),
    one("growth under percent", "增长110%", "%", "110", "121", "110%", []),
    one(
      "a percent under a count", "建50个", "个", "50", "100%", "100%",
      ["I OVERSHOOT_UNEXPLAINED@J1", "E UNIT_CONFLICT@J1", "I PCT_CAPPED@K1", "E PCT_MISMATCH@K1"]),
  ]

  static let completeness: [CheckCase] = [
    one("nothing achieved", "建6个", "个", "6", "", "100%", ["E ACHIEVED_MISSING@J1"]),
    one("no target", "建设", "个", "", "6", "100%", ["E TARGET_MISSING@I1"]),
    one("no lead", "建6个", "个", "6", "6", "100%", ["E LEAD_MISSING@L1"], lead: ""),
    one("no unit", "建6个", "", "6", "6", "100%", ["W UNIT_MISSING@H1"]),
    one("the unit in the value", "建6个", "", "6个", "6个", "100%", []),
    one("not applicable", "建设", "个", "/", "/", "/", []),
  ]

  static let units: [CheckCase] = [
    one(
      "the text in another multiple", "惠及0.5万人", "人", "0.5", "0.5", "100%",
      ["W UNIT_MISMATCH@H1"]),
    one("a multiple of any word", "惠及0.16万家长", "万人", "0.16", "0.16", "100%", []),
    one("the same in another multiple", "惠及0.5万人", "人", "5000", "5000", "100%", []),
    one("the text in another unit", "改造15公里", "个", "15", "15", "100%", ["W UNIT_MISMATCH@H1"]),
    one("words that count", "建设15座", "个", "15", "15", "100%", []),
    one("the text in percent", "达标率95%", "个", "95", "95", "100%", ["E UNIT_CONFLICT@H1"]),
    one(
      "a figure in another multiple", "就业0.21万人", "万人", "0.21", "2522", "120.10%",
      [
        "I OVERSHOOT_UNEXPLAINED@J1", "W UNIT_MISMATCH@J1", "E PCT_MISMATCH@K1",
      ]),
    one(
      "a bound in another unit", "不低于99元/人", "元/月", "不低于99元/人", "99", "100%",
      ["W UNIT_MISMATCH@I1"]),
    one("a bound in the unit of the row", "不低于99元/人", "元/人", "不低于99元/人", "99", "100%", []),
    one("a count that is not whole", "培训", "人", "8.5", "8.5", "100%", ["W UNIT_MISMATCH@H1"]),
    one("a mean that is not whole", "每千人口床位", "张", "7.5", "7.5", "100%", []),
    one("a count under percent", "路灯施工", "%", "158", "158", "100%", ["E UNIT_CONFLICT@H1"]),
    one("people", "培训42名", "人", "42", "42", "100%", []),
  ]

  static let texts: [CheckCase] = [
    one(
      "the text says otherwise", "确保151所学校达标", "所", "3", "3", "100%",
      ["W TEXT_TARGET_DISAGREE@I1"]),
    one("a rating", "新建10千伏线路66千米", "千米", "66", "66", "100%", []),
    one("a share per household", "为全市2251户特困人员家庭每户安装1个报警器", "户", "2251", "2251", "100%", []),
    one("generations of a network", "新建4G/5G基站57个，共享4G/5G基站", "个", "57", "57", "100%", []),
    one("years, dates and ordinals", "2025年12月底前建成第3标段5个", "个", "5", "5", "100%", []),
    one("a range of time", "建设“15分钟”便民圈4个，7×24小时开放", "个", "4", "4", "100%", []),
    one("a number with commas", "补贴1,200人", "人", "1200", "1200", "100%", []),
    one(
      "a clause of its own", "试点县1个，覆盖率达80%", "%", "80", "80", "100%",
      ["I TEXT_TARGET_UNMATCHED@F1"]),
    one("a part of the whole", "建设20个（其中乡镇5个）", "个", "20", "20", "100%", []),
    one("the name has the number", "新建基站，共享基站", "个", "57", "57", "100%", [], own: "新建基站57个"),
    one(
      "the name says otherwise", "新建基站", "个", "57", "57", "100%",
      ["W TEXT_TARGET_DISAGREE@I1"], own: "新建基站75个"),
    one("a bound that is lost", "不少于1550人", "人", "1550", "1550", "100%", ["I BOUND_LOST@I1"]),
    one("a bound that is kept", "不少于1550人", "人", "≥1550", "1550", "100%", []),
    one(
      "a target above the bound of the text", "不少于100人", "人", "120", "120", "100%",
      ["I TEXT_TARGET_UNMATCHED@F1"]),
    one(
      "one of several", "标准分别不低于100元", "元", "100", "100", "100%",
      ["I BOUND_LOST@I1", "W COMPOUND_INCOMPLETE@I1"]),
    one(
      "a bound achieved", "不低于740元", "元", "不低于740元", "不低于740元", "100%",
      ["W ACHIEVED_IS_BOUND@J1"]),
    one("overshoot", "建10个", "个", "10", "13", "130%", ["I OVERSHOOT_UNEXPLAINED@J1"]),
    one("overshoot with a word", "建10个", "个", "10", "13", "130%", [], remark: "新增需求"),
  ]

  static let tables: [CheckCase] = [
    CheckCase(
      name: "the text is the sum of its rows",
      lines: line("培训750人次", "技能", "人次", "480", "480", "100%") + "\n"
        + line("培训750人次", "创业", "人次", "270", "270", "100%"), expected: []),
    CheckCase(
      name: "the text is not the sum of its rows",
      lines: line("培训760人次", "技能", "人次", "480", "480", "100%") + "\n"
        + line("培训760人次", "创业", "人次", "270", "270", "100%"),
      expected: ["W TEXT_TARGET_DISAGREE@I1"]),
    CheckCase(
      name: "a value shared without a merge",
      lines: line("培训750人次", "技能", "人次", "480", "800", "106.67%") + "\n"
        + line("培训750人次", "创业", "人次", "270", "", ""), expected: ["W SHARED_VALUE@J1"]),
    CheckCase(
      name: "a value in the row above its own",
      lines: line("不低于99元/人", "", "元/人", "不低于99元/人", "14.2", "133.71%") + "\n"
        + line("目标10.62万人", "", "万人", "10.62", "", ""),
      expected: [
        "E VALUE_MISALIGNED@J1", "E PCT_MISMATCH@K1", "E ACHIEVED_MISSING@J2", "W PCT_MISSING@K2",
      ]),
    CheckCase(
      name: "two exchanged values",
      lines: line("建40个", "", "个", "40", "60", "100%") + "\n"
        + line("建60台", "", "台", "60", "40", "100%"),
      expected: [
        "I OVERSHOOT_UNEXPLAINED@J1", "E VALUE_MISALIGNED@J1", "I PCT_CAPPED@K1",
        "E PCT_MISMATCH@K1", "E VALUE_MISALIGNED@J2", "E PCT_MISMATCH@K2",
      ]),
    CheckCase(
      name: "a number left out",
      lines: ["1", "2", "4", "5", "6"].map { serial in
        line("建6个", "", "个", "6", "6", "100%", serial: serial, goal: "项目\(serial)")
      }.joined(separator: "\n"), expected: ["W SERIAL_GAP@D3"]),
    CheckCase(
      name: "the rows of one unit hold some numbers only",
      lines: ["3", "7", "12"].map { serial in
        line("建6个", "", "个", "6", "6", "100%", serial: serial, goal: "项目\(serial)")
      }.joined(separator: "\n"), expected: []),
    CheckCase(
      name: "one number for two names",
      lines: [("1", "甲"), ("2", "乙"), ("2", "丙"), ("3", "丁")].map { serial, goal in
        line("建6个", "", "个", "6", "6", "100%", serial: serial, goal: goal)
      }.joined(separator: "\n"), expected: ["E SERIAL_DUPLICATE@D3"]),
    CheckCase(
      name: "numbers that start again",
      lines: [("1", "甲"), ("2", "乙"), ("3", "丙"), ("1", "丁"), ("2", "戊")].map { serial, goal in
        line("建6个", "", "个", "6", "6", "100%", serial: serial, goal: goal)
      }.joined(separator: "\n"), expected: []),
    CheckCase(
      name: "decimals that vary",
      lines: line("建3个", "", "个", "3", "2", "66.67%") + "\n"
        + line("建8个", "", "个", "8", "7", "87.50%") + "\n"
        + line("建8台", "", "台", "8", "5", "62.5%"), expected: ["I PCT_STYLE@K3"]),
    CheckCase(
      name: "a column that nobody filled in is told once",
      lines: (1...5).map { line("建\($0)个", "", "个", "\($0)", "", "") }.joined(separator: "\n"),
      expected: ["E ACHIEVED_MISSING@", "W PCT_MISSING@"]),
    CheckCase(
      name: "spaces inside a name",
      lines: line("建6个", "", "个", "6", "6", "100%", lead: "市卫 健局") + "\n"
        + line("建7个", "", "个", "7", "7", "100%", lead: "市卫 健局"),
      expected: ["I STRAY_SPACE@L1"]),
    CheckCase(
      name: "texts without numbers among texts with numbers",
      lines: (2...6).map { line("建\($0)个", "", "个", "\($0)", "\($0)", "100%") }
        .joined(separator: "\n") + "\n" + line("改善灌溉面积", "", "亩", "1094", "1094", "100%"),
      expected: ["I TEXT_NO_QUANTITY@F6"]),
  ]
}
