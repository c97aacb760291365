import ReportImport
import ReportModel
import ReportRender
import Spreadsheet
import XLSX
import Zip

/// An input read as a whole: the workbook, the report in it where one was asked for, and the doubts.
struct ReportInput: Sendable {
  /// The file as results name it.
  var file: String
  /// The workbook; nil for a report that came as JSON.
  var workbook: Workbook?
  /// What was read.
  var imported: ImportedReport
  /// The doubts of the reader and of the import, sorted by place.
  var findings: [Diagnostic]
}

extension InputFile {
  /// Whether the name says that the file holds a report in the form of `normalize --to json`.
  var isReportJSON: Bool {
    guard case .path(let path) = origin else { return false }
    return path.fileExtension == "json"
  }

  /// Reads the input as a workbook: XLSX and its kin, or CSV as one sheet.
  ///
  /// `everything` also takes comments, links, tables and rules, for a workbook that is written again.
  func openWorkbook(
    limits: ReadLimits, everything: Bool = false
  ) throws -> (workbook: Workbook, findings: [Diagnostic]) {
    try Self.workbook(of: try openRows(limits: limits), name: name, everything: everything)
  }

  /// Reads a source of rows as a workbook.
  static func workbook(
    of source: any RowSource, name: String, everything: Bool = false
  ) throws -> (workbook: Workbook, findings: [Diagnostic]) {
    switch source {
    case let text as TextSource:
      return (try text.workbook(), text.findings)
    case let book as WorkbookSource:
      return (try book.reader.workbook(everything ? .full : .values), book.findings)
    default:
      throw ToolError("INTERNAL", file: name, "is no workbook")
    }
  }

  /// Reads the report in the input: a workbook, a CSV text, or a `.json` file that `normalize` wrote.
  func openReport(
    profile: Profile, limits: ReadLimits, everything: Bool = false
  ) throws -> ReportInput {
    if isReportJSON { return try openReportJSON(limits: limits) }
    var (workbook, doubts) = try openWorkbook(limits: limits, everything: everything)
    // A title above the table has fewer fields than its rows.
    for index in doubts.indices where doubts[index].code == "CSV_RAGGED" {
      doubts[index].severity = .info
    }
    let imported = try ReportImporter(profile: profile).importReport(from: workbook, file: name)
    return ReportInput(
      file: name, workbook: workbook, imported: imported,
      findings: imported.findings(with: doubts))
  }

  private func openReportJSON(limits: ReadLimits) throws -> ReportInput {
    do {
      let value = try ReportJSONValue(parsing: try readAll(limits: limits))
      let report = try ReportJSONDecoder.report(from: value)
      return ReportInput(
        file: name, workbook: nil, imported: ImportedReport(report: report), findings: [])
    } catch var error as ReportJSONError {
      error.file = name
      throw error
    }
  }

  /// All bytes of the input, up to a quarter of the limit of a file.
  func readAll(limits: ReadLimits) throws -> [UInt8] {
    do {
      let source = try open(limits: limits)
      try checkHeld(source.count, limits: limits)
      var bytes = [UInt8](repeating: 0, count: source.count)
      var done = 0
      while done < bytes.count {
        let offset = done
        let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
          try unsafe source.read(
            at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[offset...]))
        }
        guard count > 0 else {
          throw ToolError("INPUT_FAILED", file: name, "the file became shorter while it was read")
        }
        done += count
      }
      return bytes
    } catch let error as ZipError {
      throw ToolError(error.code, file: name, error.message)
    }
  }
}
