import ReportImport
import ReportModel
import Spreadsheet
import Testing

@Suite("Nothing is dropped in silence")
struct UnreadValueTests {
  @Test("A value under a merged range is not read and told")
  func covered() throws {
    let imported = try ImportedText.read(
      """
      1|促进就业|推动创业|开展培训|职业技能|人次|480|1641|218.8%|市人社局|
      ||||创业培训|人次|270|99|||
      """, merged: ["H2:H3"])
    #expect(imported.report.rows.map(\.indicator.achieved.text) == ["1641", ""])
    #expect(
      ImportedText.findings(imported, "MERGED_VALUE") == [
        "a.xlsx!Sheet1!H3: warning: the cell lies under the merged range H2:H3; its value is not read [MERGED_VALUE]"
      ])
  }

  @Test("A formula without a result is blank, never 0, and told once with the reader's findings")
  func missingResult() throws {
    var workbook = Workbook.sketch(
      ImportedText.header + "\n1|项目|举措|任务||个|8|4|50%|市教育局|")
    workbook.sheets[0].rows[1].cells = workbook.sheets[0].rows[1].cells.map { cell in
      cell.column == 7 ? Cell(column: 7, value: .empty, formula: "SUM(A1:A2)") : cell
    }
    let imported = try ReportImporter().importReport(from: workbook, file: "a.xlsx")
    #expect(imported.report.rows.map(\.indicator.achieved.text) == [""])
    let place = SourceLocation(
      file: "a.xlsx", sheet: "Sheet1", cell: CellReference(row: 1, column: 7))
    let reading = [
      Diagnostic(
        .warning, code: "MISSING_CACHED_VALUE", at: place, "the formula has no stored result"),
      Diagnostic(.info, code: "CELL_TYPE", at: place, "another doubt"),
    ]
    #expect(
      imported.findings(with: reading).map(\.description) == [
        "a.xlsx!Sheet1!H2: info: another doubt [CELL_TYPE]",
        "a.xlsx!Sheet1!H2: warning: the file holds no result of the formula; it is read as blank [MISSING_CACHED_VALUE]",
      ])
  }

  @Test("Totals, notes and unknown columns are told")
  func lines() throws {
    let imported = try ImportedText.read(
      """
      1|项目|举措|任务||个|8|4|50%|市教育局||甲|乙
      合  计||||||8|4|||
      注：数据截至12月底。
      """, header: ImportedText.header + "|天气|")
    #expect(
      ImportedText.findings(imported, "ROW_UNREAD", "COLUMN_UNKNOWN") == [
        "a.xlsx!Sheet1!L1: info: column L “天气” is not known; it is kept beside the model [COLUMN_UNKNOWN]",
        "a.xlsx!Sheet1!M2: info: column M has no known header and is not read [COLUMN_UNKNOWN]",
        "a.xlsx!Sheet1!A3:L3: info: a total is not read [ROW_UNREAD]",
        "a.xlsx!Sheet1!A4:L4: info: a note is not read [ROW_UNREAD]",
      ])
    #expect(imported.report.rows.first?.indicator.extras.map(\.text) == ["甲"])
  }

  @Test("What cannot be read as a number stays text")
  func texts() throws {
    let imported = try ImportedText.read(
      """
      1|项目甲|举措|任务||台|2034台|不低于99台|50%|市教育局|
      2|项目乙|举措|任务||公里|3公里（已开工）|①2|/|市教育局|
      """)
    let measures = imported.report.rows.flatMap {
      [$0.indicator.target, $0.indicator.achieved, $0.indicator.percent]
    }
    #expect(
      measures.map(\.value.kind) == ["number", "bound", "percent", "text", "text", ""])
    #expect(measures.map(\.raw) == ["2034台", "不低于99台", "50%", "3公里（已开工）", "①2", "/"])
  }
}
