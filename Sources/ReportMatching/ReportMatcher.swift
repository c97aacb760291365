public import ReportModel

// Names decide first, and places second: what is named alike below parents that are the same is the
// same. Names that are left over and unique on both sides have moved. Only what is then left over
// below parents that are the same is compared by likeness, so that the cost stays near the size of
// the reports. Every decision is taken on both sides alike, so that matching the other way round
// gives the mirror image.

/// Pairs the nodes of two reports.
public struct ReportMatcher: Sendable {
  /// Makes a matcher.
  public init() {}

  /// Pairs the nodes of two reports. A level that one of them has no names for takes no part.
  public func match(_ left: Report, _ right: Report) -> NodeMatching {
    let ignored = Self.levelsWithoutNames(left, right)
    return match(
      ReportTree(left, ignoring: ignored.map { Set([$0]) } ?? []),
      ReportTree(right, ignoring: ignored.map { Set([$0]) } ?? []))
  }

  /// Pairs the nodes of two trees.
  public func match(_ left: ReportTree, _ right: ReportTree) -> NodeMatching {
    var state = MatchState(left, right)
    state.pair(0, 0)
    state.descend(from: 0)
    // A second pass finds what the fuzzy pairs of the first made unique; there is rarely a third.
    for _ in 0..<3 where state.hasLeftovers {
      var isChanged = false
      for level in NodeLevel.named {
        if state.matchMoved(level) { isChanged = true }
        if state.matchSiblings(level, isByContent: true) { isChanged = true }
      }
      for level in NodeLevel.named where state.matchSiblings(level, isByContent: false) {
        isChanged = true
      }
      if state.matchByChildren() { isChanged = true }
      if !isChanged { break }
    }
    return NodeMatching(state)
  }

  /// The level that only one of two reports has names for, where there is one: actions, or sections
  /// where the other has several.
  public static func levelsWithoutNames(_ left: Report, _ right: Report) -> NodeLevel? {
    let leftActions = left.hasActionNames
    let rightActions = right.hasActionNames
    if leftActions != rightActions, !left.sections.isEmpty, !right.sections.isEmpty {
      return .action
    }
    let leftSections = left.sections.contains { $0.name != nil }
    let rightSections = right.sections.contains { $0.name != nil }
    if leftSections != rightSections, max(left.sections.count, right.sections.count) > 1 {
      return .section
    }
    return nil
  }
}

extension Report {
  fileprivate var hasActionNames: Bool {
    sections.contains { $0.goals.contains { $0.actions.contains { $0.name != nil } } }
  }
}
