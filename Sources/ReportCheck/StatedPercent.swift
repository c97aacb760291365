import FoundationEssentials
import ReportModel

/// A percent as it was written: its points and its decimals.
struct StatedPercent: Hashable, Sendable {
  let points: Decimal
  let decimals: Int
  /// The points, where they have few enough digits.
  let fixed: FixedPoint?
  /// Whether it may be a fraction: a bare number such as 1.2.
  private let isBare: Bool
  private let rounding: CheckRule.Rounding

  /// Reads a percent field that is rounded by a rule; nil for words.
  init?(_ measure: Measure, rounding: CheckRule.Rounding) {
    self.rounding = rounding
    switch measure.value {
    case .percent(let number):
      points = number
      isBare = false
    case .number(let number):
      points = number
      isBare = true
    case .empty, .bound, .compound, .text:
      return nil
    }
    guard points.isFinite else { return nil }
    fixed = FixedPoint(points, text: measure.text)
    decimals = Self.decimals(of: measure.text)
  }

  /// Whether the points have no decimals but zeros.
  var isWhole: Bool {
    fixed?.isWhole ?? (DecimalRounding.truncated(points, decimals: 0) == points)
  }

  /// How many digits stand behind the first point of a text.
  private static func decimals(of text: String) -> Int {
    let bytes = text.utf8Span.span
    var position = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ".") { position += 1 }
    var count = 0
    position += 1
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      count += 1
      position += 1
    }
    return count
  }

  /// How the percent stands to a quotient; ties are settled by the rule for rounding.
  func verdict(for ratio: Ratio) -> PercentVerdict {
    let verdict = verdict(points, fixed, decimals, ratio)
    guard verdict == .mismatch, isBare else { return verdict }
    let fraction = fixed?.shifted(by: 2)
    return self.verdict(
      fraction?.decimal ?? points * 100, fraction, max(0, decimals - 2), ratio)
  }

  private func verdict(
    _ points: Decimal, _ fixed: FixedPoint?, _ decimals: Int, _ ratio: Ratio
  ) -> PercentVerdict {
    if let fixed, let (difference, step) = ratio.terms(points: fixed, decimals: decimals) {
      if difference == 0 { return .exact }
      let double = difference.magnitude * 2
      if double < step.magnitude { return .rounded }
      if double == step.magnitude,
        isTieInOrder(isUp: difference < 0, isEven: Self.isEven(fixed, decimals))
      {
        return .rounded
      }
      return difference > 0 && difference < step ? .truncated : .mismatch
    }
    let difference = ratio.numerator * 100 - points * ratio.denominator
    let step = DecimalRounding.powerOfTen(-decimals) * ratio.denominator
    guard difference.isFinite, step.isFinite else { return .unverifiable }
    if difference == 0 { return .exact }
    let double = difference.magnitude * 2
    if double < step { return .rounded }
    if double == step,
      isTieInOrder(isUp: difference < 0, isEven: Self.isEven(points, decimals))
    {
      return .rounded
    }
    return difference > 0 && difference < step ? .truncated : .mismatch
  }

  private func isTieInOrder(isUp: Bool, isEven: Bool) -> Bool {
    switch rounding {
    case .either: isUp || isEven
    case .halfUp: isUp
    case .halfEven: isEven
    }
  }

  /// Whether the last digit that is written is even, as rounding half to even leaves it.
  private static func isEven(_ points: FixedPoint, _ decimals: Int) -> Bool {
    points.decimals <= decimals && points.scaled(to: decimals).map { $0 % 2 == 0 } ?? false
  }

  private static func isEven(_ points: Decimal, _ decimals: Int) -> Bool {
    let half = points * DecimalRounding.powerOfTen(decimals) / 2
    return DecimalRounding.truncated(half, decimals: 0) == half
  }
}
