import FoundationEssentials
public import ReportModel

/// Writes reports and parts of them as JSON; `Documentation/ReportJSON.md` describes the form.
///
/// What people read stands as strings as written (`"target": "2034"`); what programs need beside it
/// (raw text, meaning, address) stands in `cells`. Reading the result gives the same report.
public struct ReportJSONEncoder {
  /// The name of the form, which the first member of a report holds.
  public static let format = "yilan-report/1"

  private let places: ReportJSONPlaces
  private var rowIDs: [ReportRow.Index: String] = [:]

  /// Makes an encoder for a report and its parts.
  public init(_ report: Report) {
    places = ReportJSONPlaces(sources: report.sources)
    let ids = report.rowIDs()
    rowIDs.reserveCapacity(ids.count)
    var number = 0
    report.forEachRow { row in
      rowIDs[row.index] = ids[number]
      number += 1
    }
  }

  /// The whole report.
  public static func value(of report: Report) -> ReportJSONValue {
    ReportJSONEncoder(report).tree(report)
  }

  /// Appends the whole report as `ReportJSONValue.indentedBytes` gives it.
  ///
  /// Only one goal at a time is a value: all of a large report would take several times its memory. `drain` is
  /// called after each goal with what has been appended so far, and may take it away. Throws its errors.
  public static func append(
    _ report: Report, to bytes: inout [UInt8], drain: (inout [UInt8]) throws -> Void = { _ in }
  ) rethrows {
    guard !report.sections.isEmpty, !report.sections.contains(where: \.goals.isEmpty) else {
      bytes += value(of: report).indentedBytes()
      return
    }
    let encoder = ReportJSONEncoder(report)
    var frame = report
    frame.sections = []
    try encoder.tree(frame).appendIndented(to: &bytes, depth: 0, filling: "sections") {
      bytes, depth in
      try ReportJSONValue.appendArray(of: report.sections.count, to: &bytes, depth: depth) {
        bytes, number in
        try encoder.append(
          report.sections[number], at: number, to: &bytes, depth: depth + 1, drain: drain)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private func append(
    _ section: Report.Section, at number: Int, to bytes: inout [UInt8], depth: Int,
    drain: (inout [UInt8]) throws -> Void
  ) rethrows {
    var frame = section
    frame.goals = []
    try value(of: frame).appendIndented(to: &bytes, depth: depth, filling: "goals") {
      bytes, depth in
      try ReportJSONValue.appendArray(of: section.goals.count, to: &bytes, depth: depth) {
        bytes, index in
        value(of: section.goals[index], at: [number, index])
          .appendIndented(to: &bytes, depth: depth + 1)
        try drain(&bytes)
      }
    }
  }

  private func tree(_ report: Report) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("format", Self.format)
    object.add("title", report.title)
    object.add("attachment", report.attachment)
    object.add("region", report.region)
    object.add("year", report.year)
    object.add("as_of", report.asOf)
    object.add("issuer", report.issuer)
    object.add("prepared_by", report.preparedBy)
    object.add("submitting_unit", report.submittingUnit)
    object.add("template_version", report.templateVersion)
    object.add("meta", .array(report.meta.map(value(of:))))
    object.add("extra_columns", .array(report.extraColumns.map(ReportJSONValue.string)))
    let sections = report.sections.enumerated().map { number, section in
      value(of: section, at: number)
    }
    object.add("sections", .array(sections))
    object.add("groups", .array(report.groups.map(value(of:))))
    object.add("sources", .array(report.sources.map(value(of:))))
    return object.object
  }

  /// A section with everything below it; the index is its place in the report.
  public func value(of section: Report.Section, at number: Int? = nil) -> ReportJSONValue {
    let goals = section.goals.enumerated().map { index, goal in
      value(of: goal, at: number.map { [$0, index] })
    }
    return node(
      number: ("no", section.number), name: section.name, address: section.address,
      children: ("goals", goals))
  }

  /// A goal with everything below it; the path holds the places of section and goal.
  public func value(of goal: Report.Goal, at path: [Int]? = nil) -> ReportJSONValue {
    let actions = goal.actions.enumerated().map { index, action in
      value(of: action, at: path.map { $0 + [index] })
    }
    return node(
      number: ("serial", goal.serial), name: goal.name, address: goal.address,
      children: ("actions", actions))
  }

  /// An action with everything below it; the path holds the places from section to action.
  public func value(of action: Report.Action, at path: [Int]? = nil) -> ReportJSONValue {
    let tasks = action.tasks.enumerated().map { index, task in
      value(of: task, at: path.map { $0 + [index] })
    }
    return node(name: action.name, address: action.address, children: ("tasks", tasks))
  }

  /// A task with its indicators; the path holds the places from section to task.
  public func value(of task: Report.Task, at path: [Int]? = nil) -> ReportJSONValue {
    let indicators = task.indicators.enumerated().map { index, indicator in
      value(of: indicator, at: path.map { $0 + [index] })
    }
    return node(name: task.name, address: task.address, children: ("indicators", indicators))
  }

  /// An indicator; with a path of five places it carries its `row_id`.
  public func value(of indicator: Report.Indicator, at path: [Int]? = nil) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("row_id", rowID(path))
    object.add("name", indicator.name)
    object.add("unit", shown(indicator.unit.text))
    object.add("target", shown(indicator.target.text))
    object.add("achieved", shown(indicator.achieved.text))
    object.add("percent", shown(indicator.percent.text))
    object.add("lead", shown(indicator.lead.text))
    object.add("support", shown(indicator.support.text))
    object.add("remark", shown(indicator.remark.text))
    if !indicator.extras.isEmpty {
      object.add("extras", .array(indicator.extras.map(value(of:))))
    }
    object.add("at", places.text(of: indicator.row))
    let cells = cells(of: indicator)
    if !cells.members.isEmpty { object.add("cells", cells.object) }
    return object.object
  }

  private func node(
    number: (key: String, text: String?)? = nil, name: String?, address: CellAddress?,
    children: (key: String, values: [ReportJSONValue])
  ) -> ReportJSONValue {
    var object = ReportJSONMembers()
    if let number { object.add(number.key, number.text) }
    object.add("name", name)
    object.add("at", places.text(of: address))
    object.add(children.key, .array(children.values))
    return object.object
  }

  private func rowID(_ path: [Int]?) -> String? {
    guard let path, path.count == 5 else { return nil }
    return rowIDs[
      .init(section: path[0], goal: path[1], action: path[2], task: path[3], indicator: path[4])]
  }

  private func shown(_ text: String) -> String? {
    text.isEmpty ? nil : text
  }
}

// MARK: - Cells

extension ReportJSONEncoder {
  private func cells(of indicator: Report.Indicator) -> ReportJSONMembers {
    var cells = ReportJSONMembers()
    if let address = indicator.nameAddress {
      var name = ReportJSONMembers()
      name.add("at", places.text(of: address))
      cells.add("name", name.object)
    }
    add("unit", members(of: indicator.unit), to: &cells)
    add("target", members(of: indicator.target), to: &cells)
    add("achieved", members(of: indicator.achieved), to: &cells)
    add("percent", members(of: indicator.percent), to: &cells)
    add("lead", members(of: indicator.lead), to: &cells)
    add("support", members(of: indicator.support), to: &cells)
    add("remark", members(of: indicator.remark), to: &cells)
    return cells
  }

  private func add(_ key: String, _ cell: ReportJSONMembers, to cells: inout ReportJSONMembers) {
    if !cell.members.isEmpty { cells.add(key, cell.object) }
  }

  private func members(of field: TextField) -> ReportJSONMembers {
    var object = ReportJSONMembers()
    if field.raw != field.text { object.add("raw", field.raw) }
    object.add("at", places.text(of: field.address))
    return object
  }

  private func members(of field: UnitField) -> ReportJSONMembers {
    var object = ReportJSONMembers()
    object.add("canonical", field.unit?.canonical)
    object.add("dimension", field.unit?.dimension)
    object.add("base", field.unit?.base)
    object.add("scale", field.unit?.scale.description)
    if field.raw != field.text { object.add("raw", field.raw) }
    object.add("at", places.text(of: field.address))
    return object
  }

  private func members(of measure: Measure) -> ReportJSONMembers {
    var object = ReportJSONMembers()
    add(measure.value, text: measure.text, to: &object)
    object.add("group", measure.group)
    if measure.raw != measure.text { object.add("raw", measure.raw) }
    object.add("at", places.text(of: measure.address))
    return object
  }

  private func add(_ value: Value, text: String, to object: inout ReportJSONMembers) {
    if value == .empty { return }
    object.add("kind", value.kind)
    switch value {
    case .empty: break
    case .number(let number), .percent(let number):
      object.add("value", number.description)
    case .bound(let comparison, let number, let unit):
      object.add("op", comparison.rawValue)
      object.add("value", number.description)
      object.add("unit", unit)
    case .compound(let parts):
      object.add(
        "parts",
        .array(
          parts.map { part in
            var object = ReportJSONMembers()
            add(part, text: "", to: &object)
            return object.object
          }))
    case .text(let words, let meaning):
      if words != text { object.add("value", words) }
      object.add("meaning", meaning.rawValue)
    }
  }

  private func value(of extra: ExtraField) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("header", extra.header)
    object.add("text", extra.text)
    if extra.raw != extra.text { object.add("raw", extra.raw) }
    object.add("at", places.text(of: extra.address))
    return object.object
  }

  private func value(of entry: MetaEntry) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("label", entry.label)
    object.add("value", entry.value)
    object.add("at", places.text(of: entry.address))
    return object.object
  }

  private func value(of group: Report.Group) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("id", group.id)
    object.add("size", group.size)
    object.add("fields", .array(group.fields.map { .string($0.rawValue) }))
    object.add("evidence", group.evidence.rawValue)
    object.add("at", places.text(of: group.address))
    return object.object
  }

  private func value(of source: SourceSheet) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("file", source.file)
    object.add("sheet", source.sheet)
    return object.object
  }
}
