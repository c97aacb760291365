public import ReportMerge
import ReportModel
import Spreadsheet

/// A merge as JSON: records, conflicts, infos, missing units and unreadable files.
///
/// Measures are strings; in records numbers and percents stand without zeros at the end, so that one
/// value has one spelling whoever sent it.
public enum MergeJSON {
  /// The whole object, or the same without its records for a log.
  public static func value(
    of result: MergeResult, includesRecords: Bool = true
  ) -> ReportJSONValue {
    var object = ReportJSONMembers()
    if includesRecords {
      object.add("records", .array(result.records.map { value(of: $0, in: result) }))
    }
    object.add("conflicts", .array(result.conflicts.map(value)))
    object.add("infos", .array(result.infos.map(value)))
    object.add("missing", .array(result.missing.map(ReportJSONValue.string)))
    object.add("unreadable", .array(result.unreadable.map(ReportJSONValue.string)))
    if !result.resolved.isEmpty {
      object.add("resolved", .array(result.resolved.map(value)))
    }
    object.add("units", .array(result.units.map(value)))
    return object.object
  }

  private static func value(of record: MergeRecord, in result: MergeResult) -> ReportJSONValue {
    let row = record.indicator
    var object = ReportJSONMembers()
    object.add("path", DiffJSON.path(record.path))
    object.add("unit", orNull(row.unit.text))
    object.add("target", orNull(spelled(row.target.text)))
    object.add("achieved", orNull(spelled(row.achieved.text)))
    object.add("percent", orNull(spelled(row.percent.text)))
    object.add("lead", orNull(row.lead.text))
    object.add("remark", orNull(row.remark.text))
    object.add("from", DiffJSON.orNull(record.from))
    object.add("at", record.location.description)
    var cells = ReportJSONMembers()
    for (name, text, address) in [
      ("unit", row.unit.text, row.unit.address), ("target", row.target.text, row.target.address),
      ("achieved", row.achieved.text, row.achieved.address),
      ("percent", row.percent.text, row.percent.address),
      ("lead", row.lead.text, row.lead.address), ("remark", row.remark.text, row.remark.address),
    ] where !text.isEmpty && address != nil {
      var place = result.report.location(of: address)
      place.file = place.file?.split(separator: "/").last.map(String.init)
      cells.add(name, place.description)
    }
    object.add("cells", cells.object)
    return object.object
  }

  private static func value(of conflict: MergeConflict) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("type", conflict.kind.rawValue)
    object.add("path", DiffJSON.path(conflict.path))
    object.add("field", DiffJSON.orNull(conflict.field?.rawValue))
    object.add("unit", DiffJSON.orNull(conflict.unit))
    object.add("file", DiffJSON.orNull(conflict.file))
    object.add("values", .array(conflict.values.map(value)))
    object.add("detail", conflict.detail)
    return object.object
  }

  private static func value(of info: MergeInfo) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("type", info.kind.rawValue)
    object.add("path", DiffJSON.path(info.path))
    object.add("field", DiffJSON.orNull(info.field?.rawValue))
    object.add("unit", DiffJSON.orNull(info.unit))
    object.add("file", DiffJSON.orNull(info.file))
    object.add("values", .array(info.values.map(value)))
    return object.object
  }

  private static func value(of value: MergeValue) -> ReportJSONValue {
    .object([
      .init("value", DiffJSON.orNull(value.value)),
      .init("at", orNull(value.location.description)),
    ])
  }

  private static func value(of unit: UnitCompleteness) -> ReportJSONValue {
    .object([
      .init("unit", .string(unit.unit)), .init("state", .string(unit.state.rawValue)),
      .init("files", .array(unit.files.map(ReportJSONValue.string))),
      .init("rows", .integer(unit.ownedRows)), .init("filled", .integer(unit.filledRows)),
      .init("conflicts", .integer(unit.conflictCount)),
    ])
  }

  private static func orNull(_ text: String) -> ReportJSONValue {
    text.isEmpty ? .null : .string(text)
  }

  /// A plain number or percent without zeros behind its last decimal; anything else as it is.
  static func spelled(_ text: String) -> String {
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? text.dropLast() : text[...]
    let digits = number.hasPrefix("-") ? number.dropFirst() : number
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return text }
    var short = number
    while short.hasSuffix("0") { short.removeLast() }
    if short.hasSuffix(".") { short.removeLast() }
    return String(short) + (isPercent ? "%" : "")
  }
}
