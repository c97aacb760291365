import ReportImport
import ReportModel
import Testing

@Suite("The sample tables are understood")
struct SampleReportTests {
  @Test("The printed table has 2 sections, 17 goals, 28 actions, 40 tasks and 47 indicators")
  func counts() throws {
    let imported = try ImportedText.sample("livelihood-2025.xlsx")
    #expect(ImportedText.counts(imported.report) == [2, 17, 28, 40, 47])
    #expect(imported.report.title == "2025年洪江市重点民生实事项目完成情况一览表")
    #expect(imported.report.attachment == "附件")
    #expect(imported.report.year == 2025)
    #expect(imported.report.region == "洪江市")
  }

  @Test("A value over two indicators stands in the first of them and makes a group")
  func sharedValue() throws {
    let report = try ImportedText.sample("livelihood-2025.xlsx").report
    let rows = ImportedText.rows(report).filter { $0.contains("推动创业带动就业") }
    #expect(
      rows == [
        "一|省重点民生实事项目|2|促进高质量充分就业|推动创业带动就业|开展职业技能和创业培训750人次|职业技能|人次|480|1641|218.8%|市人社局|",
        "一|省重点民生实事项目|2|促进高质量充分就业|推动创业带动就业|开展职业技能和创业培训750人次|创业培训|人次|270|||市人社局|",
        "一|省重点民生实事项目|2|促进高质量充分就业|推动创业带动就业|新发放创业担保贷款2100万元||万元|2100|3120|124.8%|市人社局|",
      ])
    #expect(report.groups.map(\.id) == ["g1"])
    #expect(report.groups.first?.fields == [.achieved, .percent])
    #expect(report.location(of: report.groups.first?.address).range?.description == "H12:H13")
  }

  @Test("Rows one column to the left are put back and told")
  func shiftedRows() throws {
    let imported = try ImportedText.sample("livelihood-2025.xlsx")
    let rows = ImportedText.rows(imported.report).filter { $0.contains("改造农村公路危桥") }
    #expect(
      rows == [
        "二|市重点民生实事项目|3|保障道路通行安全|改造农村公路危桥|改造农村公路危桥4座||座|4|4|100%|市交通局|"
      ])
    let shifted = imported.findings.filter { $0.code == "ROWS_SHIFTED" }
    #expect(
      shifted.map { $0.location.range?.description } == [
        "E58:H58", "E59:H59", "E60:H60", "E61:H61", "E62:H62",
      ])
  }

  @Test(
    "Plans and submissions are read whatever their layout",
    arguments: [
      ("livelihood-2025-rev2.xlsx", [2, 17, 28, 41, 48]), ("plan/plan.xlsx", [2, 17, 28, 40, 47]),
      ("plan/submissions/市妇联.xlsx", [1, 1, 1, 1, 2]),
      ("plan/submissions/市教育局.xlsx", [2, 17, 28, 40, 47]),
      ("plan/submissions/两家汇总.xlsx", [1, 2, 2, 2, 2]),
      ("plan/submissions/市民政局.xlsx", [1, 2, 2, 5, 5]),
    ])
  func submissions(path: String, counts: [Int]) throws {
    #expect(ImportedText.counts(try ImportedText.sample(path).report) == counts)
  }

  @Test("Several label lines in one cell are told apart")
  func labelLines() throws {
    let report = try ImportedText.sample("plan/submissions/市妇联.xlsx").report
    #expect(report.meta.map { "\($0.label)=\($0.value)" } == ["填报单位=市妇联", "模板版本=2025-Q4"])
    #expect(report.submittingUnit == "市妇联")
    #expect(report.templateVersion == "2025-Q4")
  }
}
