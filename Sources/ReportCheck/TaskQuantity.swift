import FoundationEssentials

/// A quantity in running text, such as `39家` or `不少于1550人`.
struct TaskQuantity {
  /// The number as it stands.
  let number: Decimal
  /// The word of measure, with the base empty where the word is not known.
  let word: MeasureWord
  /// Number and word as they stand in the text.
  let text: String
  /// Whether the text bounds it: 不低于, 以上, ≥ …
  let bound: Bound?
  /// Whether the number is part of something else: an ordinal, a rating, a share per household, a
  /// name. Such a number may still be a target, but nobody misses it.
  let isIncidental: Bool
  /// Where it begins, in scalars of the text.
  let offset: Int

  enum Bound { case lower, upper }

  /// The number in base words.
  var amount: Decimal { number * word.scale }
}
