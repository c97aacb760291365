/// How a stated percent (占任务数) stands to achieved / target.
public enum PercentVerdict: String, Hashable, Sendable, CaseIterable {
  /// It is the quotient exactly.
  case exact
  /// It is the quotient rounded to the decimals that are written, by either rule for ties.
  case rounded
  /// It is the quotient cut off where it should have been rounded.
  case truncated
  /// 100% is written for more than 100, and the profile or the kind of target allows that.
  case capped
  /// It is something else.
  case mismatch
  /// Words or incomplete numbers: there is nothing to compute with.
  case unverifiable
  /// No percent is written.
  case missing
}
