import ReportImport
import ReportModel
import Spreadsheet
import Testing

@Suite("One table in many layouts is one report")
struct LayoutTests {
  private static let importer = ReportImporter()

  @Test("Freely combined layouts give the same rows", arguments: 0..<120)
  func layouts(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let options = LayoutOptions(&random)
    var builder = LayoutBuilder(options)
    let workbook = builder.workbook()
    let imported = try Self.importer.importReport(from: workbook, file: "a.xlsx")
    let expected = LayoutBuilder.expected(options).map(LayoutModel.text)
    #expect(ImportedText.rows(imported.report) == expected, "\(options)")
    let shared = imported.report.groups.filter { $0.size == 2 }
    #expect(shared.map(\.fields) == [[.achieved, .percent]], "\(options)")
    let shifted = imported.findings.filter { $0.code == "ROWS_SHIFTED" }
    #expect(shifted.count == (options.isShifted ? 4 : 0), "\(options)")
  }

  @Test(
    "The layouts that were inferred, stated in a profile, give the same report", arguments: 0..<40)
  func statedLayouts(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var builder = LayoutBuilder(LayoutOptions(&random))
    let workbook = builder.workbook()
    let inferred = try Self.importer.importReport(from: workbook, file: "a.xlsx")
    var profile = Profile()
    profile.layouts = inferred.layouts
    let stated = try ReportImporter(profile: profile).importReport(from: workbook, file: "a.xlsx")
    #expect(stated.report == inferred.report)
  }
}
