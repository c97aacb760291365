public import ReportMatching
public import ReportModel

/// What differs between two revisions of a report.
public struct ReportComparison: Sendable {
  /// The old revision.
  public let old: Report
  /// The new revision.
  public let new: Report
  /// Which node of the one is which of the other.
  public let matching: NodeMatching
  /// All differences, what is only info among them, in the order of the new report.
  public let changes: [ReportChange]

  /// The differences at level `change`.
  public var realChanges: [ReportChange] { changes.filter { $0.level == .change } }

  /// Whether the two say the same.
  public var isEmpty: Bool { !changes.contains { $0.level == .change } }

  /// How many changes there are of each kind that occurs, in the order of `ReportChange.Kind`.
  public var counts: [(kind: ReportChange.Kind, count: Int)] {
    var counts: [ReportChange.Kind: Int] = [:]
    for change in changes where change.level == .change { counts[change.kind, default: 0] += 1 }
    return ReportChange.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  /// How many differences are only info.
  public var infoCount: Int { changes.reduce(0) { $0 + ($1.level == .info ? 1 : 0) } }

  /// The edits that make the new revision out of the old one.
  public func edits() -> EditScript { EditScript(self) }
}
