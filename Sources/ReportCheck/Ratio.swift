import FoundationEssentials
import ReportModel

/// A quotient that is compared with a stated percent by multiplication only.
struct Ratio: Hashable {
  let numerator, denominator: Decimal

  /// The quotient in points, at the precision of `Decimal`.
  var points: Decimal { numerator * 100 / denominator }

  /// The quotient upside down; itself where the numerator is zero.
  var inverse: Ratio { Ratio(numerator: denominator, denominator: numerator) ?? self }

  /// A quotient; nil by zero, by a negative number and for numbers too large for `Decimal`.
  init?(numerator: Decimal, denominator: Decimal) {
    guard denominator > 0, numerator.isFinite, denominator.isFinite,
      (numerator * 100 / denominator).isFinite
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// What a row achieved over its target, where both are numbers or bounds.
  init?(_ indicator: Report.Indicator) {
    guard let top = indicator.achieved.value.decimal, let bottom = indicator.target.value.decimal
    else { return nil }
    self.init(numerator: top, denominator: bottom)
  }
}
