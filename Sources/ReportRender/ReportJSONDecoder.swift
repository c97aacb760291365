import FoundationEssentials
public import ReportModel

/// Reads reports and parts of them from the JSON that `ReportJSONEncoder` writes.
///
/// A member that is absent or `null` is blank; unknown members are passed over, so that later
/// versions may add some. Wrong types, numbers and addresses throw with the path of the member.
public struct ReportJSONDecoder {
  var places: ReportJSONPlaces

  /// The sheets that the addresses read so far belong to; give the same ones to the report that
  /// a part is put into.
  public var sources: [SourceSheet] { places.sources }

  /// Makes a decoder that knows the sheets of a report.
  public init(sources: [SourceSheet] = []) {
    places = ReportJSONPlaces(sources: sources)
  }

  /// Reads a whole report.
  public static func report(from value: ReportJSONValue) throws(ReportJSONError) -> Report {
    guard let format = value["format"]?.string, format.hasPrefix("yilan-report/") else {
      throw ReportJSONError(.content("no report (`format` is missing)", path: "format"))
    }
    guard format == ReportJSONEncoder.format else {
      throw ReportJSONError(.content("“\(format)” is another version", path: "format"))
    }
    var sources: [SourceSheet] = []
    for (index, source) in try Self.list(value, "sources", path: "").enumerated() {
      let path = "sources[\(index)]"
      sources.append(
        SourceSheet(
          file: try Self.required(source, "file", path: path),
          sheet: try Self.required(source, "sheet", path: path)))
    }
    var decoder = ReportJSONDecoder(sources: sources)
    return try decoder.tree(value)
  }

  private mutating func tree(_ value: ReportJSONValue) throws(ReportJSONError) -> Report {
    var report = Report()
    report.title = try text(value, "title", path: "")
    report.attachment = try text(value, "attachment", path: "")
    report.region = try text(value, "region", path: "")
    report.year = try integer(value, "year", path: "")
    report.asOf = try text(value, "as_of", path: "")
    report.issuer = try text(value, "issuer", path: "")
    report.preparedBy = try text(value, "prepared_by", path: "")
    report.submittingUnit = try text(value, "submitting_unit", path: "")
    report.templateVersion = try text(value, "template_version", path: "")
    for (index, entry) in try list(value, "meta", path: "").enumerated() {
      let path = "meta[\(index)]"
      report.meta.append(
        MetaEntry(
          label: try required(entry, "label", path: path),
          value: try text(entry, "value", path: path) ?? "", address: try address(entry, path)))
    }
    for (index, header) in try list(value, "extra_columns", path: "").enumerated() {
      guard let text = header.string else {
        throw Self.wrong("a string", path: "extra_columns[\(index)]")
      }
      report.extraColumns.append(text)
    }
    for (index, section) in try list(value, "sections", path: "").enumerated() {
      report.sections.append(try self.section(section, path: "sections[\(index)]"))
    }
    for (index, group) in try list(value, "groups", path: "").enumerated() {
      report.groups.append(try self.group(group, path: "groups[\(index)]"))
    }
    report.sources = places.sources
    return report
  }

  /// Reads a section with everything below it.
  public mutating func section(
    _ value: ReportJSONValue, path: String = "section"
  ) throws(ReportJSONError) -> Report.Section {
    var goals: [Report.Goal] = []
    for (index, child) in try list(value, "goals", path: path).enumerated() {
      goals.append(try goal(child, path: "\(path).goals[\(index)]"))
    }
    return Report.Section(
      number: try text(value, "no", path: path), name: try text(value, "name", path: path),
      address: try address(value, path), goals: goals)
  }

  /// Reads a goal with everything below it.
  public mutating func goal(
    _ value: ReportJSONValue, path: String = "goal"
  ) throws(ReportJSONError) -> Report.Goal {
    var actions: [Report.Action] = []
    for (index, child) in try list(value, "actions", path: path).enumerated() {
      actions.append(try action(child, path: "\(path).actions[\(index)]"))
    }
    return Report.Goal(
      serial: try text(value, "serial", path: path), name: try text(value, "name", path: path),
      address: try address(value, path), actions: actions)
  }

  /// Reads an action with everything below it.
  public mutating func action(
    _ value: ReportJSONValue, path: String = "action"
  ) throws(ReportJSONError) -> Report.Action {
    var tasks: [Report.Task] = []
    for (index, child) in try list(value, "tasks", path: path).enumerated() {
      tasks.append(try task(child, path: "\(path).tasks[\(index)]"))
    }
    return Report.Action(
      name: try text(value, "name", path: path), address: try address(value, path), tasks: tasks)
  }

  /// Reads a task with its indicators.
  public mutating func task(
    _ value: ReportJSONValue, path: String = "task"
  ) throws(ReportJSONError) -> Report.Task {
    var indicators: [Report.Indicator] = []
    for (index, child) in try list(value, "indicators", path: path).enumerated() {
      indicators.append(try indicator(child, path: "\(path).indicators[\(index)]"))
    }
    return Report.Task(
      name: try text(value, "name", path: path), address: try address(value, path),
      indicators: indicators)
  }

  /// Reads an indicator.
  public mutating func indicator(
    _ value: ReportJSONValue, path: String = "indicator"
  ) throws(ReportJSONError) -> Report.Indicator {
    let cells = value["cells"] ?? .object([])
    var indicator = Report.Indicator(name: try text(value, "name", path: path))
    if let name = cells["name"] { indicator.nameAddress = try address(name, path + ".cells.name") }
    indicator.unit = try unit(value, cells["unit"], path: path)
    indicator.target = try measure("target", value, cells, path: path)
    indicator.achieved = try measure("achieved", value, cells, path: path)
    indicator.percent = try measure("percent", value, cells, path: path)
    indicator.lead = try field("lead", value, cells, path: path)
    indicator.support = try field("support", value, cells, path: path)
    indicator.remark = try field("remark", value, cells, path: path)
    for (index, extra) in try list(value, "extras", path: path).enumerated() {
      let place = "\(path).extras[\(index)]"
      let text = try text(extra, "text", path: place) ?? ""
      indicator.extras.append(
        ExtraField(
          header: try required(extra, "header", path: place),
          raw: try self.text(extra, "raw", path: place) ?? text, text: text,
          address: try address(extra, place)))
    }
    indicator.row = try address(value, path)
    return indicator
  }
}

// MARK: - Members

extension ReportJSONDecoder {
  static func wrong(_ wanted: String, path: String) -> ReportJSONError {
    ReportJSONError(.content("\(wanted) was expected", path: path))
  }

  static func list(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> [ReportJSONValue] {
    guard let member = value[key] else { return [] }
    guard let values = member.array else { throw wrong("an array", path: "\(path()).\(key)") }
    return values
  }

  static func text(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> String? {
    guard let member = value[key] else { return nil }
    guard let text = member.string else { throw wrong("a string", path: "\(path()).\(key)") }
    return text
  }

  static func required(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> String {
    guard let text = try text(value, key, path: path()) else {
      throw wrong("a string", path: "\(path()).\(key)")
    }
    return text
  }

  func list(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> [ReportJSONValue] {
    try Self.list(value, key, path: path())
  }

  func text(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> String? {
    try Self.text(value, key, path: path())
  }

  func required(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> String {
    try Self.required(value, key, path: path())
  }

  func integer(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> Int? {
    guard let member = value[key] else { return nil }
    guard let number = member.integer else {
      throw Self.wrong("a whole number", path: "\(path()).\(key)")
    }
    return number
  }

  func decimal(
    _ value: ReportJSONValue, _ key: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> Decimal {
    let text = try Self.required(value, key, path: path())
    guard let number = Decimal(string: text), number.isFinite else {
      throw Self.wrong("a number as a string", path: "\(path()).\(key)")
    }
    return number
  }

  mutating func address(
    _ value: ReportJSONValue, _ path: @autoclosure () -> String
  ) throws(ReportJSONError) -> CellAddress? {
    try places.address(try Self.text(value, "at", path: path()), path: path() + ".at")
  }
}
