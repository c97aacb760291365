import ReportImport
import ReportModel
import Testing

@Suite("Ambiguous headers are decided by what stands below them")
struct AmbiguousHeaderTests {
  @Test("单位 is the lead where organizations stand below it")
  func organizations() throws {
    let imported = try ImportedText.read(
      """
      1|改善教学条件|更新设备|台|10|9|90%|市教育局
      2|保障通行安全|改造危桥|座|4|4|100%|市交通局
      """, header: "序号|项目名称|任务内容|计量单位|目标值|完成值|完成率|单位")
    #expect(
      ImportedText.rows(imported.report) == [
        "||1|改善教学条件||更新设备||台|10|9|90%|市教育局|",
        "||2|保障通行安全||改造危桥||座|4|4|100%|市交通局|",
      ])
  }

  @Test("单位 is the measure where units stand below it, wherever the column is")
  func units() throws {
    let imported = try ImportedText.read(
      """
      市教育局|1|改善教学条件|更新设备|10|台|9|90%
      市交通局|2|保障通行安全|改造危桥|4|座|4|100%
      """, header: "责任单位|序号|项目名称|任务内容|目标值|单位|完成值|完成率")
    #expect(
      ImportedText.rows(imported.report) == [
        "||1|改善教学条件||更新设备||台|10|9|90%|市教育局|",
        "||2|保障通行安全||改造危桥||座|4|4|100%|市交通局|",
      ])
  }

  @Test("目标任务 is the target over numbers and the task over texts")
  func targets() throws {
    let numbers = try ImportedText.read(
      "1|改善教学条件|更新设备|台|10|9|90%|市教育局",
      header: "序号|项目名称|任务内容|单位|目标任务|完成值|完成率|责任单位")
    #expect(
      ImportedText.rows(numbers.report) == ["||1|改善教学条件||更新设备||台|10|9|90%|市教育局|"])
    let texts = try ImportedText.read(
      "1|改善教学条件|更新教学设备10台|台|10|9|90%|市教育局",
      header: "序号|项目名称|目标任务|单位|目标值|完成值|完成率|责任单位")
    #expect(
      ImportedText.rows(texts.report) == ["||1|改善教学条件||更新教学设备10台||台|10|9|90%|市教育局|"])
  }

  @Test("进度 is the result over numbers and the percent over percents")
  func progress() throws {
    let numbers = try ImportedText.read(
      "1|改善教学条件|更新设备|台|10|9|90%|市教育局",
      header: "序号|项目名称|任务内容|单位|目标值|进度|完成率|责任单位")
    #expect(
      ImportedText.rows(numbers.report) == ["||1|改善教学条件||更新设备||台|10|9|90%|市教育局|"])
    let percents = try ImportedText.read(
      "1|改善教学条件|更新设备|台|10|9|90%|市教育局",
      header: "序号|项目名称|任务内容|单位|目标值|完成值|进度|责任单位")
    #expect(
      ImportedText.rows(percents.report) == ["||1|改善教学条件||更新设备||台|10|9|90%|市教育局|"])
  }

  @Test("责任单位 beside 牵头单位 is the support, alone it is the lead")
  func support() throws {
    let report = try ImportedText.read(
      "1|改善教学条件|更新设备|台|10|9|90%|市教育局|市妇联",
      header: "序号|项目名称|任务内容|单位|目标值|完成值|完成率|牵头单位|责任单位"
    ).report
    #expect(report.rows.map(\.indicator.lead.text) == ["市教育局"])
    #expect(report.rows.map(\.indicator.support.text) == ["市妇联"])
  }

  @Test("A row of column marks below the header belongs to it")
  func marks() throws {
    let imported = try ImportedText.read(
      """
      甲|乙|丙|丁|1|2|3=2/1|4
      1|改善教学条件|更新设备|台|10|9|90%|市教育局
      """, header: "序号|项目名称|任务内容|单位|目标值|完成值|完成率|责任单位")
    #expect(
      ImportedText.rows(imported.report) == ["||1|改善教学条件||更新设备||台|10|9|90%|市教育局|"])
    #expect(ImportedText.findings(imported, "ROW_UNREAD").isEmpty)
  }
}
