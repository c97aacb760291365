import Foundation
import ReportCheck
import ReportImport
import ReportRender
import Testing
import XLSX
import Zip

@Suite("The example of the README")
struct ReadmeExampleTests {
  @Test("A sample is read, checked and laid out from Swift")
  func example() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../samples/livelihood-2025.xlsx").standardized.path
    let source = try FileByteSource(path: path)
    let workbook = try XLSXReader(source: source, file: "livelihood-2025.xlsx").workbook()
    let imported = try ReportImporter().importReport(from: workbook, file: "livelihood-2025.xlsx")
    let findings = ReportChecker().findings(
      in: imported.report, importFindings: imported.findings)
    let tidy = TidyTable(imported.report, findings: findings)
    let bytes = try XLSXWriter.bytes(of: PublishedWorkbook(imported.report).workbook)
    #expect(tidy.rows.count == 47)
    #expect(findings.contains { $0.code == "PCT_MISMATCH" })
    #expect(bytes.starts(with: [0x50, 0x4B]))
  }
}
