public import ReportModel
public import Spreadsheet

/// Finds the tables in a workbook and understands them by a profile.
///
///     let imported = try ReportImporter().importReport(from: workbook, file: "unit3.xlsx")
public struct ReportImporter: Sendable {
  private let profile: Profile

  /// Makes an importer.
  public init(profile: Profile = .standard) {
    self.profile = profile
  }

  /// The report that a workbook holds, with every doubt as a finding.
  ///
  /// Throws where no sheet holds such a table. Linear in the cells.
  public func importReport(
    from workbook: Workbook, file: String
  ) throws(ReportImportError) -> ImportedReport {
    throw ReportImportError(file: file, "holds no such table", zh: "没有这样的表格")
  }
}
