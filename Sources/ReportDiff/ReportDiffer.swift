public import ReportMatching
public import ReportModel

/// Compares two revisions of a report: what really changed, what is only written otherwise.
///
/// Exchanging the two revisions gives the mirror image; a report compared with itself, in whatever
/// layout, gives nothing. Cost: near the size of the reports.
public struct ReportDiffer: Sendable {
  private let organizations: OrganizationTable

  /// Makes a differ; the profile says which names of organizations mean the same.
  public init(profile: Profile = .standard) {
    organizations = OrganizationTable(profile: profile)
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
