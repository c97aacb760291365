public import ReportModel
public import Spreadsheet

/// The published form of a report: the merged, printable table as an office sends it out.
///
/// Title, label lines, a header that is printed on every page, a row per section, labels merged over
/// their rows, shared values in merged cells. Importing it gives the same report.
public struct PublishedWorkbook: Hashable, Sendable {
  /// The workbook, with one sheet.
  public var workbook: Workbook
  /// The columns from the left.
  public let columns: [PublishedColumn]
  /// The row of the sheet, counted from zero, of every indicator in tree order.
  public let indicatorRows: [Int]
  /// The row of the sheet, counted from zero, of every section; nil for one without name.
  public let sectionRows: [Int?]
  /// The rows of the header, counted from zero.
  public let headerRows: ClosedRange<Int>
  /// What the form cannot show.
  public let findings: [Diagnostic]

  /// Lays out a report; linear in its rows.
  public init(_ report: Report, sheetName: String = "Sheet1") {
    var builder = PublishedBuilder(report, sheetName: sheetName)
    builder.build()
    workbook = Workbook(
      sheets: [builder.sheet], styles: builder.styles.table,
      properties: DocumentProperties(title: report.title))
    columns = builder.columns
    indicatorRows = builder.indicatorRows
    sectionRows = builder.sectionRows
    headerRows = builder.headerRows
    findings = builder.findings
  }

  /// The place of a column, counted from zero; nil where the report does not need the column.
  public func index(of column: PublishedColumn) -> Int? {
    columns.firstIndex(of: column)
  }

  /// The cell of an indicator's field, by the indicator's number in tree order.
  public func cell(ofRow number: Int, _ column: PublishedColumn) -> CellReference? {
    guard indicatorRows.indices.contains(number), let index = index(of: column) else { return nil }
    return CellReference(row: indicatorRows[number], column: index)
  }
}
