public import Spreadsheet

/// One difference between two tables.
public struct TableChange: Hashable, Sendable {
  /// How much it matters.
  public enum Level: String, Hashable, Sendable {
    /// The data differ.
    case change
    /// The data are the same; only their place differs.
    case info
  }

  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A cell has another value.
    case value
    /// A row is new.
    case add
    /// A row is gone.
    case delete
    /// A row stands elsewhere among the others.
    case move
    /// A column has another header.
    case rename
    /// A column is new.
    case columnAdd = "column_add"
    /// A column is gone.
    case columnDelete = "column_delete"
    /// A column stands elsewhere among the others.
    case reorder
    /// A cell has another number format.
    case format
    /// A sheet is new.
    case sheetAdd = "sheet_add"
    /// A sheet is gone.
    case sheetDelete = "sheet_delete"
    /// A sheet has another name.
    case sheetRename = "sheet_rename"
  }

  /// A value of an added or deleted row, by the title of its column.
  public struct Field: Hashable, Sendable {
    /// The header of the column, or its letters.
    public var title: String
    /// The value as text.
    public var text: String

    /// Makes a field.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// How much it matters.
  public var level: Level
  /// What happened.
  public var kind: Kind
  /// The sheet, by the name that it has in the new file, or in the old one if it is gone.
  public var sheet: String
  /// The header of the column, or its letters; nil for rows and sheets.
  public var field: String?
  /// The values of the key columns of the row; empty where rows are matched by content.
  public var key: [String] = []
  /// What was there; nil for a blank.
  public var old: String?
  /// What is there now; nil for a blank.
  public var new: String?
  /// The difference of two numbers, exactly.
  public var delta: String?
  /// Where it was.
  public var oldLocation: SourceLocation?
  /// Where it is.
  public var newLocation: SourceLocation?
  /// How alike the two sides are, from 0 to 1, where they were paired by likeness.
  public var score: Double?
  /// The values of an added or deleted row.
  public var row: [Field] = []

  /// Makes a change.
  public init(_ kind: Kind, level: Level = .change, sheet: String, field: String? = nil) {
    self.kind = kind
    self.level = level
    self.sheet = sheet
    self.field = field
  }
}
