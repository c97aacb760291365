public import Spreadsheet

/// The reason a profile could not be read: file, line, column, what is wrong and what was expected.
public struct ProfileFileError: DiagnosticError, Hashable {
  /// The line of the file, counted from one, where it is known.
  public let line: Int?
  /// The column in the line, counted from one in Unicode scalars, where it is known.
  public let column: Int?
  /// The line that the user reads.
  public let diagnostic: Diagnostic

  init(file: String, line: Int? = nil, column: Int? = nil, _ message: String, zh: String) {
    self.line = line
    self.column = column
    var place = ""
    var placeZh = ""
    if let line {
      place = "line \(line), "
      placeZh = "第 \(line) 行"
      if let column {
        place += "column \(column), "
        placeZh += "第 \(column) 列"
      }
    }
    diagnostic = Diagnostic(
      .error, code: "PROFILE_FILE", at: SourceLocation(file: file),
      place.isEmpty ? message : place.dropLast(2) + ": " + message,
      zh: placeZh.isEmpty ? zh : placeZh + "：" + zh)
  }
}
