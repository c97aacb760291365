public import ReportMatching
public import ReportModel

/// Compares two revisions of a report: what really changed, what is only written otherwise.
///
/// Exchanging the two revisions gives the mirror image; a report compared with itself, in whatever
/// layout, gives nothing. Cost: near the size of the reports.
public struct ReportDiffer: Sendable {
  private let organizations: OrganizationTable

  /// Makes a differ; the profile says which names of organizations mean the same.
  ///
  /// Of the built-in names only the short forms count (教育局 for 市教育局): an organization that is
  /// called otherwise, 市残疾人联合会 for 市残联, is a change of the lead.
  public init(profile: Profile = .standard) {
    var own = profile
    own.aliases.removeAll { OrganizationAlias.standard.contains($0) }
    organizations = OrganizationTable(profile: own)
  }

  /// What differs between an old and a new revision.
  public func compare(_ old: Report, _ new: Report) -> ReportComparison {
    compare(ReportMatcher().match(old, new))
  }

  /// What differs between the two reports of a matching.
  public func compare(_ matching: NodeMatching) -> ReportComparison {
    var comparer = Comparer(matching, organizations: organizations)
    comparer.run()
    return ReportComparison(
      old: matching.left.report, new: matching.right.report, matching: matching,
      changes: comparer.sortedChanges())
  }
}
