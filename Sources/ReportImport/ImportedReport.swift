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

extension ImportedReport {
  /// The doubts together with those of the reader of the file, sorted by place.
  ///
  /// What both say about a cell, such as a formula without a result, is told once, in the words of
  /// the import.
  public func findings(with reading: [Diagnostic]) -> [Diagnostic] {
    struct Place: Hashable {
      var code: String
      var sheet: String?
      var cell: CellReference?

      init(_ finding: Diagnostic) {
        code = finding.code
        sheet = finding.location.sheet
        cell = finding.location.range?.first
      }
    }
    if reading.isEmpty { return findings }
    let told = Set(findings.map(Place.init))
    return (reading.filter { !told.contains(Place($0)) } + findings).sorted()
  }
}
