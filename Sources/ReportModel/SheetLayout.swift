/// A layout that is stated, not inferred: what the rows and columns of one table are.
public struct SheetLayout: Hashable, Sendable {
  /// What a row is.
  public enum RowRole: String, Hashable, Sendable, CaseIterable {
    /// One indicator.
    case data
    /// The name of a section.
    case section
    /// Part of a header.
    case header
    /// A heading that only names a goal, an action or a task.
    case heading
    /// A sum over other rows.
    case total
    /// A note under or beside the table.
    case note
    /// A page number or a continuation mark.
    case page
    /// A label line.
    case meta
    /// A title line.
    case title
    /// Nothing that is read.
    case skip
  }

  /// The meaning of one column.
  public struct Column: Hashable, Sendable {
    /// The column, counted from zero.
    public var column: Int
    /// What it holds.
    public var field: ReportField
    /// The header as read, cleaned; the name of an extra column.
    public var header: String

    /// Makes a column.
    public init(column: Int, field: ReportField, header: String) {
      self.column = column
      self.field = field
      self.header = header
    }
  }

  /// The meaning of a run of rows.
  public struct Rows: Hashable, Sendable {
    /// The rows, counted from zero.
    public var rows: ClosedRange<Int>
    /// What they are.
    public var role: RowRole

    /// Makes a run.
    public init(rows: ClosedRange<Int>, role: RowRole) {
      self.rows = rows
      self.role = role
    }
  }

  /// The name of the sheet.
  public var sheet: String
  /// The rows of the header, counted from zero; nil where the sheet goes on with the table of the one
  /// before it and has no header of its own.
  public var header: ClosedRange<Int>?
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows below the header, from top to bottom.
  public var rows: [Rows]

  /// Makes a layout.
  public init(
    sheet: String, header: ClosedRange<Int>?, columns: [Column] = [], rows: [Rows] = []
  ) {
    self.sheet = sheet
    self.header = header
    self.columns = columns
    self.rows = rows
  }
}
