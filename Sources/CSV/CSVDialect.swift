public import Spreadsheet

/// How CSV is written (RFC 4180 and its kin).
public struct CSVDialect: Hashable, Sendable {
  /// The ends of records.
  public enum LineEnding: String, Hashable, Sendable {
    /// A line feed.
    case lf
    /// A carriage return and a line feed, as RFC 4180 has it.
    case crlf
  }

  /// The separator between fields: a comma, or a tab for TSV.
  public var separator = UInt8(ascii: ",")
  /// The ends of records.
  public var lineEnding = LineEnding.lf
  /// Whether texts that a spreadsheet would run as formulas get a `'` in front.
  public var guardsFormulas = false
  /// Whether values are typed or shown.
  public var values = ValueForm.typed

  /// Commas, line feeds, no guard, typed values.
  public init() {}

  /// Tabs instead of commas.
  public static var tsv: CSVDialect {
    var dialect = CSVDialect()
    dialect.separator = UInt8(ascii: "\t")
    return dialect
  }
}
