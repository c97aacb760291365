import Spreadsheet

/// An error of the tool itself: a file that cannot be opened, an output that cannot be written.
struct ToolError: DiagnosticError {
  var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  init(_ code: String, file: String?, _ message: String, zh: String? = nil) {
    diagnostic = Diagnostic(
      .error, code: code, at: SourceLocation(file: file), message, zh: zh)
  }
}

/// The reader of the output went away; not an error.
struct ClosedPipe: Error {}

extension Diagnostic {
  /// The line for any error that reaches the tool.
  init(describing error: any Error, file: String?) {
    if let error = error as? any DiagnosticError {
      self = error.diagnostic
      if location.file == nil { location.file = file }
    } else {
      self.init(
        .error, code: "FAILED", at: SourceLocation(file: file), String(describing: error))
    }
  }
}
