import ReportModel
import Spreadsheet

/// Collects the findings of the rules: as diagnostics, or as the codes of the rows alone.
struct CheckFindings {
  private(set) var all: [Diagnostic] = []
  /// The codes of each row, in the order of the rules, where only they are wanted.
  private(set) var codes: [[String]] = []
  private let report: Report
  private let wantsCodes: Bool
  private let disabled: Set<String>
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    let code: String
    let address: CellAddress
  }

  /// Begins with what the import found; equal codes at equal places are told once.
  init(_ report: Report, disabled: [String], importFindings: [Diagnostic]) {
    self.report = report
    self.disabled = Set(disabled)
    wantsCodes = false
    let sources = Dictionary(
      report.sources.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in importFindings {
      let location = finding.location
      if let range = location.range,
        let source = sources[SourceSheet(file: location.file ?? "", sheet: location.sheet ?? "")]
      {
        let address = CellAddress(source: source, range: range)
        seen.insert(Key(code: finding.code, address: address))
      }
      if !self.disabled.contains(finding.code) { all.append(finding) }
    }
  }

  /// Begins with nothing and keeps the codes of the rows, with no sentence made.
  init(codesOf report: Report, rows: Int, disabled: [String]) {
    self.report = report
    self.disabled = Set(disabled)
    wantsCodes = true
    codes = Array(repeating: [], count: rows)
  }

  /// Adds a finding about a row, at one of its cells or else at the whole row.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ row: CheckRow, at address: CellAddress?,
    _ message: @autoclosure () -> String, zh: @autoclosure () -> String,
    expected: @autoclosure () -> String? = nil, actual: @autoclosure () -> String? = nil
  ) {
    let address = address ?? row.indicator.row
    guard isNew(code, at: address) else { return }
    if wantsCodes {
      if !codes[row.number].contains(code) { codes[row.number].append(code) }
      return
    }
    all.append(
      Diagnostic(
        severity, code: code, at: report.location(of: address), message(), zh: zh(),
        expected: expected(), actual: actual(), rowID: row.rowID))
  }

  /// Adds a finding about a node or the whole table.
  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, at address: CellAddress?,
    _ message: @autoclosure () -> String, zh: @autoclosure () -> String,
    expected: @autoclosure () -> String? = nil, actual: @autoclosure () -> String? = nil
  ) {
    guard isNew(code, at: address), !wantsCodes else { return }
    all.append(
      Diagnostic(
        severity, code: code, at: report.location(of: address), message(), zh: zh(),
        expected: expected(), actual: actual()))
  }

  private mutating func isNew(_ code: String, at address: CellAddress?) -> Bool {
    guard !disabled.contains(code) else { return false }
    guard let address, report.sources.indices.contains(Int(address.source)) else { return true }
    return seen.insert(Key(code: code, address: address)).inserted
  }
}
