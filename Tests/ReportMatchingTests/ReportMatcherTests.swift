import ReportMatching
import ReportModel
import Testing

@Suite("Matching two reports")
struct ReportMatcherTests {
  /// The pairs whose names or parents differ, spelled `old -> new`, with `moved` where parents do.
  private func findings(_ old: String, _ new: String) -> [String] {
    let matching = ReportMatcher().match(report(old), report(new))
    let mirror = ReportMatcher().match(report(new), report(old))
    for node in matching.left.nodes.indices {
      if let partner = matching.partner(ofLeft: node) {
        #expect(mirror.partner(ofLeft: partner) == node)
        #expect(mirror.score(ofLeft: partner) == matching.score(ofLeft: node))
      }
    }
    var found: [String] = []
    for node in matching.left.nodes.indices.dropFirst() {
      let name = matching.left.nodes[node].name ?? "-"
      guard let partner = matching.partner(ofLeft: node) else {
        found.append("\(name) -> nothing")
        continue
      }
      let other = matching.right.nodes[partner].name ?? "-"
      if matching.isMoved(left: node) { found.append("\(name) -> \(other) moved") }
      if name != other { found.append("\(name) -> \(other)") }
    }
    for node in matching.right.nodes.indices.dropFirst()
    where matching.partner(ofRight: node) == nil {
      found.append("nothing -> \(matching.right.nodes[node].name ?? "-")")
    }
    return found
  }

  private let plan = """
    一、省重点 > 1、教育 > 更新设备 > 配置电脑2034台 > - | 台 | 2034 | 2034 | 100% | 市教育局
    一、省重点 > 1、教育 > 更新设备 > 建设考室6个 > - | 个 | 6 | 6 | 100% | 市教育局
    一、省重点 > 2、就业 > 统筹就业 > 新增就业 > 城镇 | 万人 | 0.21 | 0.2522 | 120.10% | 市人社局
    一、省重点 > 2、就业 > 统筹就业 > 新增就业 > 脱贫 | 万人 | 2.02 | 2.4056 | 119.09% | 市人社局
    二、市重点 > 1、公路 > 改造危桥 > 改造农村公路危桥4座 > - | 座 | 4 | 4 | 100% | 市交通局
    二、市重点 > 2、电网 > 电网改造 > 新建配变3台 > - | 台 | 3 | 3 | 100% | 供电公司
    """

  @Test("A report matches itself")
  func same() {
    #expect(findings(plan, plan) == [])
  }

  @Test("White space and full-width forms make no other name")
  func noise() {
    let other = plan.replacing("配置电脑2034台", with: "配置 电脑 ２０３４台")
      .replacing("一、省", with: "三、省")
    #expect(findings(plan, other) == ["配置电脑2034台 -> 配置 电脑 ２０３４台"])
    let matching = ReportMatcher().match(report(plan), report(other))
    #expect(matching.left.nodes.indices.allSatisfy { matching.score(ofLeft: $0) == nil })
  }

  @Test("A renamed row is known by its name and figures, its score below one")
  func renamed() {
    let other = plan.replacing("改造农村公路危桥4座", with: "改造农村公路危旧桥梁5座")
      .replacing("| 座 | 4 | 4 |", with: "| 座 | 5 | 4 |")
    #expect(findings(plan, other) == ["改造农村公路危桥4座 -> 改造农村公路危旧桥梁5座"])
    let matching = ReportMatcher().match(report(plan), report(other))
    #expect(matching.left.nodes.indices.contains { matching.score(ofLeft: $0) ?? 1 < 1 })
  }

  @Test("A renamed parent is known by the names below it")
  func renamedParent() {
    let other = plan.replacing("就业 > 统筹就业", with: "劳动者权益 > 完善公共服务")
    #expect(
      findings(plan, other) == ["就业 -> 劳动者权益", "统筹就业 -> 完善公共服务"])
  }

  @Test("A name that is unique elsewhere has moved, with all below it")
  func moved() {
    let other = """
      一、省重点 > 1、教育 > 更新设备 > 配置电脑2034台 > - | 台 | 2034 | 2034 | 100% | 市教育局
      一、省重点 > 2、就业 > 统筹就业 > 新增就业 > 城镇 | 万人 | 0.21 | 0.2522 | 120.10% | 市人社局
      一、省重点 > 2、就业 > 统筹就业 > 新增就业 > 脱贫 | 万人 | 2.02 | 2.4056 | 119.09% | 市人社局
      一、省重点 > 2、就业 > 统筹就业 > 建设考室6个 > - | 个 | 6 | 6 | 100% | 市教育局
      一、省重点 > 3、电网 > 电网改造 > 新建配变3台 > - | 台 | 3 | 3 | 100% | 供电公司
      二、市重点 > 1、公路 > 改造危桥 > 改造农村公路危桥4座 > - | 座 | 4 | 4 | 100% | 市交通局
      """
    #expect(findings(plan, other) == ["电网 -> 电网 moved", "建设考室6个 -> 建设考室6个 moved"])
  }

  @Test("Numbered lots: exact comes before fuzzy, and other numbers are other lots")
  func lots() {
    func lots(_ numbers: [Int]) -> String {
      numbers.map {
        "省 > 公路 > 新建 > 高速公路第\($0)标段 > - | 公里 | \($0 * 3) | \($0) | 33.33% | 市交通局"
      }.joined(separator: "\n")
    }
    #expect(
      findings(lots([1, 2, 3, 4, 5]), lots([1, 3, 4, 5, 21]))
        == ["高速公路第2标段 -> nothing", "- -> nothing", "nothing -> 高速公路第21标段", "nothing -> -"])
  }

  @Test("Equal names below one parent are told apart by what they hold")
  func equalNames() {
    let old = """
      省 > 1、道路 > 新建 > 甲 > - | 公里 | 1 | 1 | 100% | 市交通局
      省 > 2、道路 > 新建 > 乙 > - | 公里 | 2 | 2 | 100% | 市交通局
      """
    let new = """
      省 > 3、道路 > 新建 > 乙 > - | 公里 | 2 | 2 | 100% | 市交通局
      省 > 4、道路 > 新建 > 甲 > - | 公里 | 1 | 1 | 100% | 市交通局
      """
    #expect(findings(old, new) == [])
  }

  @Test("Equal names below other parents stay where they are")
  func equalNamesElsewhere() {
    let old = """
      省 > 道路 > 新建 > 购置设备 > - | 台 | 5 | 1 | 20% | 市交通局
      省 > 学校 > 新建 > 购置设备 > - | 台 | 7 | 2 | 28.57% | 市教育局
      省 > 医院 > 新建 > 购置设备 > - | 台 | 9 | 3 | 33.33% | 市卫健局
      """
    let new = """
      省 > 学校 > 新建 > 购置设备 > - | 台 | 9 | 3 | 33.33% | 市教育局
      省 > 医院 > 新建 > 购置设备 > - | 台 | 5 | 1 | 20% | 市卫健局
      """
    #expect(
      findings(old, new)
        == ["道路 -> nothing", "新建 -> nothing", "购置设备 -> nothing", "- -> nothing"])
  }

  @Test("Rows without a name are told apart by unit and target")
  func unnamedRows() {
    let old = """
      省 > 就业 > 培训 > 开展培训 > - | 人次 | 480 | 1 | 2% | 市人社局
      省 > 就业 > 培训 > 开展培训 > - | 场次 | 27 | 3 | 4% | 市人社局
      省 > 就业 > 培训 > 开展培训 > - | 万元 | 99 | 5 | 6% | 市人社局
      """
    let new = """
      省 > 就业 > 培训 > 开展培训 > - | 万元 | 99 | 7 | 7% | 市人社局
      省 > 就业 > 培训 > 开展培训 > - | 人次 | 480 | 2 | 3% | 市人社局
      """
    let matching = ReportMatcher().match(report(old), report(new))
    #expect(matching.partner(ofLeftRow: 0) == 1)
    #expect(matching.partner(ofLeftRow: 1) == nil)
    #expect(matching.partner(ofLeftRow: 2) == 0)
  }

  @Test("A row that gets a name of its own below its task is the same row")
  func namedRow() {
    let other = plan.replacing("新建配变3台 > -", with: "新建配变3台 > 配变")
    #expect(findings(plan, other) == ["- -> 配变"])
  }

  @Test("Sections are matched by name, then by content")
  func sections() {
    let other = plan.replacing("一、省重点", with: "一、国家和省级任务")
    #expect(findings(plan, other) == ["省重点 -> 国家和省级任务"])
  }

  @Test("A level that only one side has takes no part")
  func absentLevel() {
    let old = """
      省 > 教育 > 设备 > 电脑 > - | 台 | 1 | 1 | 100% | 甲
      省 > 教育 > 校舍 > 考室 > - | 个 | 2 | 2 | 100% | 甲
      """
    let new = """
      省 > 教育 > - > 电脑 > - | 台 | 1 | 1 | 100% | 甲
      省 > 教育 > - > 考室 > - | 个 | 2 | 2 | 100% | 甲
      """
    #expect(findings(old, new) == [])
  }

  @Test("A replaced row with other words and figures is another row")
  func replaced() {
    let other = plan.replacing(
      "新建配变3台 > - | 台 | 3 | 3 | 100% |", with: "硬化村道 > - | 公里 | 20 | 8 | 40% |")
    #expect(
      findings(plan, other).contains("新建配变3台 -> nothing"))
  }
}
