import ReportImport
import ReportModel
import Spreadsheet
import Testing

@Suite("How bare numbers of a percent column are meant")
struct PercentScaleTests {
  private func percents(
    _ numbers: [String], header: String = "完成率", scale: FieldRule.Scale = .auto
  ) throws -> (texts: [String], unsure: [String]) {
    var profile = Profile()
    for index in profile.fields.indices where profile.fields[index].field == .percent {
      profile.fields[index].scale = scale
    }
    let rows = numbers.enumerated().map { number, percent in
      "\(number + 1)|项目\(number)|举措|任务||个|10|9|\(percent)|市教育局|"
    }
    let imported = try ImportedText.read(
      rows.joined(separator: "\n"), header: ImportedText.header.replacing("完成率", with: header),
      profile: profile)
    return (
      imported.report.rows.map(\.indicator.percent.text),
      ImportedText.findings(imported, "PCT_SCALE_UNSURE")
    )
  }

  @Test("From 0 to 5 without a sign they are kept and told")
  func unsure() throws {
    let result = try percents(["0.9", "98.5"])
    #expect(result.texts == ["0.9", "98.5%"])
    #expect(
      result.unsure == [
        "a.xlsx!Sheet1!I2: warning: 0.9 may be a ratio or a percent; it is kept as it is [PCT_SCALE_UNSURE]"
      ])
  }

  @Test("Under a sign in the header, or beside texts with a sign, they are points")
  func points() throws {
    #expect(try percents(["0.9", "98.5"], header: "完成率（％）").texts == ["0.9%", "98.5%"])
    let mixed = try percents(["0.9", "98.5%"])
    #expect(mixed.texts == ["0.9%", "98.5%"])
    #expect(mixed.unsure.isEmpty)
  }

  @Test("A profile may say which")
  func stated() throws {
    #expect(try percents(["0.9", "1.255"], scale: .ratio).texts == ["90%", "125.5%"])
    #expect(try percents(["0.9", "98.5"], scale: .points).texts == ["0.9%", "98.5%"])
    #expect(try percents(["0.9"], scale: .ratio).unsure.isEmpty)
    #expect(try percents(["0.9"], scale: .points).unsure.isEmpty)
  }

  @Test("A percent format reads as its shown text, and the exact percent is kept")
  func formats() throws {
    var workbook = Workbook.sketch(
      ImportedText.header + "\n1|项目|举措|任务||个|8|11.35|1.41875|市教育局|")
    var style = CellStyle()
    style.numberFormat = NumberFormat(code: "0.00%")
    let index = workbook.styles.index(of: style)
    workbook.sheets[0].rows[1].cells = workbook.sheets[0].rows[1].cells.map { cell in
      var cell = cell
      if cell.column == 8 { cell.style = index }
      return cell
    }
    let report = try ReportImporter().importReport(from: workbook, file: "a.xlsx").report
    let percent = try #require(report.rows.first?.indicator.percent)
    #expect(percent.text == "141.88%")
    #expect(percent.raw == "1.41875")
    #expect(percent.value.decimal?.description == "141.875")
  }
}
