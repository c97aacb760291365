public import Spreadsheet

/// One thing that differs between two revisions of a report, told once, at the node where it
/// happened.
public struct ReportChange: Hashable, Sendable {
  /// How much it matters.
  public enum Level: String, Hashable, Sendable {
    /// The report says something else.
    case change
    /// The report says the same in another way.
    case info
  }

  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A value or text of a row.
    case value
    /// The unit of measure of a row.
    case unit
    /// The responsible unit of one or more rows.
    case lead
    /// The name of a node.
    case rename
    /// The name of a section.
    case sectionRename = "section_rename"
    /// A node and all below it is new.
    case add
    /// A node and all below it is gone.
    case delete
    /// A node stands below another parent, with all below it.
    case move
    /// A node stands at another place among its siblings.
    case reorder
    /// A column is new.
    case columnAdd = "column_add"
    /// A column is gone.
    case columnDelete = "column_delete"
  }

  /// A place among siblings in the new report.
  public struct Place: Hashable, Sendable {
    /// The place, counted from one.
    public var position: Int
    /// The name of the sibling before it; nil for the first, and where that one has no name.
    public var after: String?

    /// Makes a place.
    public init(position: Int, after: String?) {
      self.position = position
      self.after = after
    }
  }

  /// How much it matters.
  public var level: Level
  /// What happened.
  public var kind: Kind
  /// The field: `target`, `achieved`, `percent`, `remark`, `support`, `unit`, `lead`, `name`,
  /// `serial`, the header of a further column; nil where a node is meant.
  public var field: String?
  /// What was written, cleaned; nil for a blank and where a node is meant.
  public var old: String?
  /// What is written now, cleaned; nil for a blank and where a node is meant.
  public var new: String?
  /// New less old where both are numbers of one unit; percents in points.
  public var delta: String?
  /// How many rows the change covers.
  public var rows: Int
  /// Section, goal, action, task and indicator by name in the old report, nil below the node; nil
  /// for what is new and for columns.
  public var oldPath: [String?]?
  /// The same in the new report; nil for what is gone and for columns.
  public var newPath: [String?]?
  /// Where the old text stands.
  public var oldAddress: SourceLocation?
  /// Where the new text stands.
  public var newAddress: SourceLocation?
  /// How much alike the two nodes are where their names differ, from 0 to 1; nil where they are
  /// named alike.
  public var score: Double?
  /// Whether the two nodes may well be different ones.
  public var isUncertain = false
  /// Where the node stands now; for what was added, moved or put elsewhere.
  public var place: Place?
  /// The node in the old tree of the comparison; nil for what is new and for columns.
  public var oldNode: Int?
  /// The node in the new tree of the comparison; nil for what is gone and for columns.
  public var newNode: Int?

  /// Makes a change.
  public init(
    _ kind: Kind, level: Level = .change, field: String? = nil, old: String? = nil,
    new: String? = nil, rows: Int = 1
  ) {
    self.kind = kind
    self.level = level
    self.field = field
    self.old = old
    self.new = new
    self.rows = rows
  }
}
