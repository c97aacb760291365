public import FoundationEssentials

/// A unit of measure: 万人 is 10,000 of its base unit 人.
public struct Unit: Hashable, Sendable {
  /// The one spelling that equal units share, such as `元/人·月`.
  public var canonical: String
  /// What is measured, such as `length` or, for a counting word, the word itself.
  public var dimension: String
  /// The base unit, such as `人` or `m`.
  public var base: String
  /// How many base units one unit is.
  public var scale: Decimal

  /// Makes a unit.
  public init(canonical: String, dimension: String, base: String, scale: Decimal) {
    self.canonical = canonical
    self.dimension = dimension
    self.base = base
    self.scale = scale
  }

  /// Whether quantities in the two units can be converted into each other.
  public func isConvertible(to other: Unit) -> Bool {
    dimension == other.dimension && base == other.base
  }
}
