/// How two tables are compared.
public struct TableDiffOptions: Hashable, Sendable {
  /// What a row or cell is compared with.
  public enum Pairing: Hashable, Sendable {
    /// Rows are matched by key or content, columns by header.
    case rows
    /// A cell is compared with the cell of the same address.
    case cells
  }

  /// What a row or cell is compared with.
  public var pairing: Pairing
  /// The headers (or letters) of the columns that identify a row; empty to have them found.
  public var keys: [String]
  /// Whether a number format that differs is a change.
  public var comparesFormats: Bool

  /// Makes options.
  public init(pairing: Pairing = .rows, keys: [String] = [], comparesFormats: Bool = false) {
    self.pairing = pairing
    self.keys = keys
    self.comparesFormats = comparesFormats
  }
}
