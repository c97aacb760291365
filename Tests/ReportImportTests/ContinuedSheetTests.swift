import ReportImport
import ReportModel
import Spreadsheet
import Testing

@Suite("Sheets that go on without a header")
struct ContinuedSheetTests {
  private static let first = """
    \(ImportedText.header)
    1|改善教学条件|实施工程|更新设备||台|10|9|90%|市教育局|
    """

  private func read(
    _ second: String, profile: Profile = .standard
  ) throws -> ImportedReport {
    var workbook = Workbook.sketch(Self.first, name: "第1页")
    workbook.sheets += Workbook.sketch(second, name: "第2页").sheets
    return try ReportImporter(profile: profile).importReport(from: workbook, file: "a.xlsx")
  }

  @Test("Rows with units and figures in their columns are read, groups go on, and it is told")
  func continued() throws {
    let imported = try read(
      "||||更新教材|册|500|500|100%||\n2|保障通行安全|改造危桥|改造危桥4座||座|4|3|75%|市交通局|")
    #expect(
      ImportedText.rows(imported.report) == [
        "||1|改善教学条件|实施工程|更新设备||台|10|9|90%|市教育局|",
        "||1|改善教学条件|实施工程|更新设备|更新教材|册|500|500|100%|市教育局|",
        "||2|保障通行安全|改造危桥|改造危桥4座||座|4|3|75%|市交通局|",
      ])
    #expect(
      ImportedText.findings(imported, "HEADER_MISSING", "SHEET_SKIPPED") == [
        "a.xlsx!第2页: warning: the sheet has no header; it is read under the columns of sheet 第1页 [HEADER_MISSING]"
      ])
  }

  @Test("How they were understood can be stated and gives the same")
  func stated() throws {
    let second = "2|保障通行安全|改造危桥|改造危桥4座||座|4|3|75%|市交通局|"
    let imported = try read(second)
    #expect(imported.layouts.map(\.header) == [0...0, nil])
    var profile = Profile()
    profile.layouts = imported.layouts
    #expect(try read(second, profile: profile).report.rows.count == 2)
  }

  @Test(
    "Sheets of anything else are left alone",
    arguments: [
      "张三|13800000000|市教育局|二楼|201\n李四|13900000000|市交通局|三楼|305",
      "1|改善教学条件|实施工程|更新设备||10|9|台|90%|市教育局|",
      "1|改善教学条件|实施工程|更新设备||台|进行中|进行中||市教育局|",
    ])
  func others(second: String) throws {
    let imported = try read(second)
    #expect(imported.report.rows.count == 1)
    #expect(ImportedText.findings(imported, "SHEET_SKIPPED").count == 1)
  }
}
