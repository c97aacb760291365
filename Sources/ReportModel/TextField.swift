/// A text of a row: what was written, what it reads cleaned, and where it stands.
public struct TextField: Hashable, Sendable {
  /// The text of the cell exactly as it is there.
  public var raw: String
  /// The cleaned text; empty for a blank and for a placeholder.
  public var text: String
  /// Where it stands: for a blank that takes its value from above, the cell that holds the value.
  public var address: CellAddress?

  /// Makes a field; blank unless given.
  public init(raw: String = "", text: String = "", address: CellAddress? = nil) {
    self.raw = raw
    self.text = text
    self.address = address
  }

  /// Whether there is nothing in it.
  public var isBlank: Bool { text.isEmpty }
}

/// The unit of measure of a row.
public struct UnitField: Hashable, Sendable {
  /// The text of the cell exactly as it is there.
  public var raw: String
  /// The cleaned text, as written.
  public var text: String
  /// What the unit is.
  public var unit: Unit?
  /// Where it stands.
  public var address: CellAddress?

  /// Makes a field; blank unless given.
  public init(
    raw: String = "", text: String = "", unit: Unit? = nil, address: CellAddress? = nil
  ) {
    self.raw = raw
    self.text = text
    self.unit = unit
    self.address = address
  }

  /// Whether there is nothing in it.
  public var isBlank: Bool { text.isEmpty }
}

/// A field that the model has no name for.
public struct ExtraField: Hashable, Sendable {
  /// The header of the column, cleaned.
  public var header: String
  /// The text of the cell exactly as it is there.
  public var raw: String
  /// The cleaned text.
  public var text: String
  /// Where it stands.
  public var address: CellAddress?

  /// Makes a field.
  public init(header: String, raw: String, text: String, address: CellAddress? = nil) {
    self.header = header
    self.raw = raw
    self.text = text
    self.address = address
  }
}
