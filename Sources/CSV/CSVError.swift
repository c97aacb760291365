public import Spreadsheet

/// The reason why CSV could not be read or written.
public struct CSVError: DiagnosticError, Hashable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The C library cannot convert from or to an encoding.
    case unknownEncoding(String)
    /// The bytes are not text in an encoding.
    case invalidText(String)
    /// The input is no text at all: it has control characters; the name of what it seems to be.
    case notText(String)
    /// A quoted field has no end.
    case unterminatedQuote
    /// A limit was passed: the name of the option `--limit`, the value, and what passed it.
    case limit(name: String, value: Int, what: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let location: SourceLocation

  /// Makes an error.
  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }

  /// The line for the user.
  public var diagnostic: Diagnostic {
    switch kind {
    case .unknownEncoding(let name):
      Diagnostic(
        .error, code: "CSV_ENCODING", at: location,
        "this system's C library cannot convert \(name); install its character set modules or take utf-8"
      )
    case .invalidText(let name):
      Diagnostic(
        .error, code: "CSV_ENCODING", at: location,
        "the bytes are not text in \(name); save the file as UTF-8 and try again")
    case .notText(let what):
      Diagnostic(.error, code: "CSV_NOT_TEXT", at: location, "this is no CSV text: \(what)")
    case .unterminatedQuote:
      Diagnostic(
        .error, code: "CSV_UNTERMINATED", at: location,
        "record \((location.range?.first.row ?? 0) + 1) has a quote that is never closed")
    case .limit(let name, let value, let what):
      Diagnostic(
        .error, code: "LIMIT", at: location,
        "\(what), and the limit is \(value); --limit \(name)=N raises it")
    }
  }
}
