import ReportModel
import Spreadsheet

/// Collects the findings of the rules.
struct CheckFindings {
  private(set) var all: [Diagnostic] = []
  private let report: Report
  private let disabled: Set<String>
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    let code: String
    let location: SourceLocation
  }

  /// Begins with what the import found; equal codes at equal places are told once.
  init(_ report: Report, disabled: [String], importFindings: [Diagnostic]) {
    self.report = report
    self.disabled = Set(disabled)
    for finding in importFindings {
      seen.insert(Key(code: finding.code, location: finding.location))
      if !self.disabled.contains(finding.code) { all.append(finding) }
    }
  }

  /// Adds a finding about a row, at one of its cells or else at the whole row.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ row: CheckRow, at address: CellAddress?,
    _ message: String, zh: String, expected: String? = nil, actual: String? = nil
  ) {
    add(
      Diagnostic(
        severity, code: code, at: report.location(of: address ?? row.indicator.row), message,
        zh: zh, expected: expected, actual: actual, rowID: row.rowID))
  }

  /// Adds a finding about a node or the whole table.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, at address: CellAddress?, _ message: String,
    zh: String, expected: String? = nil, actual: String? = nil
  ) {
    add(
      Diagnostic(
        severity, code: code, at: report.location(of: address), message, zh: zh,
        expected: expected, actual: actual))
  }

  private mutating func add(_ finding: Diagnostic) {
    guard !disabled.contains(finding.code) else { return }
    if finding.location.range != nil {
      let key = Key(code: finding.code, location: finding.location)
      guard seen.insert(key).inserted else { return }
    }
    all.append(finding)
  }
}
