import Foundation
import ReportModel
import ReportRender
import Spreadsheet
import Testing

@Suite("The tidy form")
struct TidyTableTests {
  let report = TidySampleReport.make()

  private func column(_ column: TidyColumn, findings: [Diagnostic] = []) -> [String] {
    let index = TidyColumn.allCases.firstIndex(of: column) ?? 0
    return TidyTable(report, findings: findings).rows.map { $0[index] }
  }

  @Test("The columns are those of the contract, in its order")
  func headers() {
    #expect(
      TidyTable.headers.joined(separator: ", ") == """
        section_no, section, goal_no, goal, action, task, indicator, unit, target, achieved, \
        percent, lead, remark, row_id, target_kind, target_op, target_value, achieved_kind, \
        achieved_value, percent_stated, percent_computed, percent_verdict, unit_canonical, \
        value_base, group, support, extras_json, findings, source_file, source_sheet, source_range
        """)
  }

  @Test("The first thirteen columns are what a person wrote, cleaned")
  func written() {
    #expect(
      TidyTable(report).rows[0].prefix(13) == [
        "一", "省重点民生实事项目", "1", "促进教育高质量发展", "实施“向阳花”行动", "惠及0.16万家长", "惠及家长数量",
        "万人", "0.16", "0.227", "144.88%", "市妇联", "",
      ])
  }

  @Test("A shared value stands in the first row of its group only, and counts for both")
  func shared() {
    #expect(column(.achieved) == ["0.227", "1641", "", "分别不低于740元/月和486元/月", "已完成"])
    #expect(column(.group) == ["", "g1", "g1", "", ""])
    #expect(column(.percentStated) == ["144.88", "218.8", "", "100", "100"])
    #expect(column(.percentComputed) == ["141.875", "218.8", "218.8", "100", ""])
    #expect(
      column(.percentVerdict) == ["mismatch", "exact", "exact", "exact", "unverifiable"])
  }

  @Test("Values are given as numbers beside the text")
  func values() {
    #expect(column(.targetKind) == ["number", "number", "number", "compound", "text"])
    #expect(column(.targetOperator) == ["", "", "", "≥", ""])
    #expect(column(.targetValue) == ["0.16", "480", "270", "740;485", ""])
    #expect(column(.valueBase) == ["2270", "1641", "", "", ""])
    #expect(column(.extras)[0] == #"{"完成时限":"12月底"}"#)
    #expect(column(.sourceRange)[1] == "A6:K6")
  }

  @Test("Findings stand at their row: by identity, else by their cells")
  func findings() {
    let row = column(.rowID)[3]
    let place = SourceLocation(
      file: "a.xlsx", sheet: "Sheet1", range: CellRange(CellReference(row: 5, column: 7)))
    let wide = SourceLocation(
      file: "a.xlsx", sheet: "Sheet1", range: CellRange(rows: 0...9999, columns: 1...1))
    let findings = [
      Diagnostic(.warning, code: "B", at: place, "b"), Diagnostic(.info, code: "A", at: place, "a"),
      Diagnostic(.info, code: "A", at: place, "again"), Diagnostic(.info, code: "W", at: wide, "w"),
      Diagnostic(.info, code: "C", at: SourceLocation(), "c", rowID: row),
    ]
    #expect(column(.findings, findings: findings) == ["", "A;B", "", "C", ""])
  }

  @Test("In a workbook numbers are numbers where nothing is lost, and text stays text")
  func workbook() throws {
    let sheet = try #require(TidyTable(report).workbook().sheets.first)
    #expect(sheet.cell(at: CellReference(row: 1, column: 8))?.value == .number(0.16))
    #expect(sheet.cell(at: CellReference(row: 1, column: 10))?.value == .string("144.88%"))
    #expect(sheet.cell(at: CellReference(row: 1, column: 2))?.value == .number(1))
    #expect(
      sheet.cell(at: CellReference(row: 4, column: 8))?.value == .string("分别不低于740元/月和485元/月"))
    #expect(sheet.cell(at: CellReference(row: 3, column: 9)) == nil)
    #expect(sheet.frozenPane == FrozenPane(rows: 1))
  }
}
