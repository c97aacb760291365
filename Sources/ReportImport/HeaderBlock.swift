import Spreadsheet

/// The rows of a header and, for every column, its texts from the top down.
struct HeaderBlock {
  /// A text of the header with the columns that it stands over.
  struct Label: Hashable {
    var text: String
    var anchor: CellReference
    var columns: ClosedRange<Int>
  }

  /// A column with at least one text over it.
  struct Column {
    var column: Int
    /// The distinct labels from the top down; never empty.
    var path: [Label]
    var isHidden: Bool

    /// The lowest label.
    var leaf: Label { path[path.count - 1] }
  }

  /// The rows of the sheet.
  var rows: ClosedRange<Int>
  /// The columns from left to right.
  var columns: [Column]
}
