public import FoundationEssentials

/// A unit of measure that a profile states.
public struct UnitDefinition: Hashable, Sendable {
  /// The spelling that is defined.
  public var name: String
  /// The canonical spelling.
  public var canonical: String
  /// The base unit.
  public var base: String
  /// How many base units it is.
  public var scale: Decimal

  /// Makes a definition.
  public init(name: String, canonical: String, base: String, scale: Decimal) {
    self.name = name
    self.canonical = canonical
    self.base = base
    self.scale = scale
  }
}
