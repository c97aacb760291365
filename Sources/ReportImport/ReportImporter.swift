public import ReportModel
public import Spreadsheet

/// Finds the tables in a workbook and understands them by a profile.
///
///     let imported = try ReportImporter().importReport(from: workbook, file: "unit3.xlsx")
public struct ReportImporter: Sendable {
  private let context: ImportContext

  /// Makes an importer.
  public init(profile: Profile = .standard) {
    context = ImportContext(profile: profile)
  }

  /// The report that a workbook holds, with every doubt as a finding.
  ///
  /// Throws where no sheet holds such a table. Linear in the cells.
  public func importReport(
    from workbook: Workbook, file: String
  ) throws(ReportImportError) -> ImportedReport {
    var run = WorkbookImport(context, workbook: workbook, file: file)
    return try run.run()
  }
}
