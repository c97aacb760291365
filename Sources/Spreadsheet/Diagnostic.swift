/// Something that the user should know about the input: a severity, a stable code, a place and
/// one sentence.
///
///     a.xlsx!Sheet1!I7: warning: 144.88% stated, 141.88% computed [PCT_MISMATCH]
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Good to know; the result is right.
    case info
    /// Doubtful; a person should look.
    case warning
    /// Wrong; the result lacks it or cannot be trusted there.
    case error

    /// `info` is less than `warning`, and that less than `error`.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// The stable code, such as `PCT_MISMATCH`; scripts depend on it.
  public var code: String
  /// Where it is.
  public var location: SourceLocation
  /// One sentence in English, with no full stop at its end.
  public var message: String
  /// The same sentence in Chinese, where there is one.
  public var messageZh: String?
  /// What was expected, as text.
  public var expected: String?
  /// What was found, as text.
  public var actual: String?
  /// The identity of the report row that it is about.
  public var rowID: String?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, code: String, at location: SourceLocation, _ message: String,
    zh messageZh: String? = nil, expected: String? = nil, actual: String? = nil,
    rowID: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.messageZh = messageZh
    self.expected = expected
    self.actual = actual
    self.rowID = rowID
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `FILE!SHEET!CELL: severity: sentence [code]`, in English.
  public var description: String {
    let place = location.description
    return (place.isEmpty ? "" : place + ": ") + "\(severity.rawValue): \(message) [\(code)]"
  }
}

extension Diagnostic: Comparable {
  /// Order by place, then by code and sentence: the order in which findings are printed.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.code != right.code { return left.code < right.code }
    return left.message < right.message
  }
}

/// An error that can be told to the user as one line.
public protocol DiagnosticError: Error {
  /// The line: always of severity `error`.
  var diagnostic: Diagnostic { get }
}
