public import ReportDiff
import ReportMatching
import ReportModel
import Spreadsheet

/// The difference of two reports as JSON; `Documentation/DiffJSON.md` describes the form.
public enum DiffJSON {
  /// The whole object: a summary, the changes, and the edits that `yilan apply` needs. What is only
  /// info is listed where it is asked for, and always counted.
  public static func value(
    of comparison: ReportComparison, includesInfo: Bool = false
  ) -> ReportJSONValue {
    let encoder = ReportJSONEncoder(comparison.new)
    let changes = includesInfo ? comparison.changes : comparison.realChanges
    var object = ReportJSONMembers()
    object.add("summary", summary(of: comparison))
    object.add(
      "changes", .array(changes.map { value(of: $0, in: comparison, encoder: encoder) }))
    object.add("edits", value(of: comparison.edits(), encoder: encoder))
    return object.object
  }

  /// The counts by kind, of those that occur, and of what is only info.
  static func summary(of comparison: ReportComparison) -> ReportJSONValue {
    var object = ReportJSONMembers()
    for (kind, count) in comparison.counts { object.add(kind.rawValue, count) }
    object.add("info", comparison.infoCount)
    return object.object
  }

  private static func value(
    of change: ReportChange, in comparison: ReportComparison, encoder: ReportJSONEncoder
  ) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("level", change.level.rawValue)
    object.add("kind", change.kind.rawValue)
    object.add("field", orNull(change.field))
    object.add("old", orNull(change.old))
    object.add("new", orNull(change.new))
    object.add("delta", change.delta)
    object.add("rows", change.rows)
    let isAboutColumn = change.oldPath == nil && change.newPath == nil
    if change.kind != .add || isAboutColumn { object.add("old_path", path(change.oldPath)) }
    if change.kind != .delete || isAboutColumn { object.add("new_path", path(change.newPath)) }
    object.add("old_at", change.oldAddress?.description)
    object.add("new_at", change.newAddress?.description)
    if let score = change.score {
      object.add("score", .number(spelled(score)))
      if change.isUncertain { object.add("uncertain", .boolean(true)) }
    }
    if let place = change.place {
      object.add(
        "place",
        .object([
          .init("position", .integer(place.position)), .init("after", orNull(place.after)),
        ]))
    }
    if change.kind == .add, let node = change.newNode {
      object.add("node", DiffSubtree.value(of: node, in: comparison, encoder: encoder))
    }
    return object.object
  }

  static func path(_ path: [String?]?) -> ReportJSONValue {
    path.map { .array($0.map(orNull)) } ?? .null
  }

  static func orNull(_ text: String?) -> ReportJSONValue {
    text.map(ReportJSONValue.string) ?? .null
  }

  /// A score with two decimals, never rounded up to 1.
  static func spelled(_ score: Double) -> String {
    let hundredths = min(99, max(0, Int(exactly: (score * 100).rounded(.down)) ?? 0))
    return "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }
}
