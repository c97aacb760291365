import FoundationEssentials
import ReportModel

/// A percent as it was written: its points and its decimals.
struct StatedPercent {
  let points: Decimal
  let decimals: Int
  /// The points if a bare number such as 1.2 is a fraction, not points.
  private let fractionPoints: Decimal?

  /// Reads a percent field; nil for words.
  init?(_ measure: Measure) {
    let text = measure.text.utf8
    let digits = text.drop { $0 != UInt8(ascii: ".") }.dropFirst()
      .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    switch measure.value {
    case .percent(let number):
      points = number
      decimals = digits.count
      fractionPoints = nil
    case .number(let number):
      points = number
      decimals = digits.count
      fractionPoints = number * 100
    case .empty, .bound, .compound, .text:
      return nil
    }
    guard points.isFinite else { return nil }
  }

  var unverifiable: PercentAudit {
    PercentAudit(.unverifiable, stated: points, decimals: decimals)
  }

  /// How the percent stands to a quotient; ties are in order under either rounding rule.
  func verdict(for ratio: Ratio) -> PercentVerdict {
    let verdict = Self.verdict(points, decimals, ratio)
    guard verdict == .mismatch, let fractionPoints else { return verdict }
    return Self.verdict(fractionPoints, max(0, decimals - 2), ratio)
  }

  private static func verdict(
    _ points: Decimal, _ decimals: Int, _ ratio: Ratio
  ) -> PercentVerdict {
    let difference = ratio.numerator * 100 - points * ratio.denominator
    let step = DecimalRounding.powerOfTen(-decimals) * ratio.denominator
    guard difference.isFinite, step.isFinite else { return .unverifiable }
    if difference == 0 { return .exact }
    let double = difference.magnitude * 2
    if double < step { return .rounded }
    if double == step, difference < 0 || isEven(points, decimals) { return .rounded }
    if difference > 0, difference < step { return .truncated }
    return .mismatch
  }

  /// Whether the last digit that is written is even, as rounding half to even leaves it.
  private static func isEven(_ points: Decimal, _ decimals: Int) -> Bool {
    let half = points * DecimalRounding.powerOfTen(decimals) / 2
    return DecimalRounding.truncated(half, decimals: 0) == half
  }
}
