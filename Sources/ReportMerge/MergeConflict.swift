import ReportMatching
public import Spreadsheet

/// Something that a person has to decide: the merged report keeps the plan's value there.
public struct MergeConflict: Hashable, Sendable {
  /// What is in conflict.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Two responsible units gave different values.
    case twoValues = "two_values"
    /// A unit changed what is not its own.
    case notOwner = "not_owner"
    /// A row of the unit's own is gone from a submission that holds the whole template.
    case rowDeleted = "row_deleted"
    /// The plan does not have the row.
    case rowInserted = "row_inserted"
    /// The submission was made with another version of the template.
    case oldTemplate = "old_template"
    /// The unit of measure was changed, or the value is off by its scale.
    case unitMismatch = "unit_mismatch"
    /// Two submissions of one unit differ.
    case revision
    /// A value of the plan was blanked.
    case cleared
    /// The submitting unit is not known, or owns no row of the plan.
    case unknownUnit = "unknown_unit"
    /// There are words where the plan wants a number.
    case notANumber = "not_a_number"
  }

  /// What is in conflict.
  public var kind: Kind
  /// The path in the plan by name; nil where a file is meant.
  public var path: [String?]?
  /// The field; nil where a row or a file is meant.
  public var field: MergeField?
  /// The unit that sent the file, by the plan's name; nil where two units differ.
  public var unit: String?
  /// The base name of the file; nil where two units differ.
  public var file: String?
  /// The values side by side, the submitted ones first.
  public var values: [MergeValue]
  /// What a person should know beside the values, in Chinese, such as which unit became which.
  public var detail: String?
  /// The row of the plan, as position in `Report.rows`, where there is one.
  var row: Int?
  /// Which node on the way to the row is meant by a conflict about a name.
  var level: NodeLevel?

  /// Makes a conflict.
  public init(
    _ kind: Kind, path: [String?]? = nil, field: MergeField? = nil, unit: String? = nil,
    file: String? = nil, values: [MergeValue] = [], detail: String? = nil
  ) {
    self.kind = kind
    self.path = path
    self.field = field
    self.unit = unit
    self.file = file
    self.values = values
    self.detail = detail
  }
}

/// A value with the place where it stands.
public struct MergeValue: Hashable, Sendable {
  /// The cleaned text; nil for a blank.
  public var value: String?
  /// Where it stands.
  public var location: SourceLocation
  /// Whether it is the plan's.
  public var isPlan: Bool
  /// What a decision for this value puts into the report.
  var content: MergeContent?
  /// The sheets that the content's addresses refer to.
  var sources: Int?

  /// Makes a value.
  public init(value: String?, location: SourceLocation, isPlan: Bool = false) {
    self.value = value
    self.location = location
    self.isPlan = isPlan
  }
}

/// Something about the submissions that is good to know and needs no decision.
public struct MergeInfo: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Several responsible units gave the same value.
    case agreed
    /// A submission says the same as another one of the unit.
    case identicalCopy = "identical_copy"
  }

  /// What it is.
  public var kind: Kind
  /// The path in the plan by name; nil where a file is meant.
  public var path: [String?]?
  /// The field; nil where a file is meant.
  public var field: MergeField?
  /// The unit that sent the file; nil where there are several.
  public var unit: String?
  /// The base name of the file; nil where there are several.
  public var file: String?
  /// The values side by side.
  public var values: [MergeValue]

  /// Makes an info.
  public init(
    _ kind: Kind, path: [String?]? = nil, field: MergeField? = nil, unit: String? = nil,
    file: String? = nil, values: [MergeValue] = []
  ) {
    self.kind = kind
    self.path = path
    self.field = field
    self.unit = unit
    self.file = file
    self.values = values
  }
}
