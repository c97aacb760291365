import ReportDiff
import ReportMatching
import ReportModel
import Testing

/// Real changes, spelled `kind field old -> new @ old path => new path`; nodes by their last name.
func changes(_ old: Report, _ new: Report, level: ReportChange.Level = .change) -> [String] {
  ReportDiffer().compare(old, new).changes.filter { $0.level == level }.map(spelled)
}

private func spelled(_ change: ReportChange) -> String {
  func last(_ path: [String?]?) -> String {
    path.map { names in names.compactMap(\.self).last ?? "-" } ?? ""
  }
  var text = change.kind.rawValue
  if let field = change.field, field != change.kind.rawValue { text += " \(field)" }
  if change.old != nil || change.new != nil {
    text += " \(change.old ?? "nil") -> \(change.new ?? "nil")"
  }
  let one = last(change.oldPath)
  let other = last(change.newPath)
  text += one == other ? " @ \(one)" : " @ \(one) => \(other)"
  if change.rows != 1 { text += " rows \(change.rows)" }
  return text
}

@Suite("What is a change, what is info, what is noise")
struct ReportDifferTests {
  let plan = """
    一、省重点 > 1、教育 > 更新设备 > 配置电脑2034台 > - | 台 | 2034 | 2034 | 100% | 市教育局
    一、省重点 > 1、教育 > 更新设备 > 建设考室6个 > - | 个 | 6 | 6 | 100% | 市教育局
    一、省重点 > 1、教育 > 家庭教育 > 开展活动40场 > 线上线下 | 场次 | 40 | 40 | 100.00% | 市妇联
    一、省重点 > 1、教育 > 家庭教育 > 开展活动40场 > 家长数量 | 万人 | 0.16 | 0.227 | 144.88% | 市妇联
    一、省重点 > 2、就业 > 创业带动就业 > 开展培训750人次 > 职业技能 | 人次 | 480 | 1641{g1} | 218.8%{g1} | 市人社局
    一、省重点 > 2、就业 > 创业带动就业 > 开展培训750人次 > 创业培训 | 人次 | 270 | {g1} | {g1} | 市人社局
    一、省重点 > 2、就业 > 创业带动就业 > 发放贷款2100万元 > - | 万元 | 2100 | 3120 | 124.8% | 市人社局
    一、省重点 > 3、健康 > 公共卫生 > 经费不低于99元 > - | 元/人 | 不低于99元/人 | 14.2 | 133.70% | 市卫健局
    二、市重点 > 1、公路 > 改造危桥 > 改造农村公路危桥4座 > - | 座 | 4 | 4 | 100% | 市交通局
    二、市重点 > 2、电网 > 电网改造 > 新建配变3台 > - | 台 | 3 | 3 | 100% | 供电公司
    二、市重点 > 2、电网 > 电网改造 > 新建线路66千米 > - | 千米 | 66 | 66 | 100% | 供电公司
    """

  private func changes(_ edits: (String, String)..., level: ReportChange.Level = .change)
    -> [String]
  {
    var other = plan
    for (one, two) in edits {
      #expect(other.contains(one))
      other = other.replacing(one, with: two)
    }
    return ReportDiffTests.changes(report(plan), report(other), level: level)
  }

  @Test("A report does not differ from itself")
  func nothing() {
    #expect(ReportDiffer().compare(report(plan), report(plan)).changes == [])
  }

  // MARK: Changes

  @Test("A value, with its difference and both addresses")
  func value() throws {
    let other = plan.replacing("| 2100 | 3120 | 124.8% |", with: "| 2100 | 3150 | 150% |")
    let found = ReportDiffer().compare(report(plan), report(other, file: "b.xlsx")).changes
    try #require(found.count == 2)
    #expect(found[0].kind == .value)
    #expect(found[0].field == "achieved")
    #expect(found[0].old == "3120")
    #expect(found[0].new == "3150")
    #expect(found[0].delta == "30")
    #expect(found[0].oldPath == ["省重点", "就业", "创业带动就业", "发放贷款2100万元", nil])
    #expect(found[0].oldAddress?.description == "a.xlsx!Sheet1!H9")
    #expect(found[0].newAddress?.description == "b.xlsx!Sheet1!H9")
    #expect(found[1].field == "percent")
    #expect(found[1].delta == "25.2")
  }

  @Test(
    "What differs in the least is a change",
    arguments: [
      ("| 144.88% |", "| 144.87% |", "value percent 144.88% -> 144.87% @ 家长数量"),
      ("| 66 | 66 |", "| 66 | 0 |", "value achieved 66 -> 0 @ 新建线路66千米"),
      ("| 66 | 66 |", "| 66 |  |", "value achieved 66 -> nil @ 新建线路66千米"),
      ("| 66 | 66 |", "| 66 | / |", "value achieved 66 -> nil @ 新建线路66千米"),
      ("不低于99元/人", "99", "value target 不低于99元/人 -> 99 @ 经费不低于99元"),
      ("| 4 | 4 |", "| ≥4 | 4 |", "value target 4 -> ≥4 @ 改造农村公路危桥4座"),
      ("| 4 | 4 |", "| 4 | 已完成 |", "value achieved 4 -> 已完成 @ 改造农村公路危桥4座"),
      ("| 台 | 3 ", "| 套 | 3 ", "unit 台 -> 套 @ 新建配变3台"),
      ("| 市妇联", "| 市残联", "lead 市妇联 -> 市残联 @ 开展活动40场 rows 2"),
      ("66 | 100% | 供电公司", "66 | 100% | 供电公司 | 提前完成", "value remark nil -> 提前完成 @ 新建线路66千米"),
      (
        "改造农村公路危桥4座", "改造农村公路危旧桥梁4座",
        "rename name 改造农村公路危桥4座 -> 改造农村公路危旧桥梁4座 @ 改造农村公路危桥4座 => 改造农村公路危旧桥梁4座"
      ),
      ("二、市重点", "二、市级实事", "section_rename name 市重点 -> 市级实事 @ 市重点 => 市级实事 rows 3"),
    ])
  func oneChange(old: String, new: String, expected: String) {
    #expect(changes((old, new)) == [expected])
  }

  @Test("A renamed node whose figures also changed is a rename and a value change")
  func renameAndValue() {
    #expect(
      changes(("改造农村公路危桥4座 > - | 座 | 4 |", "改造农村公路危旧桥梁5座 > - | 座 | 5 |")) == [
        "rename name 改造农村公路危桥4座 -> 改造农村公路危旧桥梁5座 @ 改造农村公路危桥4座 => 改造农村公路危旧桥梁5座",
        "value target 4 -> 5 @ 改造农村公路危桥4座 => 改造农村公路危旧桥梁5座",
      ])
  }

  @Test("A lead that changes in all rows of a goal is one change at the goal")
  func leadOfGoal() {
    #expect(
      changes(("市人社局", "市就业局")) == ["lead 市人社局 -> 市就业局 @ 创业带动就业 rows 3"])
    #expect(
      changes(("| 市教育局", "| 市数据局"), ("| 市妇联", "| 市数据局")) == [
        "lead 市教育局 -> 市数据局 @ 更新设备 rows 2", "lead 市妇联 -> 市数据局 @ 开展活动40场 rows 2",
      ])
  }

  @Test("A lead that changes in one row of several is told at that row")
  func leadOfRow() {
    #expect(
      changes(("3 | 100% | 供电公司", "3 | 100% | 市发改局")) == ["lead 供电公司 -> 市发改局 @ 新建配变3台"])
  }

  @Test("A deleted or added goal is one change")
  func goals() {
    let lines = plan.split(separator: "\n").map(String.init)
    let shorter = (lines[0...3] + lines[7...]).joined(separator: "\n")
    #expect(
      ReportDiffTests.changes(report(plan), report(shorter)) == ["delete @ 就业 =>  rows 3"])
    #expect(ReportDiffTests.changes(report(shorter), report(plan)) == ["add @  => 就业 rows 3"])
  }

  @Test("A moved subtree is one move, and what differs in it a change of its own")
  func moved() {
    let lines = plan.split(separator: "\n").map(String.init)
    var other = lines
    other.remove(at: 8)
    other.insert(
      lines[8].replacing("二、市重点 > 1、公路", with: "一、省重点 > 3、健康")
        .replacing("| 4 | 4 | 100% | 市交通局", with: "| 4 | 3 | 100% | 市卫健局"), at: 8)
    #expect(
      ReportDiffTests.changes(report(plan), report(other.joined(separator: "\n"))) == [
        "move @ 改造危桥", "value achieved 4 -> 3 @ 改造农村公路危桥4座",
        "lead 市交通局 -> 市卫健局 @ 改造农村公路危桥4座", "delete @ 公路 =>  rows 0",
      ])
  }

  @Test("Siblings in another order are told by as few as explain it")
  func reordered() {
    let lines = plan.split(separator: "\n").map(String.init)
    let other = (lines[7...7] + lines[0...6] + lines[8...]).joined(separator: "\n")
    #expect(ReportDiffTests.changes(report(plan), report(other)) == ["reorder @ 健康"])
  }

  @Test("A shared value that is split changes every member")
  func split() {
    let found = changes(
      ("1641{g1} | 218.8%{g1}", "941 | 196.04%"), ("270 | {g1} | {g1}", "270 | 700 | 259.26%"))
    #expect(
      found == [
        "value achieved 1641 -> 941 @ 职业技能", "value percent 218.8% -> 196.04% @ 职业技能",
        "value achieved 1641 -> 700 @ 创业培训", "value percent 218.8% -> 259.26% @ 创业培训",
      ])
  }

  @Test("A shared value that stays shared changes once")
  func shared() {
    #expect(changes(("1641{g1}", "1700{g1}")) == ["value achieved 1641 -> 1700 @ 职业技能 rows 2"])
  }

  @Test("A column added or removed is one change")
  func columns() {
    let old = report(plan)
    let new = report(
      plan.replacing("| 4 | 4 | 100% | 市交通局", with: "| 4 | 4 | 100% | 市交通局 | | 12月底"),
      columns: ["完成时限"])
    #expect(ReportDiffTests.changes(old, new) == ["column_add 完成时限 @ "])
    #expect(ReportDiffTests.changes(new, old) == ["column_delete 完成时限 @ "])
  }

  @Test("A value of a further column is a change under its header")
  func extraColumn() {
    let line = "省 > 路 > 建 > 修路 > - | 公里 | 1 | 1 | 100% | 市交通局 | | 12月底 | 1,000"
    let columns = ["完成时限", "投资额"]
    #expect(
      ReportDiffTests.changes(
        report(line, columns: columns),
        report(line.replacing("12月底", with: "6月底"), columns: columns))
        == ["value 完成时限 12月底 -> 6月底 @ 修路"])
    #expect(
      ReportDiffTests.changes(
        report(line, columns: columns),
        report(line.replacing("1,000", with: "1000.0"), columns: columns)) == [])
  }

  @Test("A unit that is no rescaling is the change, and the figures are compared as written")
  func unit() {
    #expect(
      changes(("| 万人 | 0.16 | 0.227", "| 人 | 0.16 | 0.3")) == [
        "unit 万人 -> 人 @ 家长数量", "value achieved 0.227 -> 0.3 @ 家长数量",
      ])
  }

  @Test("A rescaled row tells only the measure that does not agree")
  func rescaled() {
    #expect(changes(("| 万人 | 0.16 | 0.227", "| 人 | 1600 | 2270")) == [])
    #expect(
      changes(("| 万人 | 0.16 | 0.227", "| 人 | 1600 | 2300"))
        == ["value achieved 0.227 -> 2300 @ 家长数量"])
    #expect(
      changes(("| 万人 | 0.16 | 0.227", "| 人 | 1600 | 2270"), level: .info)
        == ["unit 万人 -> 人 @ 家长数量"])
  }

  // MARK: Info

  @Test(
    "What is only written otherwise is info",
    arguments: [
      ("不低于99元/人", "≥99元/人", "value target 不低于99元/人 -> ≥99元/人 @ 经费不低于99元"),
      ("| 千米 |", "| 公里 |", "unit 千米 -> 公里 @ 新建线路66千米"),
      ("3 | 100% | 供电公司", "3 | 100% | 供电公司 | /", "value remark nil -> / @ 新建配变3台"),
      ("3、健康", "5、健康", "value goal_no 3 -> 5 @ 健康"),
      ("| 市妇联", "| 妇联", "lead 市妇联 -> 妇联 @ 开展活动40场 rows 2"),
    ])
  func info(old: String, new: String, expected: String) {
    #expect(changes((old, new)) == [])
    #expect(changes((old, new), level: .info) == [expected])
  }

  @Test("A shared cell that is no longer merged, its value in the first row, is info")
  func unmerged() {
    #expect(
      changes(("1641{g1} | 218.8%{g1}", "1641 | 218.8%"), ("270 | {g1} | {g1}", "270 | |")) == [])
  }

  // MARK: Noise

  @Test(
    "Noise is not shown at all",
    arguments: [
      ("配置电脑2034台", "配置 电脑 2034 台"), ("| 100.00% |", "| 100% |"), ("| 100% |", "| 100.0％ |"),
      ("| 2100 |", "| 2,100 |"), ("| 2100 |", "| 2100.00 |"), ("| 2100 |", "| ２１００ |"),
      ("市卫健局", "市卫 健局"), ("经费不低于99元", "经费不低于99元。"), ("| 供电公司", "| 供电\u{3000}公司"),
    ])
  func noise(old: String, new: String) {
    #expect(changes((old, new)) == [])
    #expect(changes((old, new), level: .info) == [])
  }

  @Test("A circled number is not a digit")
  func circled() {
    let line = "省 > 路 > 建 > 修路 > - | 公里 | 1 | 1 | 100% | 市交通局 | "
    #expect(
      ReportDiffTests.changes(report(line + "完成①2所"), report(line + "完成12所"))
        == ["value remark 完成①2所 -> 完成12所 @ 修路"])
  }
}
