public import Spreadsheet

/// The reason why a workbook cannot be written: mostly a limit of the format.
///
/// `XLSXWriter` finds every such reason before it writes the first byte.
public struct XLSXWriteError: DiagnosticError, Hashable {
  /// What is wrong; the raw value is the stable code.
  public enum Kind: String, Hashable, Sendable {
    /// A sheet's name is empty, too long, has forbidden characters or is taken.
    case sheetName = "SHEET_NAME"
    /// No sheet can be seen, or there is none.
    case noVisibleSheet = "NO_VISIBLE_SHEET"
    /// A row or column lies outside the grid of 1,048,576 by 16,384.
    case outsideGrid = "OUTSIDE_GRID"
    /// Rows or cells do not come in ascending order.
    case order = "CELL_ORDER"
    /// A text has more than 32,767 characters.
    case textLength = "TEXT_TOO_LONG"
    /// A formula has more than 8,192 characters.
    case formulaLength = "FORMULA_TOO_LONG"
    /// A number that the format cannot hold.
    case number = "NOT_A_NUMBER"
    /// Two merged ranges share a cell.
    case mergeOverlap = "MERGE_OVERLAP"
    /// Runs of columns overlap.
    case columnOverlap = "COLUMN_OVERLAP"
    /// A table does not fit its sheet.
    case table = "TABLE"
    /// A name is none that the format allows, or is taken.
    case name = "DEFINED_NAME"
    /// More styles than the format allows.
    case styles = "TOO_MANY_STYLES"
    /// A header, footer or message is longer than the format allows.
    case caption = "CAPTION_TOO_LONG"
  }

  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let location: SourceLocation
  /// One sentence.
  public let message: String

  /// Makes an error.
  public init(
    _ kind: Kind, sheet: String? = nil, range: CellRange? = nil, _ message: String
  ) {
    self.kind = kind
    self.message = message
    var location = SourceLocation()
    location.sheet = sheet
    location.range = range
    self.location = location
  }

  /// The line for the user.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, code: kind.rawValue, at: location, message)
  }
}
