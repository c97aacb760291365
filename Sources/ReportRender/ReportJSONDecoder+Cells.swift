import FoundationEssentials
import ReportModel

// The cells of an indicator, and groups.
extension ReportJSONDecoder {
  mutating func field(
    _ key: String, _ value: ReportJSONValue, _ cells: ReportJSONValue, path: String
  ) throws(ReportJSONError) -> TextField {
    let shown = try text(value, key, path: path) ?? ""
    guard let cell = cells[key] else { return TextField(raw: shown, text: shown) }
    func place() -> String { "\(path).cells.\(key)" }
    return TextField(
      raw: try text(cell, "raw", path: place()) ?? shown, text: shown,
      address: try address(cell, place()))
  }

  mutating func unit(
    _ value: ReportJSONValue, _ cell: ReportJSONValue?, path: String
  ) throws(ReportJSONError) -> UnitField {
    let shown = try text(value, "unit", path: path) ?? ""
    guard let cell else { return UnitField(raw: shown, text: shown) }
    func place() -> String { path + ".cells.unit" }
    var unit: Unit?
    if let canonical = try text(cell, "canonical", path: place()) {
      unit = Unit(
        canonical: canonical, dimension: try required(cell, "dimension", path: place()),
        base: try required(cell, "base", path: place()),
        scale: try decimal(cell, "scale", path: place()))
    }
    return UnitField(
      raw: try text(cell, "raw", path: place()) ?? shown, text: shown, unit: unit,
      address: try address(cell, place()))
  }

  mutating func measure(
    _ key: String, _ value: ReportJSONValue, _ cells: ReportJSONValue, path: String
  ) throws(ReportJSONError) -> Measure {
    let shown = try text(value, key, path: path) ?? ""
    func place() -> String { "\(path).cells.\(key)" }
    guard let cell = cells[key] else {
      if shown.isEmpty { return Measure() }
      throw ReportJSONError(.content("the meaning of “\(shown)” is missing", path: place()))
    }
    return Measure(
      raw: try text(cell, "raw", path: place()) ?? shown, text: shown,
      value: try self.value(cell, text: shown, path: place()),
      group: try text(cell, "group", path: place()), address: try address(cell, place()))
  }

  func value(
    _ cell: ReportJSONValue, text shown: String, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> Value {
    guard let kind = try text(cell, "kind", path: path()) else { return .empty }
    switch kind {
    case "number": return .number(try decimal(cell, "value", path: path()))
    case "percent": return .percent(try decimal(cell, "value", path: path()))
    case "bound":
      guard let comparison = Value.Comparison(rawValue: try required(cell, "op", path: path()))
      else {
        throw Self.wrong("one of ≥ ≤ > < =", path: path() + ".op")
      }
      return .bound(
        comparison, try decimal(cell, "value", path: path()),
        unit: try text(cell, "unit", path: path()))
    case "compound":
      var parts: [Value] = []
      for (index, part) in try list(cell, "parts", path: path()).enumerated() {
        parts.append(try value(part, text: "", path: "\(path()).parts[\(index)]"))
      }
      return .compound(parts)
    case "text":
      guard let meaning = Value.Meaning(rawValue: try required(cell, "meaning", path: path()))
      else {
        throw Self.wrong("one of done, asTask, notApplicable, other", path: path() + ".meaning")
      }
      return .text(try text(cell, "value", path: path()) ?? shown, meaning)
    default: throw Self.wrong("number, percent, bound, compound or text", path: path() + ".kind")
    }
  }

  mutating func group(
    _ value: ReportJSONValue, path: String
  ) throws(ReportJSONError) -> Report.Group {
    var fields: [MeasureField] = []
    for (index, name) in try list(value, "fields", path: path).enumerated() {
      guard let field = name.string.flatMap(MeasureField.init(rawValue:)) else {
        throw Self.wrong("target, achieved or percent", path: "\(path).fields[\(index)]")
      }
      fields.append(field)
    }
    let evidence = Report.Group.Evidence(rawValue: try required(value, "evidence", path: path))
    guard let evidence else {
      throw Self.wrong("merge, arithmetic or manual", path: path + ".evidence")
    }
    return Report.Group(
      id: try required(value, "id", path: path), size: try integer(value, "size", path: path) ?? 0,
      fields: fields, evidence: evidence, address: try address(value, path))
  }
}
