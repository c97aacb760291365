public import Spreadsheet

/// The reason a JSON file could not be read.
public struct ReportJSONError: DiagnosticError, Hashable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The text is no JSON; the offset counts bytes from zero.
    case syntax(String, offset: Int)
    /// Arrays and objects are nested deeper than 256.
    case depth
    /// The JSON holds something else than what is expected at a path such as `sections[0].name`.
    case content(String, path: String)
  }

  /// What is wrong.
  public var kind: Kind
  /// The file, where it is known.
  public var file: String?

  /// Makes an error.
  public init(_ kind: Kind, file: String? = nil) {
    self.kind = kind
    self.file = file
  }

  /// The line that the user sees.
  public var diagnostic: Diagnostic {
    let place = SourceLocation(file: file)
    return switch kind {
    case .syntax(let problem, let offset):
      Diagnostic(
        .error, code: "JSON_INVALID", at: place, "not valid JSON: \(problem) at byte \(offset)",
        zh: "不是有效的JSON：第\(offset)字节处有误")
    case .depth:
      Diagnostic(
        .error, code: "JSON_INVALID", at: place, "arrays and objects are nested deeper than 256",
        zh: "JSON嵌套超过256层")
    case .content(let problem, let path):
      Diagnostic(
        .error, code: "JSON_CONTENT", at: place, "\(problem) at \(path)", zh: "\(path)处的内容不符合约定")
    }
  }
}
