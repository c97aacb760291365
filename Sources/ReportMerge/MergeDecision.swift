/// What a person decided about a conflict, so that the next run of the same merge follows it.
public struct MergeDecision: Hashable, Sendable {
  /// What is taken.
  public enum Choice: Hashable, Sendable {
    /// The plan's value; of a file that was held back: nothing.
    case plan
    /// What the file with this base name says.
    case file(String)
    /// A value that the person wrote.
    case value(String)
    /// The unit that sent a file of which this was not known.
    case unit(String)
  }

  /// The kind of the conflict.
  public var kind: MergeConflict.Kind
  /// The path in the plan; nil where a file is meant.
  public var path: [String?]?
  /// The field; nil where a row or a file is meant.
  public var field: MergeField?
  /// The unit of the conflict.
  public var unit: String?
  /// The file of the conflict; compared only where a file is meant.
  public var file: String?
  /// The values that stood side by side when the decision was made; empty to decide about any.
  public var seen: [String?]
  /// What is taken; nil while it is not decided.
  public var choice: Choice?

  /// Makes a decision.
  public init(
    kind: MergeConflict.Kind, path: [String?]? = nil, field: MergeField? = nil,
    unit: String? = nil, file: String? = nil, seen: [String?] = [], choice: Choice? = nil
  ) {
    self.kind = kind
    self.path = path
    self.field = field
    self.unit = unit
    self.file = file
    self.seen = seen
    self.choice = choice
  }

  /// The open decision about a conflict, for a draft.
  public init(about conflict: MergeConflict) {
    self.init(
      kind: conflict.kind, path: conflict.path, field: conflict.field, unit: conflict.unit,
      file: conflict.path == nil ? conflict.file : nil, seen: conflict.values.map(\.value))
  }

  /// Whether this is the conflict that was decided, whatever its values are now.
  func concerns(_ conflict: MergeConflict) -> Bool {
    kind == conflict.kind && path == conflict.path && field == conflict.field
      && (unit == nil || unit == conflict.unit || kind == .unknownUnit)
      && (conflict.path != nil || file == nil || file == conflict.file)
  }
}
