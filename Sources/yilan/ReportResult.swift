import CSV
import ReportModel
import ReportRender
import Spreadsheet

/// Writes a report in the forms of `normalize`: tidy as CSV or XLSX, published as XLSX, the tree as JSON.
struct ReportResult: Sendable {
  var form: NormalizeForm
  var layout: NormalizeLayout
  var encoding: EncodingOption = .utf8
  var dialect = CSVDialect()

  /// Writes the report; findings are those of its rows. Returns what could not be passed on.
  func write(
    _ report: Report, findings: [Diagnostic] = [], to output: ResultOutput
  ) throws -> [Diagnostic] {
    switch form {
    case .json:
      try output.write(bytes: ReportJSONEncoder.value(of: report).indentedBytes())
      return []
    case .csv:
      try output.write(bytes: try csv(TidyTable(report, findings: findings)), as: encoding)
      return []
    case .xlsx:
      switch layout {
      case .tidy:
        return try output.write(TidyTable(report, findings: findings).workbook())
      case .published:
        let published = PublishedWorkbook(report)
        return published.findings + (try output.write(published.workbook))
      }
    }
  }

  private func csv(_ table: TidyTable) throws -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    var bytes: [UInt8] = []
    writer.begin(
      SheetContext(
        file: "", description: SheetDescription(name: "Sheet1"),
        text: CellText(formats: [], dateSystem: .year1900), width: TidyTable.headers.count),
      to: &bytes)
    var row = StreamedRow()
    for (index, texts) in table.rowsWithHeaders.enumerated() {
      row.reset(index: index)
      for (column, text) in texts.enumerated() where !text.isEmpty {
        row.append(text.utf8, kind: .string, column: column)
      }
      try writer.append(row, to: &bytes)
    }
    return bytes
  }
}
