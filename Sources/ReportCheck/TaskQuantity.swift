import ReportModel

/// A quantity in running text, such as `39家` or `不少于1550人`.
struct TaskQuantity {
  /// The number as it stands.
  let number: FixedPoint
  /// The number in base words; nil if it has too many digits.
  let amount: FixedPoint?
  /// The word of measure, with the base empty where the word is not known.
  let word: MeasureWord
  /// Number and word as they stand in the text.
  let spelling: ArraySlice<Unicode.Scalar>
  /// Whether the text bounds it: 不低于, 以上, ≥ …
  let bound: Bound?
  /// Whether the number is part of something else: an ordinal, a rating, a share per household, a
  /// name. Such a number may still be a target, but nobody misses it.
  let isIncidental: Bool

  enum Bound { case lower, upper }

  /// Number and word as they stand in the text.
  var text: String { String(String.UnicodeScalarView(spelling)) }
}
