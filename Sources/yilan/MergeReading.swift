import ReportImport
import ReportMerge
import Spreadsheet
import Zip

/// Reads one submission after the other, on any thread, and keeps of each what the merge needs.
struct MergeReading: Sendable {
  /// What became of one file.
  struct Result: Sendable {
    var extracts: [SubmissionExtract]
    var findings: [Diagnostic] = []
    var isUnreadable = false
  }

  let merger: ReportMerger
  let importer: ReportImporter
  let limits: ReadLimits

  /// Reads a file; one that holds no table is a submission too, an unreadable one.
  func read(_ file: InputFile) -> Result {
    var digest = ""
    do {
      let source = try file.open(limits: limits)
      digest = try ContentDigest.text(of: source)
      let rows = try InputFile.rows(
        of: source, name: file.name, expectation: file.expectation, limits: limits)
      let (workbook, doubts) = try InputFile.workbook(of: rows, name: file.name)
      let imported = try importer.importReport(from: workbook, file: file.name)
      let submission = Submission(
        file: file.name, content: .report(imported.report), digest: digest)
      // What is only good to know about each of many files would hide the rest.
      let findings = imported.findings(with: doubts).filter { $0.severity > .info }
      return Result(extracts: merger.extract(submission), findings: findings)
    } catch {
      var reason = Diagnostic(describing: error, file: file.name)
      if let error = error as? ZipError {
        reason = ToolError(error.code, file: file.name, error.message).diagnostic
      }
      return unreadable(file.name, digest: digest, reason)
    }
  }

  /// A file that could not be read.
  func unreadable(_ name: String, digest: String = "", _ reason: Diagnostic? = nil) -> Result {
    Result(
      extracts: merger.extract(Submission(file: name, content: .unreadable, digest: digest)),
      findings: reason.map { [$0] } ?? [], isUnreadable: true)
  }
}
