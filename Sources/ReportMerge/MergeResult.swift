public import ReportModel
public import Spreadsheet

/// One report out of a plan and its submissions, with all that a person has to decide.
public struct MergeResult: Sendable {
  /// The plan with the values of the responsible units.
  public var report: Report
  /// The rows of the report, with the unit and the place that each result came from.
  public var records: [MergeRecord]
  /// What has to be decided, in the order of the plan; conflicts about files come last.
  public var conflicts: [MergeConflict]
  /// Conflicts that a decision settled.
  public var resolved: [MergeConflict]
  /// What is good to know.
  public var infos: [MergeInfo]
  /// The units that own rows and sent nothing, by the plan's names and in its order.
  public var missing: [String]
  /// The base names of files that could not be read, sorted.
  public var unreadable: [String]
  /// How far each unit has reported, in the order of the plan.
  public var units: [UnitCompleteness]
  /// Doubts that are no conflicts: decisions that did not fit, units recognized by likeness.
  public var findings: [Diagnostic]

  /// Whether nothing is to be decided, missing or unreadable.
  public var isClean: Bool { conflicts.isEmpty && missing.isEmpty && unreadable.isEmpty }
}

/// A row of the merged report.
public struct MergeRecord: Hashable, Sendable {
  /// The path by name.
  public var path: [String?]
  /// The row.
  public var indicator: Report.Indicator
  /// The unit whose submission holds the row; nil where none does.
  public var from: String?
  /// Where the result stands.
  public var location: SourceLocation
}

/// How far a unit has reported.
public struct UnitCompleteness: Hashable, Sendable {
  /// What came from a unit.
  public enum State: String, Hashable, Sendable {
    /// All rows have a result.
    case complete
    /// Some rows have none.
    case partial
    /// A submission came back with no result at all.
    case unfilled
    /// All that came was held back whole.
    case held
    /// Nothing came.
    case missing
  }

  /// The unit, by the plan's name.
  public var unit: String
  /// The base names of its submissions, sorted.
  public var files: [String]
  /// The rows of the plan that it is responsible for.
  public var ownedRows: Int
  /// Those of them with a result in the merged report.
  public var filledRows: Int
  /// The conflicts to be decided with it.
  public var conflictCount: Int
  /// What came.
  public var state: State
}
