import Spreadsheet
public import TableDiff

/// The difference of two tables as JSON; `Documentation/TableDiffJSON.md` describes the form.
public enum TableDiffJSON {
  /// The whole object. What is only info is listed where it is asked for, and always counted.
  public static func value(
    of comparison: TableComparison, includesInfo: Bool = false
  ) -> ReportJSONValue {
    var object = ReportJSONMembers()
    var summary = comparison.summary.map {
      ReportJSONValue.Member($0.name, .integer($0.count))
    }
    if summary.last?.key != "info" { summary.append(.init("info", .integer(0))) }
    object.add("summary", .object(summary))
    let changes = comparison.changes.filter { includesInfo || $0.level == .change }
    object.add("changes", .array(changes.map(value)))
    object.add("sheets", .array(comparison.sheets.map(value)))
    return object.object
  }

  private static func value(of change: TableChange) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("level", change.level.rawValue)
    object.add("kind", change.kind.rawValue)
    object.add("sheet", change.sheet)
    object.add("field", DiffJSON.orNull(change.field))
    object.add("old", DiffJSON.orNull(change.old))
    object.add("new", DiffJSON.orNull(change.new))
    object.add("delta", change.delta)
    switch change.kind {
    case .value, .add, .delete, .move, .format: object.add("rows", 1)
    default: break
    }
    if !change.key.isEmpty { object.add("key", .array(change.key.map(ReportJSONValue.string))) }
    object.add("old_at", change.oldLocation?.description)
    object.add("new_at", change.newLocation?.description)
    if let score = change.score, score < 1 {
      object.add("score", .number(DiffJSON.spelled(score)))
    }
    if !change.row.isEmpty {
      object.add("row", .object(change.row.map { .init($0.title, .string($0.text)) }))
    }
    return object.object
  }

  private static func value(of match: TableComparison.SheetMatch) -> ReportJSONValue {
    .object([
      .init("old", DiffJSON.orNull(match.oldSheet)), .init("new", DiffJSON.orNull(match.newSheet)),
      .init("key", .array(match.keys.map(ReportJSONValue.string))),
      .init("old_rows", .integer(match.oldRows)), .init("new_rows", .integer(match.newRows)),
      .init("matched_rows", .integer(match.matchedRows)),
    ])
  }
}
