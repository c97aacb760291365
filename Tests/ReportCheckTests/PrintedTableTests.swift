import Foundation
import ReportCheck
import ReportModel
import Spreadsheet
import Testing

@Suite("The audit of the printed table")
struct PrintedTableTests {
  private let findings = ReportChecker().findings(in: PrintedTable.report())

  /// The places of the findings with a code.
  private func cells(_ code: String, _ severity: Diagnostic.Severity) -> [String] {
    findings.filter { $0.code == code && $0.severity == severity }
      .map { $0.location.range?.description ?? "" }
  }

  @Test(
    "It finds the errors that a careful auditor finds, and no others",
    arguments: [
      ("PCT_MISMATCH", ["K9", "K10", "K23", "K25"]), ("VALUE_MISALIGNED", ["J10"]),
      ("ACHIEVED_MISSING", ["J11"]), ("UNIT_CONFLICT", ["J23"]),
    ])
  func errors(code: String, expected: [String]) {
    #expect(cells(code, .error) == expected)
    #expect(findings.count { $0.severity == .error } == 7)
  }

  @Test(
    "It warns where a careful auditor doubts, and nowhere else",
    arguments: [
      ("PCT_MISMATCH", ["K4", "K19"]), ("PCT_MISSING", ["K11"]), ("SHARED_VALUE", ["J7"]),
      ("TEXT_TARGET_DISAGREE", ["I14", "I40"]), ("ACHIEVED_IS_BOUND", ["J18", "J20"]),
      ("COMPOUND_INCOMPLETE", ["I19"]), ("TARGET_TEXTUAL", ["I26", "I27", "I28", "I29"]),
      ("PCT_UNVERIFIABLE", ["K26", "K27", "K28", "K29"]),
    ])
  func warnings(code: String, expected: [String]) {
    #expect(cells(code, .warning) == expected)
    #expect(findings.count { $0.severity == .warning } == 17)
  }

  @Test(
    "It notes what a careful auditor notes",
    arguments: [
      ("PCT_TRUNCATED", ["K13"]), ("PCT_CAPPED", ["K19", "K23", "K25"]), ("PCT_STYLE", ["K7"]),
      ("PERCENT_IN_VALUE", ["J24", "J25", "J30"]),
      ("TEXT_TARGET_UNMATCHED", ["F13", "F14", "F23", "F24", "F26"]),
      ("TEXT_NO_QUANTITY", ["G32", "F34", "F37", "F38"]),
      ("BOUND_LOST", ["I5", "I6", "I13", "I19", "I23", "I25"]),
      ("OVERSHOOT_UNEXPLAINED", ["J4", "J5", "J7", "J9", "J21", "J22", "J23", "J35"]),
      ("UNIT_NONSTANDARD", ["H19", "H38"]), ("UNIT_SYNONYM", ["H47"]), ("PUNCT_MIXED", ["F11"]),
      ("META_MISSING", [""]),
    ])
  func notes(code: String, expected: [String]) {
    #expect(cells(code, .info) == expected)
  }

  @Test("The checked rows have the codes of the findings on them, the audits and the identities")
  func checkedRows() {
    let report = PrintedTable.report()
    let checked = CheckedRows(report)
    #expect(checked.rowIDs == report.stableKeys().map(\.rowID))
    #expect(checked.audits == PercentAuditor(report).audits)
    for (number, id) in checked.rowIDs.enumerated() {
      #expect(
        Set(checked.codes[number]) == Set(findings.filter { $0.rowID == id }.map(\.code)))
    }
    #expect(checked.codes.flatMap(\.self).count > 40)
  }

  @Test("Every finding names file, sheet and row, and speaks both languages")
  func complete() throws {
    for finding in findings {
      #expect(finding.messageZh?.isEmpty == false)
      #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
      #expect(finding.location.file == "a.xlsx")
    }
    let mismatch = try #require(findings.first { $0.code == "PCT_MISMATCH" })
    #expect(mismatch.description.hasPrefix("a.xlsx!Sheet1!K4: warning: 144.88% is stated"))
    #expect(mismatch.messageZh == "占任务数填144.88%，按0.227/0.16应为141.88%")
    #expect(mismatch.expected == "141.88%")
    #expect(mismatch.actual == "144.88%")
    #expect(mismatch.rowID?.count == 16)
    #expect(findings == findings.sorted())
  }

  @Test("The verdicts on its 47 percents are those that were counted by hand")
  func verdicts() {
    var counts: [PercentVerdict: Int] = [:]
    for audit in PercentAuditor(PrintedTable.report()).audits {
      counts[audit.verdict, default: 0] += 1
    }
    #expect(
      counts == [
        .exact: 29, .rounded: 6, .truncated: 1, .mismatch: 6, .unverifiable: 4, .missing: 1,
      ])
  }
}
