public import ReportModel
public import Spreadsheet

/// What was read from one workbook.
public struct ImportedReport: Sendable {
  /// The report.
  public var report: Report
  /// The doubts, sorted by place.
  public var findings: [Diagnostic]
  /// How each table was understood: passed back in a profile, it gives the same report.
  public var layouts: [SheetLayout]

  /// Makes a result.
  public init(report: Report, findings: [Diagnostic] = [], layouts: [SheetLayout] = []) {
    self.report = report
    self.findings = findings
    self.layouts = layouts
  }
}
