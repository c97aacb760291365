import Foundation
import ReportCheck
import ReportModel
import Spreadsheet
import Testing

@Suite("Each rule fires where it must and is silent where it must")
struct CheckRuleTests {
  @Test(
    "Single rows",
    arguments: CheckCases.percents + CheckCases.completeness + CheckCases.units + CheckCases.texts)
  func rows(one: CheckCase) {
    #expect(CheckTable.findings(one.lines) == one.expected)
  }

  @Test("Rows among rows", arguments: CheckCases.tables)
  func tables(one: CheckCase) {
    #expect(CheckTable.findings(one.lines) == one.expected)
  }

  @Test("Thresholds and switches come from the profile")
  func profile() {
    var profile = Profile.standard
    let over = CheckCases.line("建100个", "", "个", "100", "110", "100%")
    profile.checks.isCapAllowed = true
    profile.checks.overshoot = 105
    #expect(CheckTable.findings(over, profile: profile) == ["I OVERSHOOT_UNEXPLAINED@J1"])
    profile.checks.disabled = ["OVERSHOOT_UNEXPLAINED"]
    #expect(CheckTable.findings(over, profile: profile) == [])
    profile.checks.schedule = 50
    let late = CheckCases.line("建100个", "", "个", "100", "30", "30%")
    #expect(CheckTable.findings(late, profile: profile) == ["W BEHIND_SCHEDULE@J1"])
    #expect(CheckTable.findings(late) == [])
  }

  @Test("What the import found is listed too, and not told twice")
  func importFindings() {
    let report = CheckTable.report(CheckCases.line("建6个", "", "个", "6", "", "100%"))
    let place = SourceLocation(
      file: "a.xlsx", sheet: "Sheet1", cell: CellReference(row: 0, column: 9))
    let found = [
      Diagnostic(.error, code: "ACHIEVED_MISSING", at: place, "m"),
      Diagnostic(.warning, code: "ROWS_SHIFTED", at: place, "m"),
    ]
    let findings = ReportChecker().findings(in: report, importFindings: found)
    #expect(
      CheckTable.codes(findings) == ["E ACHIEVED_MISSING@J1", "W ROWS_SHIFTED@J1"])
  }

  @Test("A cumulative figure that fell against the period before is found, in any unit")
  func period() {
    let before = CheckTable.report(CheckCases.line("建6个", "", "万人", "6", "0.3", "5%"))
    var now = CheckTable.report(CheckCases.line("建6个", "", "人", "60000", "2000", "3.33%"))
    let checker = ReportChecker()
    #expect(
      checker.findings(in: now, previous: before).contains { $0.code == "CUMULATIVE_DECREASED" })
    now.sections[0].goals[0].actions[0].tasks[0].indicators[0].achieved.value = .number(3000)
    #expect(
      !checker.findings(in: now, previous: before).contains { $0.code == "CUMULATIVE_DECREASED" })
  }
}
