import CSV
import ReportCheck
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// The tidy table of an input, as `normalize` writes it.
struct NormalizedTable {
  private(set) var table: TidyTable
  private let report: Report
  private let file: String

  /// Makes the table.
  ///
  /// Its column `findings` holds the codes of the checks on each row. What is about the way the file was
  /// written (a stray space, shifted cells) is not among them, for the clean form has it no more: normalizing
  /// again gives the same codes.
  init(_ input: ReportInput, profile: Profile) {
    report = input.imported.report
    file = input.file
    table = TidyTable(
      report, checked: CheckedRows(report, profile: profile), leavingOut: ["STRAY_SPACE"])
    if let workbook = input.workbook {
      NormalizedSources(workbook).apply(to: &table.rows, of: report)
    }
  }

  /// The table as CSV in UTF-8.
  func csv(_ encoder: inout CSVWriter) throws -> [UInt8] {
    var bytes: [UInt8] = []
    encoder.begin(
      SheetContext(
        file: file, description: SheetDescription(name: "Sheet1"),
        text: CellText(formats: [.general], dateSystem: .year1900),
        width: TidyTable.headers.count), to: &bytes)
    var row = StreamedRow()
    for (index, texts) in table.rowsWithHeaders.enumerated() {
      row.reset(index: index)
      for (column, text) in texts.enumerated() where !text.isEmpty {
        row.append(text, kind: .string, column: column)
      }
      try encoder.append(row, to: &bytes)
    }
    encoder.end(to: &bytes)
    encoder.finish(to: &bytes)
    return bytes
  }

  /// The finding about texts that a spreadsheet would run, where they were written as they are.
  func formulaFinding(_ encoder: CSVWriter) -> Diagnostic? {
    guard encoder.formulaLikeCells > 0, !encoder.dialect.guardsFormulas,
      let first = encoder.firstFormulaLikeCell
    else { return nil }
    var location = SourceLocation(file: file)
    let rows = report.rows
    if rows.indices.contains(first.row - 1) {
      location = report.location(of: rows[first.row - 1].indicator.row)
    }
    return Diagnostic(
      .warning, code: "FORMULA_LIKE_TEXT", at: location,
      "\(encoder.formulaLikeCells) texts begin like a formula, the first is of this row; --guard-formulas disarms them",
      zh: "有 \(encoder.formulaLikeCells) 个文本形似公式，第一个在此行；可用 --guard-formulas 处理")
  }
}
