public import ReportModel

/// The rows of a report with what the rules found on each, for the tidy table.
public struct CheckedRows: Sendable {
  /// The stable identity of each row, as `StableKey.rowID`.
  public let rowIDs: [String]
  /// What became of each row's percent, under the standard's rules for 100% and for rounding.
  public let audits: [PercentAudit]
  /// The codes of the findings on each row, each code once.
  public let codes: [[String]]

  /// Checks a report by the rules of a profile, without the sentences of the findings. Linear.
  public init(_ report: Report, profile: Profile = .standard) {
    let rules = profile.checks
    let context = CheckContext(report, rules: rules)
    var findings = CheckFindings(
      codesOf: report, rows: context.rows.count, disabled: rules.disabled)
    ReportChecker.check(context, into: &findings)
    rowIDs = context.rows.map(\.rowID)
    let isStandard = !rules.isCapAllowed && rules.rounding == .either
    audits = isStandard ? context.rows.map(\.audit) : PercentAuditor(report).audits
    codes = findings.codes
  }
}
