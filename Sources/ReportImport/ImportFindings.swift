import Spreadsheet

/// Collects the findings of an import, with the places of one sheet at a time.
struct ImportFindings {
  let file: String
  private(set) var all: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, sheet: String?, at range: CellRange? = nil,
    _ message: String, zh: String, expected: String? = nil, actual: String? = nil
  ) {
    all.append(
      Diagnostic(
        severity, code: code, at: SourceLocation(file: file, sheet: sheet, range: range), message,
        zh: zh, expected: expected, actual: actual))
  }

  /// Takes findings back, such as those about labels that turn out to be repeated everywhere.
  mutating func remove(code: String, sheet: String) {
    all.removeAll { $0.code == code && $0.location.sheet == sheet }
  }
}
