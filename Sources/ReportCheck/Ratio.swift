import FoundationEssentials
import ReportModel

/// A quotient that is compared with a stated percent by multiplication only.
struct Ratio: Hashable, Sendable {
  let numerator, denominator: Decimal
  /// Both numbers, where they have few enough digits.
  private let fixed: Pair?

  private struct Pair: Hashable, Sendable {
    let top, bottom: FixedPoint
  }

  /// A quotient; nil by zero, by a negative number and for numbers too large for `Decimal`.
  init?(numerator: Decimal, denominator: Decimal) {
    self.init(
      numerator, FixedPoint(numerator), over: denominator, FixedPoint(denominator))
  }

  /// A quotient of fixed-point numbers; nil by zero and by a negative number.
  init?(_ top: FixedPoint, over bottom: FixedPoint) {
    self.init(top.decimal, top, over: bottom.decimal, bottom)
  }

  /// What a row achieved over its target, where both are numbers or bounds.
  init?(_ indicator: Report.Indicator) {
    guard let top = indicator.achieved.value.decimal, let bottom = indicator.target.value.decimal
    else { return nil }
    self.init(
      top, FixedPoint(top, text: indicator.achieved.text), over: bottom,
      FixedPoint(bottom, text: indicator.target.text))
  }

  /// What one row achieved over the target of another, where both are numbers or bounds.
  init?(achievedOf row: CheckRow, targetOf other: CheckRow) {
    guard let top = row.indicator.achieved.value.decimal,
      let bottom = other.indicator.target.value.decimal
    else { return nil }
    self.init(top, row.achieved, over: bottom, other.target)
  }

  private init?(
    _ numerator: Decimal, _ top: FixedPoint?, over denominator: Decimal, _ bottom: FixedPoint?
  ) {
    self.numerator = numerator
    self.denominator = denominator
    if let top, let bottom {
      guard bottom.digits > 0 else { return nil }
      fixed = Pair(top: top, bottom: bottom)
      return
    }
    guard denominator > 0, numerator.isFinite, denominator.isFinite,
      (numerator * 100 / denominator).isFinite
    else { return nil }
    fixed = nil
  }

  /// The quotient in points, at the precision of `Decimal`.
  var points: Decimal { numerator * 100 / denominator }

  /// The quotient upside down; itself where the numerator is zero.
  var inverse: Ratio {
    if let fixed { return Ratio(fixed.bottom, over: fixed.top) ?? self }
    return Ratio(numerator: denominator, denominator: numerator) ?? self
  }

  /// Whether it is more than one.
  var isOver: Bool {
    fixed.map { $0.top > $0.bottom } ?? (numerator > denominator)
  }

  /// The quotient of the numerator times a power of ten; nil if it has too many digits.
  func shifted(by places: Int) -> Ratio? {
    guard let fixed, let top = fixed.top.shifted(by: places) else { return nil }
    return Ratio(top, over: fixed.bottom)
  }
}

// MARK: - Points

extension Ratio {
  /// The quotient in points with so many decimals, halves rounded away from zero.
  func rounded(decimals: Int) -> Decimal {
    fixedPoints(decimals: decimals)?.decimal
      ?? DecimalRounding.rounded(points, decimals: decimals)
  }

  /// The text of `rounded(decimals:)`.
  func text(decimals: Int) -> String {
    fixedPoints(decimals: decimals)?.description
      ?? DecimalRounding.rounded(points, decimals: decimals).description
  }

  private func fixedPoints(decimals: Int) -> FixedPoint? {
    guard let fixed, decimals >= 0,
      let top = fixed.top.scaled(to: fixed.top.decimals + fixed.bottom.decimals + decimals + 2),
      let bottom = fixed.bottom.scaled(to: fixed.bottom.decimals + fixed.top.decimals)
    else { return nil }
    let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let isHalf = rest.magnitude >= bottom.magnitude - rest.magnitude
    return FixedPoint(
      digits: isHalf ? whole + (top < 0 ? -1 : 1) : whole, decimals: decimals)
  }

  /// Whether the quotient in points is more than another number of points.
  func isMore(than points: Decimal, _ fixedPoints: FixedPoint?) -> Bool {
    if let fixedPoints, let terms = terms(points: fixedPoints, decimals: 0) {
      return terms.difference > 0
    }
    return self.points > points
  }

  /// Whether the quotient in points is less than another number of points.
  func isLess(than points: Decimal, _ fixedPoints: FixedPoint?) -> Bool {
    if let fixedPoints, let terms = terms(points: fixedPoints, decimals: 0) {
      return terms.difference < 0
    }
    return self.points < points
  }

  /// Whether the quotient is more than ten points away from a stated percent.
  func isFar(from stated: StatedPercent) -> Bool {
    // With zero decimals one unit comes to one point.
    if let fixed = stated.fixed, let (difference, step) = terms(points: fixed, decimals: 0) {
      return difference.magnitude / 10 >= step.magnitude
        && difference.magnitude != step.magnitude * 10
    }
    return (stated.points - points).magnitude > 10
  }

  /// Both sides of the comparison with stated points, multiplied by the denominator and by one power of
  /// ten: what is too much, and what one unit of the last decimal comes to.
  func terms(points: FixedPoint, decimals: Int) -> (difference: Int128, step: Int128)? {
    guard let fixed, decimals >= 0 else { return nil }
    let (top, bottom) = (fixed.top, fixed.bottom)
    let most = max(top.decimals, bottom.decimals + max(points.decimals, decimals))
    guard let one = FixedPoint.powerOfTen(most - top.decimals + 2),
      let other = FixedPoint.powerOfTen(most - bottom.decimals - points.decimals),
      let unit = FixedPoint.powerOfTen(most - bottom.decimals - decimals)
    else { return nil }
    let product = Int128(points.digits) * Int128(bottom.digits)
    let (left, first) = Int128(top.digits).multipliedReportingOverflow(by: one)
    let (right, second) = product.multipliedReportingOverflow(by: other)
    let (step, third) = Int128(bottom.digits).multipliedReportingOverflow(by: unit)
    let (difference, fourth) = left.subtractingReportingOverflow(right)
    guard !first, !second, !third, !fourth, difference.magnitude < UInt128(Int128.max / 2) else {
      return nil
    }
    return (difference, step)
  }

  /// The target of at most two decimals for which stated points would be exact; nil if there is none.
  func impliedTarget(_ stated: StatedPercent) -> Decimal? {
    if let top = fixed?.top, let points = stated.fixed {
      guard points.digits > 0, top.digits > 0 else { return nil }
      if let left = top.scaled(to: top.decimals + points.decimals + 4),
        let right = points.scaled(to: points.decimals + top.decimals)
      {
        return left % right == 0 ? FixedPoint(digits: left / right, decimals: 2)?.decimal : nil
      }
    }
    guard stated.points > 0, numerator > 0 else { return nil }
    let implied = numerator * 100 / stated.points
    guard implied.isFinite, DecimalRounding.rounded(implied, decimals: 2) == implied else {
      return nil
    }
    return implied
  }
}
