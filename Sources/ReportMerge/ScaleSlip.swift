import FoundationEssentials
import ReportModel

/// Values that are off by the scale between two units: 2522 where 0.2522 万人 is meant.
enum ScaleSlip {
  /// The factor by which a value is too large (above 1) or too small (below 1); nil where it is
  /// neither.
  ///
  /// Judged by the target and the stated percent: only a factor that is the scale between two units
  /// of the dimension counts. Without a percent, or with one computed from the slipped value, a value
  /// counts as too large only where it is a scale above the target.
  static func factor(
    achieved: Measure, percent: Measure, target: Measure, unit: Unit?, scales: UnitScales
  ) -> Decimal? {
    let factors = scales.factors
    guard let unit, !factors.isEmpty, case .number(let value) = achieved.value, value > 0,
      let goal = target.value.decimal, goal > 0
    else { return nil }
    if isPlain(achieved, percent, target, scales) { return nil }
    // All of it multiplied by the goal: dividing decimals costs many times as much.
    if case .percent(let stated) = percent.value, stated > 0 {
      let points = value * 100
      let meant = stated * goal
      let tolerance = step(of: percent.text) * goal
      if abs(points - meant) > tolerance {
        for factor in factors {
          if abs(points - meant * factor) <= tolerance * factor { return factor }
          if abs(points * factor - meant) <= tolerance { return 1 / factor }
        }
        return nil
      }
    }
    for factor in factors where unit.scale > 1 && factor <= unit.scale {
      let whole = goal * factor
      if value * 2 >= whole, value <= whole * 2 { return factor }
    }
    return nil
  }

  /// Whether nothing slipped, found out with numbers that need no memory; false where something did, or
  /// where the numbers have too many digits for that.
  private static func isPlain(
    _ achieved: Measure, _ percent: Measure, _ target: Measure, _ scales: UnitScales
  ) -> Bool {
    guard let unit = scales.unit, scales.fixed.count == scales.factors.count,
      let value = achieved.value.decimal.flatMap({ FixedPoint($0, text: achieved.text) }),
      let goal = target.value.decimal.flatMap({ FixedPoint($0, text: target.text) })
    else { return false }
    if case .percent(let number) = percent.value, number > 0 {
      guard let stated = FixedPoint(number, text: percent.text), let points = value.shifted(by: 2),
        let meant = stated.times(goal),
        let tolerance = goal.shifted(by: -decimals(of: percent.text)),
        let fits = isWithin(tolerance, points, meant)
      else { return false }
      if !fits {
        for factor in scales.fixed {
          guard let larger = meant.times(factor), let wider = tolerance.times(factor),
            let smaller = points.times(factor), isWithin(wider, points, larger) == false,
            isWithin(tolerance, smaller, meant) == false
          else { return false }
        }
        return true
      }
    }
    for factor in scales.fixed where unit > 1 && factor <= unit {
      guard let whole = goal.times(factor), let twice = value.times(2), let double = whole.times(2)
      else { return false }
      if twice >= whole, value <= double { return false }
    }
    return true
  }

  /// Whether two numbers are no further apart than a third; nil where there are too many digits.
  private static func isWithin(
    _ distance: FixedPoint, _ one: FixedPoint, _ other: FixedPoint
  ) -> Bool? {
    guard let low = one.plus(distance), let high = other.plus(distance) else { return nil }
    return other <= low && one <= high
  }

  /// The scales between a unit and others of its dimension. Those that a slip of the pen gives as
  /// well (10 and 100) say nothing.
  static func factors(of unit: Unit, in table: UnitTable) -> [Decimal] {
    guard unit.scale > 0 else { return [] }
    var factors: Set<Decimal> = []
    let words = ["", "千", "万", "百万", "亿"].map { $0 + unit.base } + otherWords
    for word in words {
      guard let other = table.knownUnit(word) ?? table.unit(word), other.isConvertible(to: unit),
        other.scale > 0
      else { continue }
      let factor = max(other.scale, unit.scale) / min(other.scale, unit.scale)
      if factor >= 15, factor != 100 { factors.insert(factor) }
    }
    return factors.sorted()
  }

  /// Units that are no base unit behind 千, 万 or 亿.
  private static let otherWords = [
    "公里", "千米", "公顷", "万亩", "平方公里", "万立方米", "公斤", "吨", "万吨", "千瓦", "兆瓦",
  ]

  /// One unit of the last decimal of a percent as written: rounding and truncation stay below it.
  private static func step(of text: String) -> Decimal {
    Decimal(sign: .plus, exponent: -decimals(of: text), significand: 1)
  }

  /// The decimals of a percent as written, at most twelve.
  private static func decimals(of text: String) -> Int {
    var count = 0
    var isBehindPoint = false
    for byte in text.utf8 {
      if isBehindPoint {
        guard byte >= 0x30, byte <= 0x39 else { break }
        count += 1
      } else {
        isBehindPoint = byte == UInt8(ascii: ".")
      }
    }
    return min(count, 12)
  }
}

/// What the values of a unit may be off by.
struct UnitScales {
  /// The scales between the unit and others of its dimension.
  let factors: [Decimal]
  /// The same, and the scale of the unit itself, as numbers that need no memory; fewer, or nil, where one
  /// has too many digits.
  let fixed: [FixedPoint]
  let unit: FixedPoint?

  static let none = UnitScales(factors: [], scale: 1)

  init(factors: [Decimal], scale: Decimal) {
    self.factors = factors
    fixed = factors.compactMap { FixedPoint($0) }
    unit = FixedPoint(scale)
  }
}
