public import FoundationEssentials
import ReportModel

/// What became of one row when its percent was computed again from achieved / target.
public struct PercentAudit: Hashable, Sendable {
  /// How the stated percent stands to the computed one.
  public internal(set) var verdict: PercentVerdict
  /// Whether 100% is written for more than 100.
  public let isCapped: Bool
  /// The number of the first of several rows that one figure stands for, though no cell is merged:
  /// the rows below are blank, and the percent fits the sum of all their targets.
  public internal(set) var arithmeticGroup: Int?
  /// Whether the figure stands in a row above, by arithmetic.
  public internal(set) var isSharedByArithmetic = false
  /// The percent as it is written.
  let percent: StatedPercent?
  /// What was divided by what.
  let ratio: Ratio?

  init(
    _ verdict: PercentVerdict, percent: StatedPercent? = nil, ratio: Ratio? = nil,
    isCapped: Bool = false
  ) {
    self.verdict = verdict
    self.percent = percent
    self.ratio = ratio
    self.isCapped = isCapped
  }

  /// The stated percent in points; for a member of a group the one that the group shares.
  public var stated: Decimal? { percent?.points }
  /// The stated percent in points as text; empty where there is none.
  public var statedText: String {
    percent.map { $0.fixed?.description ?? $0.points.description } ?? ""
  }
  /// The decimals that the stated percent is written with.
  public var decimals: Int { percent?.decimals ?? 0 }
  /// The computed percent in points, at the precision of `Decimal`.
  public var computed: Decimal? { ratio?.points }
  /// What was divided: what was achieved, summed over the rows of a group.
  public var achieved: Decimal? { ratio?.numerator }
  /// What it was divided by: the target, summed over the rows of a group.
  public var target: Decimal? { ratio?.denominator }

  /// The computed percent in points with at most so many decimals, as text; empty where there is none.
  public func computedText(decimals: Int) -> String { ratio?.text(decimals: decimals) ?? "" }
}
