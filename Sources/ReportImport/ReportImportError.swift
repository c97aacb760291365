public import Spreadsheet

/// The reason why no report could be read from a workbook.
public struct ReportImportError: DiagnosticError, Hashable {
  /// The line for the user.
  public let diagnostic: Diagnostic

  init(file: String, _ message: String, zh messageZh: String) {
    diagnostic = Diagnostic(
      .error, code: "REPORT_NOT_FOUND", at: SourceLocation(file: file), message, zh: messageZh)
  }
}
