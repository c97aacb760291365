import CSV
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// Writes a report that a command made, in the forms of `normalize`.
struct ReportResult {
  var form: NormalizeForm
  var layout: NormalizeLayout
  var text: CSVOptions
  let profile: Profile
  let limits: ReadLimits

  /// Writes the report. Returns what could not be passed on.
  func write(_ report: Report, to output: ResultOutput) throws -> [Diagnostic] {
    let input = ReportInput(
      file: report.sources.first?.file ?? "", imported: ImportedReport(report: report), findings: []
    )
    switch (form, layout) {
    case (.json, _):
      try output.write(json: report, as: text.encodingOption)
      return []
    case (.csv, _):
      let table = NormalizedTable(input, profile: profile)
      var encoder = CSVWriter(dialect: text.dialect, limits: limits)
      let bytes = try table.csv(&encoder)
      try output.write(bytes: bytes, as: text.encodingOption)
      return table.formulaFinding(encoder).map { [$0] } ?? []
    case (.xlsx, .tidy):
      return try output.write(NormalizedTable(input, profile: profile).table.workbook())
    case (.xlsx, .published):
      let published = PublishedWorkbook(report)
      return published.findings + (try output.write(published.workbook))
    }
  }
}
