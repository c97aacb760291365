public import FoundationEssentials

/// What became of one row when its percent was computed again from achieved / target.
public struct PercentAudit: Hashable, Sendable {
  /// How the stated percent stands to the computed one.
  public var verdict: PercentVerdict
  /// The stated percent in points; for a member of a group the one that the group shares.
  public var stated: Decimal?
  /// The decimals that the stated percent is written with.
  public var decimals: Int
  /// The computed percent in points, at the precision of `Decimal`.
  public var computed: Decimal?
  /// What was divided: what was achieved, summed over the rows of a group.
  public var achieved: Decimal?
  /// What it was divided by: the target, summed over the rows of a group.
  public var target: Decimal?
  /// Whether 100% is written for more than 100.
  public var isCapped: Bool
  /// The number of the first of several rows that one figure stands for, though no cell is merged:
  /// the rows below are blank, and the percent fits the sum of all their targets.
  public var arithmeticGroup: Int?
  /// Whether the figure stands in a row above, by arithmetic.
  public var isSharedByArithmetic = false

  init(
    _ verdict: PercentVerdict, stated: Decimal? = nil, decimals: Int = 0, computed: Decimal? = nil,
    achieved: Decimal? = nil, target: Decimal? = nil, isCapped: Bool = false
  ) {
    self.verdict = verdict
    self.stated = stated
    self.decimals = decimals
    self.computed = computed
    self.achieved = achieved
    self.target = target
    self.isCapped = isCapped
  }
}
