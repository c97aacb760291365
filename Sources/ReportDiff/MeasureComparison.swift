import FoundationEssentials
import ReportModel

/// How two measures compare.
enum MeasureComparison {
  /// They say the same, noise aside.
  case same
  /// They say the same in other words: ≥99元/人 for 不低于99元/人, `/` for a blank.
  case otherwise
  /// They say something else.
  case different
}

extension MeasureComparison {
  /// Compares two measures of one field as written. `isPercentUnit` says that the unit of measure is
  /// %, so that 100 and 100% are one quantity.
  static func compare(
    _ old: Measure, _ new: Measure, field: MeasureField, isPercentUnit: Bool
  ) -> MeasureComparison {
    if old.isBlank, new.isBlank {
      return TextComparison.areSame(CleanText.display(old.raw), CleanText.display(new.raw))
        ? .same : .otherwise
    }
    if old.isBlank || new.isBlank { return .different }
    if TextComparison.areSame(old.text, new.text) { return .same }
    switch (old.value, new.value) {
    case (.number(let a), .percent(let b)), (.percent(let b), .number(let a)):
      if field == .percent {
        if a == b { return .same }
        return a <= 5 && a * 100 == b ? .otherwise : .different
      }
      return isPercentUnit && a == b ? .same : .different
    case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)):
      if a != b { return .different }
      return isSpelledPlainly(old) && isSpelledPlainly(new) ? .same : .otherwise
    default:
      return areEqual(old.value, new.value, oldScale: 1, newScale: 1) ? .otherwise : .different
    }
  }

  /// Whether two values are the same quantity in two units of one dimension.
  static func areEqual(
    _ old: Value, _ new: Value, oldScale: Decimal, newScale: Decimal
  ) -> Bool {
    switch (old, new) {
    case (.number(let a), .number(let b)): return a * oldScale == b * newScale
    case (.percent(let a), .percent(let b)): return a == b
    case (.bound(let one, let a, let unit), .bound(let other, let b, let otherUnit)):
      guard one == other, a * oldScale == b * newScale else { return false }
      guard oldScale == newScale, let unit, let otherUnit else { return true }
      return CleanText.key(unit) == CleanText.key(otherUnit)
    case (.compound(let parts), .compound(let others)):
      return parts.count == others.count
        && zip(parts, others).allSatisfy {
          areEqual($0, $1, oldScale: oldScale, newScale: newScale)
        }
    case (.empty, .empty): return true
    default: return false
    }
  }

  /// Whether a value says anything about its scale: zero is zero in every unit.
  static func showsScale(_ value: Value) -> Bool {
    switch value {
    case .number(let number), .bound(_, let number, _): number != 0
    case .compound(let parts): parts.contains(where: showsScale)
    case .empty, .percent, .text: false
    }
  }

  /// New less old where both are numbers, percents or bounds of one kind.
  static func delta(_ old: Value, _ new: Value) -> String? {
    switch (old, new) {
    case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)):
      return (b - a).description
    case (.bound(let one, let a, _), .bound(let other, let b, _)) where one == other:
      return (b - a).description
    default: return nil
    }
  }

  /// Whether the text is the number and nothing else: `2034台` says the unit once more.
  private static func isSpelledPlainly(_ measure: Measure) -> Bool {
    measure.text.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && !CleanText.isCJK($0) || ("０"..."９").contains($0)
        || $0 == "％" || $0 == "．" || $0 == "，" || $0 == "－" || $0 == "＋"
    }
  }
}
