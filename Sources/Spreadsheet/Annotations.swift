// What stands beside the cells of a sheet: links, comments, tables, rules for entry and formats
// that depend on values.

/// A link from cells to somewhere (ECMA-376 Part 1, 18.3.1.47).
public struct Hyperlink: Hashable, Sendable {
  /// Where a link leads.
  public enum Target: Hashable, Sendable {
    /// An address outside the workbook.
    case external(String)
    /// A place in the workbook, such as `Sheet2!A1`.
    case `internal`(String)
  }

  /// The cells that are linked.
  public var range: CellRange
  /// Where the link leads.
  public var target: Target
  /// The text shown beside the pointer.
  public var tooltip: String?

  /// Makes a link.
  public init(range: CellRange, target: Target, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }
}

/// A note on a cell, or a threaded comment with its answers.
public struct Comment: Hashable, Sendable {
  /// The cell.
  public var reference: CellReference
  /// Who wrote it.
  public var author: String
  /// The text.
  public var text: String
  /// Whether it comes from a thread of comments; such are written as plain notes.
  public var isThreaded: Bool

  /// Makes a comment.
  public init(reference: CellReference, author: String, text: String, isThreaded: Bool = false) {
    self.reference = reference
    self.author = author
    self.text = text
    self.isThreaded = isThreaded
  }
}

/// A table with a header row and filter buttons (ECMA-376 Part 1, 18.5.1.2).
public struct Table: Hashable, Sendable {
  /// The name, unique in the workbook.
  public var name: String
  /// Header row and data.
  public var range: CellRange
  /// The names of the columns; they must equal the text of the header cells.
  public var columnNames: [String]
  /// The name of the table style; nil for none.
  public var styleName: String?

  /// Makes a table.
  public init(name: String, range: CellRange, columnNames: [String], styleName: String? = nil) {
    self.name = name
    self.range = range
    self.columnNames = columnNames
    self.styleName = styleName
  }
}

/// A rule for what may be entered (ECMA-376 Part 1, 18.3.1.32).
public struct DataValidation: Hashable, Sendable {
  /// What is allowed.
  public enum Rule: Hashable, Sendable {
    /// One of these texts, offered as a drop-down.
    case list([String])
    /// One of the values of a range or name, by formula without `=`.
    case listFormula(String)
    /// A whole number in a range.
    case whole(ClosedRange<Int>)
    /// A number in a range.
    case decimal(ClosedRange<Double>)
    /// At most so many characters.
    case textLength(max: Int)
    /// A formula without `=` that must be true.
    case custom(String)
  }

  /// The cells.
  public var ranges: [CellRange]
  /// What is allowed.
  public var rule: Rule
  /// The message shown where something else is entered.
  public var errorMessage: String?
  /// The message shown while the cell is selected.
  public var promptMessage: String?
  /// Whether a blank is allowed.
  public var allowsBlank: Bool

  /// Makes a rule.
  public init(
    ranges: [CellRange], rule: Rule, errorMessage: String? = nil, promptMessage: String? = nil,
    allowsBlank: Bool = true
  ) {
    self.ranges = ranges
    self.rule = rule
    self.errorMessage = errorMessage
    self.promptMessage = promptMessage
    self.allowsBlank = allowsBlank
  }
}

/// A format that depends on the value (ECMA-376 Part 1, 18.3.1.18).
public struct ConditionalFormat: Hashable, Sendable {
  /// Comparisons.
  public enum Comparison: String, Hashable, Sendable {
    /// The names of the standard.
    case lessThan, lessThanOrEqual, equal, notEqual, greaterThanOrEqual, greaterThan
  }
  /// What is shown when.
  public enum Rule: Hashable, Sendable {
    /// A bar as long as the value.
    case dataBar(Color)
    /// A font and background colour where the value compares with a formula (without `=`).
    case cellIs(Comparison, formula: String, font: Color?, fill: Color?)
    /// A font and background colour where a formula (without `=`) is true.
    case expression(String, font: Color?, fill: Color?)
  }

  /// The cells.
  public var ranges: [CellRange]
  /// The rule.
  public var rule: Rule

  /// Makes a conditional format.
  public init(ranges: [CellRange], rule: Rule) {
    self.ranges = ranges
    self.rule = rule
  }
}
