public import ReportModel
public import Spreadsheet

/// Audits a report by the rules of the domain: arithmetic, completeness, units, texts, numbering.
///
/// The rules are as quiet as they are keen: a number in a text that is no target, a shared value
/// and a percent under either rounding rule raise nothing.
public struct ReportChecker: Sendable {
  /// Thresholds and switches.
  public let rules: CheckRule

  /// Makes a checker with the thresholds of a profile.
  public init(profile: Profile = .standard) {
    rules = profile.checks
  }

  /// All findings on a report, with those of its import, sorted by place. Linear in the rows.
  ///
  /// With the report of the period before, cumulative figures that fell are found too.
  public func findings(
    in report: Report, importFindings: [Diagnostic] = [], previous: Report? = nil
  ) -> [Diagnostic] {
    var findings = CheckFindings(
      report, disabled: rules.disabled, importFindings: importFindings)
    let context = CheckContext(report, rules: rules)
    Self.check(context, into: &findings)
    if let previous { PeriodRules(context, previous: previous).check(into: &findings) }
    return findings.all.sorted()
  }

  /// The rules about a report by itself.
  static func check(_ context: CheckContext, into findings: inout CheckFindings) {
    PercentRules(context).check(into: &findings)
    CompletenessRules(context).check(into: &findings)
    PlacementRules(context).check(into: &findings)
    UnitRules(context).check(into: &findings)
    WordingRules(context).check(into: &findings)
    TaskTextRules(context).check(into: &findings)
    ProgressRules(context).check(into: &findings)
    NumberingRules(context).check(into: &findings)
    StyleRules(context).check(into: &findings)
  }
}
