public import Spreadsheet

/// What stands in the part of a sheet around its rows.
public struct SheetOutline: Sendable {
  /// The used range as the file claims it: a hint only, which may be wrong.
  public internal(set) var claimedDimension: CellRange?
  /// Widths and hidden state of columns, by ascending column.
  public internal(set) var columns: [ColumnProperties] = []
  /// Merged ranges in the order of the file; known after the rows only.
  public internal(set) var mergedRanges: [CellRange] = []
  /// Names of features found in the part, such as `data-validations`, in the order of the file.
  public internal(set) var features: [String] = []

  var defaultColumnWidth: Double?
  var defaultRowHeight: Double?
  var frozenPane: FrozenPane?
  var isRightToLeft = false
  var isProtected = false
  var page = PageSetup()
  var autoFilter: CellRange?
  var dataValidations: [DataValidation] = []
  var formatRules: [FormatRule] = []
  var links: [Link] = []
  var tableRelationships: [String] = []
  var arrayFormulas: [CellRange] = []
  var richText: [CellReference: [TextRun]] = [:]

  /// A hyperlink before its relationship is looked up.
  struct Link: Sendable {
    var range: CellRange
    var relationship: String?
    var location: String?
    var tooltip: String?
  }

  /// A rule of a conditional format before its style is looked up.
  struct FormatRule: Sendable {
    var ranges: [CellRange]
    var type: String
    var comparison: String?
    var style: Int?
    var formulas: [String]
    var color: Color?
  }

  /// Whether a column is hidden.
  public func isColumnHidden(_ column: Int) -> Bool {
    columns.contains { $0.isHidden && $0.columns.contains(column) }
  }

  mutating func note(_ feature: String) {
    if !features.contains(feature) { features.append(feature) }
  }
}

extension CellRange {
  /// The ranges of a list such as `A1:B2 D4 F:F`, and how many pieces of it are none.
  static func list(_ text: String) -> (ranges: [CellRange], invalid: Int) {
    var ranges: [CellRange] = []
    var invalid = 0
    for piece in text.split(separator: " ") {
      if let range = CellRange(whole: String(piece)) {
        ranges.append(range)
      } else {
        invalid += 1
      }
    }
    return (ranges, invalid)
  }

  /// Reads a range that may be one of whole columns (`A:C`) or rows (`1:3`).
  init?(whole text: String) {
    if let range = CellRange(text) {
      self = range
      return
    }
    let parts = text.replacing("$").split(separator: ":")
    guard parts.count == 2 else { return nil }
    if let one = Int(parts[0]), let other = Int(parts[1]),
      let first = CellReference("A\(one)"), let last = CellReference("XFD\(other)")
    {
      self.init(first, last)
    } else if let first = CellReference("\(parts[0])1"),
      let last = CellReference("\(parts[1])\(CellReference.rowLimit)"),
      parts.allSatisfy({ $0.allSatisfy(\.isLetter) })
    {
      self.init(first, last)
    } else {
      return nil
    }
  }
}

extension String {
  /// The text without a character.
  func replacing(_ character: Character) -> String {
    filter { $0 != character }
  }
}
