/// What a cell holds.
///
/// A date is a number whose style has a date format, as in the file format.
public enum CellValue: Hashable, Sendable {
  /// Nothing: the cell has a style only.
  case empty
  /// A number, or a date or time by its format.
  case number(Double)
  /// Text, whatever it looks like.
  case string(String)
  /// `TRUE` or `FALSE`.
  case boolean(Bool)
  /// An error by its text, such as `#N/A`.
  case error(String)

  /// Whether there is nothing in the cell.
  public var isEmpty: Bool { self == .empty }
}
