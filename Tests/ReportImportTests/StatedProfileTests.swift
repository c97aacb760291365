import ReportImport
import ReportModel
import Spreadsheet
import Testing

@Suite("What a profile states decides the reading")
struct StatedProfileTests {
  private static let row = "1|改善教学条件|实施工程|更新设备||台|10|9|90%|市教育局|"

  @Test("skip_rows: rows that a pattern matches are no data, and told")
  func skippedRows() throws {
    let rows = Self.row + "\n督查意见：加快进度\n2|保障通行安全|改造危桥|改造危桥4座||座|4|4|100%|市交通局|"
    var profile = Profile()
    profile.skipRows.append(try #require(TextPattern("^督查意见")))
    let imported = try ImportedText.read(rows, profile: profile)
    #expect(imported.report.rows.map(\.goalName) == ["改善教学条件", "保障通行安全"])
    #expect(
      ImportedText.findings(imported, "ROW_UNREAD") == [
        "a.xlsx!Sheet1!A3:K3: info: a note is not read [ROW_UNREAD]"
      ])
  }

  @Test("sentinels: only the stated texts stand for nothing")
  func sentinels() throws {
    let rows = "1|改善教学条件|实施工程|更新设备||台|10|待报|/|市教育局|"
    var profile = Profile()
    profile.sentinels = ["待报"]
    let stated = try ImportedText.read(rows, profile: profile).report.rows.first?.indicator
    #expect(stated?.achieved.text == "")
    #expect(stated?.achieved.raw == "待报")
    #expect(stated?.percent.text == "/")
    let standard = try ImportedText.read(rows).report.rows.first?.indicator
    #expect(standard?.achieved.text == "待报")
    #expect(standard?.percent.text == "")
  }

  @Test("sheets: excluded ones are not read, and told")
  func sheets() throws {
    let text = ImportedText.header + "\n" + Self.row
    var workbook = Workbook.sketch(text)
    workbook.sheets += Workbook.sketch(text.replacing("改善", with: "提高"), name: "草稿2").sheets
    var profile = Profile()
    profile.sheets.exclude = ["草稿*"]
    let imported = try ReportImporter(profile: profile).importReport(
      from: workbook, file: "a.xlsx")
    #expect(imported.report.rows.map(\.goalName) == ["改善教学条件"])
    #expect(
      ImportedText.findings(imported, "SHEET_SKIPPED") == [
        "a.xlsx!草稿2: info: the sheet is not read: it is left out by the profile [SHEET_SKIPPED]"
      ])
    let all = try ReportImporter().importReport(from: workbook, file: "a.xlsx")
    #expect(all.report.rows.map(\.goalName) == ["改善教学条件", "提高教学条件"])
  }

  @Test("header: a table with fewer fields than min_fields is refused")
  func minimumFields() throws {
    let header = "项目名称|任务内容|完成值"
    #expect(throws: ReportImportError.self) {
      try ImportedText.read("改善教学条件|更新设备|9", header: header)
    }
    var profile = Profile()
    profile.header.minimumFields = 3
    let report = try ImportedText.read("改善教学条件|更新设备|9", header: header, profile: profile)
      .report
    #expect(ImportedText.rows(report) == ["|||改善教学条件||更新设备||||9|||"])
  }

  @Test("fill: a field that is filled from merged cells only takes nothing from above")
  func fill() throws {
    let rows = Self.row + "\n|||建设考室||个|6|6|100%||"
    #expect(
      try ImportedText.read(rows).report.rows.map(\.indicator.lead.text) == ["市教育局", "市教育局"])
    var profile = Profile()
    for index in profile.fields.indices where profile.fields[index].field == .lead {
      profile.fields[index].fill = .merge
    }
    #expect(
      try ImportedText.read(rows, profile: profile).report.rows.map(\.indicator.lead.text) == [
        "市教育局", "",
      ])
    let merged = try ImportedText.read(rows, merged: ["J2:J3"], profile: profile)
    #expect(merged.report.rows.map(\.indicator.lead.text) == ["市教育局", "市教育局"])
  }

  @Test("fill: a measure that is not filled makes no group")
  func noFill() throws {
    let rows = Self.row + "\n|||建设考室||个|6||||"
    var profile = Profile()
    for index in profile.fields.indices where profile.fields[index].field == .achieved {
      profile.fields[index].fill = .none
    }
    let report = try ImportedText.read(rows, merged: ["H2:H3"], profile: profile).report
    #expect(report.rows.map(\.indicator.achieved.text) == ["9", ""])
    #expect(report.groups.isEmpty)
  }
}
