import ArgumentParser

/// What files are merged as.
enum MergeBasis: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Submissions of units into a plan.
  case report
  /// Any tables, one below the other.
  case table
}
