import FoundationEssentials
import ReportModel

/// What a figure in another multiple of its unit is off by.
struct ScaleFactor {
  private let number: Decimal
  /// The power of ten that it is; nil if it is none.
  private let places: Int?

  /// A power of ten.
  init(places: Int) {
    number = DecimalRounding.powerOfTen(places)
    self.places = places
  }

  /// The multiple of a unit, which most often is that of its word.
  init(_ number: Decimal, word: MeasureWord) {
    self.number = number
    let places = [4, 3, 8].first { FixedPoint.powerOfTen($0) == Int128(word.scale.digits) }
    self.places = word.scale.isWhole && word.scale.decimal == number ? places : nil
  }

  /// A quotient whose numerator is divided or multiplied by the factor; nil for one that is too large.
  func applied(to ratio: Ratio, divides: Bool) -> Ratio? {
    if let places, let shifted = ratio.shifted(by: divides ? -places : places) { return shifted }
    return Ratio(
      numerator: divides ? ratio.numerator / number : ratio.numerator * number,
      denominator: ratio.denominator)
  }
}
