import ReportImport
import ReportModel
import Spreadsheet
import TableDiff
import Zip

/// One side of a comparison, read as a report or as tables.
struct DiffSide: Sendable {
  /// The file; nil where there is none.
  var file: InputFile?
  let profile: Profile
  let limits: ReadLimits

  /// The size from which a file is probed for a report before it is read as a whole.
  private static let probedSize = 4 << 20

  /// The report in the file; nil where it holds none.
  ///
  /// Large files are read as a whole only where their first rows hold such a table.
  func reportIfAny() throws -> ReportInput? {
    guard let file else { return nil }
    do {
      if !file.isReportJSON, try isLarge(file), !(try holdsReport(file)) { return nil }
      return try file.openReport(profile: profile, limits: limits)
    } catch is ReportImportError {
      return nil
    }
  }

  /// The report in the file; an empty one where there is no file.
  func report() throws -> ReportInput {
    guard let file else {
      return ReportInput(file: "", imported: ImportedReport(report: Report()), findings: [])
    }
    return try file.openReport(profile: profile, limits: limits)
  }

  /// All sheets of cells, in their order.
  func tables() throws -> (tables: [SheetTable], findings: [Diagnostic]) {
    guard let file else { return ([], []) }
    let source = try file.openRows(limits: limits, types: true)
    var tables: [SheetTable] = []
    var cells = 0
    for (index, sheet) in source.sheets.enumerated() where sheet.kind == .worksheet {
      let fresh = SheetTableBuilder(
        file: file.name, sheet: sheet.name, formats: source.formats,
        dateSystem: source.dateSystem)
      var builder = fresh
      try source.readRows(
        ofSheetAt: index, formulas: false, restarted: { builder = fresh }
      ) { row in
        try builder.append(row)
        guard cells + builder.table.cellCount <= limits.cells else {
          throw tooManyCells(cells + builder.table.cellCount, sheet: sheet.name)
        }
      }
      cells += builder.table.cellCount
      tables.append(builder.table)
    }
    return (tables, source.findings)
  }

  private func tooManyCells(_ cells: Int, sheet: String) -> ToolError {
    ToolError(
      Diagnostic(
        .error, code: "LIMIT", at: SourceLocation(file: file?.name, sheet: sheet),
        "the workbook has \(cells) cells or more; \(ReadLimits.advice("cells", limits.cells))"))
  }

  // MARK: - Probing

  private func isLarge(_ file: InputFile) throws -> Bool {
    guard case .path(let path) = file.origin, path.status?.isRegularFile == true else {
      return false
    }
    let source = try file.open(limits: limits)
    return source.count >= Self.probedSize
  }

  private func holdsReport(_ file: InputFile) throws -> Bool {
    let source = try file.openRows(limits: limits)
    let head = try SheetHead(source).workbook
    do {
      _ = try ReportImporter(profile: profile).importReport(from: head, file: file.name)
      return true
    } catch {
      return false
    }
  }
}
