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
    achieved: Measure, percent: Measure, target: Measure, unit: Unit?, factors: [Decimal]
  ) -> Decimal? {
    guard let unit, case .number(let value) = achieved.value, value > 0,
      let goal = target.value.decimal, goal > 0
    else { return nil }
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
    return count == 0 ? 1 : Decimal(sign: .plus, exponent: -min(count, 12), significand: 1)
  }
}
