import ReportDiff
import ReportModel
import ReportRender
import Testing

@Suite("Differences as text and Markdown")
struct DiffTextTests {
  @Test("The text names the changes by section and goal, old and new below each other")
  func text() {
    #expect(
      DiffText().text(of: DiffSamples.comparison) == """
        10处变化：数值 6、牵头单位 1、改名 1、新增 1、删除 1；另有1处仅写法不同

        省重点
          教育
            更新设备 › 配置电脑2034台
              已完成数  2034 → 2040  (+6)  Sheet1!H3
              占任务数  100% → 100.29%  (+0.29)  Sheet1!I3
            更新设备 › 建设考室6个
              删除      (1项指标)  Sheet1!D4
          就业
            开展培训750人次 › 职业技能
              已完成数    1641 → 941  (-700)  Sheet1!H5 → Sheet1!H4
              占任务数  218.8% → 196%  (-22.8)  Sheet1!I5 → Sheet1!I4
            开展培训750人次 › 创业培训
              已完成数    1641 → 700  (-941)  Sheet1!H5
              占任务数  218.8% → 259%  (+40.2)  Sheet1!I5
            创业带动就业 › 建设驿站2个
              新增      (1项指标)  Sheet1!D7

        市重点
          公路
            改造危桥 › 改造农村公路危旧桥梁4座
              改名          改造农村公路危桥4座 → 改造农村公路危旧桥梁4座  (相似度0.82)  Sheet1!D8
              牵头责任单位  市交通局 → 市公路局  Sheet1!J8

        """)
  }

  @Test("In English")
  func english() {
    let text = DiffText(language: .en).text(of: DiffSamples.comparison)
    #expect(
      text.hasPrefix(
        "10 changes: value 6, lead 1, rename 1, added 1, deleted 1; 1 difference only in form\n"))
  }

  @Test("Colour is escape sequences only where it is asked for")
  func color() {
    let comparison = DiffSamples.comparison
    #expect(!DiffText().text(of: comparison).contains("\u{1B}"))
    #expect(DiffText(isColored: true).text(of: comparison).contains("\u{1B}[32m2040\u{1B}[0m"))
  }

  @Test("Control characters of the tables never reach a terminal")
  func controls() {
    var other = DiffSamples.old
    other.sections[0].goals[0].name = "\u{1B}[2J教\u{202E}育\u{7}提升"
    let text = DiffText().text(of: ReportDiffer().compare(DiffSamples.old, other))
    #expect(text.contains(#"\u{1b}[2J教\u{202e}育\u{7}提升"#))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("Without changes there is one line")
  func nothing() {
    #expect(
      DiffText().text(of: ReportDiffer().compare(DiffSamples.old, DiffSamples.old)) == "无实质变化\n")
  }

  @Test("Markdown shows the texts as they are")
  func markdown() {
    let text = DiffMarkdown().text(of: DiffSamples.comparison)
    #expect(
      text.contains(
        "| 更新设备 › 配置电脑2034台 | 已完成数 | 2034 | 2040 | \\+6 | old.xlsx\\!Sheet1\\!H3 → new.xlsx\\!Sheet1\\!H3 |"
      ))
    var other = DiffSamples.old
    other.sections[0].goals[0].actions[0].tasks[0].indicators[0].remark.text = "a|b <i>*x*</i>"
    #expect(
      DiffMarkdown().text(of: ReportDiffer().compare(DiffSamples.old, other))
        .contains("a\\|b &lt;i\\>\\*x\\*&lt;/i\\>"))
  }
}
