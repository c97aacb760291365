import ReportModel

/// What the columns of a table hold.
struct ResolvedColumns {
  /// The meaning of one column.
  struct Column: Hashable {
    var column: Int
    /// Nil where the column is not read.
    var field: ReportField?
    /// The header, cleaned.
    var header: String
    /// Whether the header is known, so that there is nothing to tell.
    var isKnown: Bool
    var isHidden = false
    /// Whether the header has a percent sign.
    var hasPercentSign = false
    /// The unit of measure in the header.
    var unit: String?
  }

  /// Why the rows are no header.
  enum Flaw: Hashable {
    /// Fewer fields than the profile asks for.
    case tooFew(fields: [ReportField])
    /// A required field is missing.
    case missing(ReportField)
    /// Nothing is measured.
    case noMeasure
    /// The same measures again and again: a matrix.
    case matrix
  }

  /// The columns from left to right.
  var columns: [Column]
  var flaw: Flaw?

  /// Whether the table is a tidy form of ours, in which a blank is a blank.
  var isTidy: Bool {
    var names: Set<String> = []
    for column in columns { names.insert(column.header) }
    return names.contains("row_id") || names.isSuperset(of: ["section_no", "goal_no", "goal"])
  }

  /// The levels that have columns.
  var levels: [ReportField] { columns.compactMap(\.field).filter(\.isLevel) }
}
