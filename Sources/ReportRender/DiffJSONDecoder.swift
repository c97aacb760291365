public import ReportDiff
import ReportModel

/// Reads the edits of a difference from the JSON that `DiffJSON` writes.
public struct DiffJSONDecoder {
  private var rows: ReportJSONDecoder

  /// Reads the edits; the changes beside them are for people and are passed over.
  public static func edits(from value: ReportJSONValue) throws(ReportJSONError) -> EditScript {
    guard let edits = value["edits"], let format = edits["format"]?.string,
      format.hasPrefix("yilan-edits/")
    else {
      throw ReportJSONError(.content("no difference of reports", path: "edits"))
    }
    guard format == DiffJSON.editsFormat else {
      throw ReportJSONError(.content("“\(format)” is another version", path: "edits.format"))
    }
    var shared = ReportJSONMembers()
    shared.add("format", ReportJSONEncoder.format)
    shared.add("groups", edits["groups"])
    shared.add("sources", edits["sources"])
    let tables = try ReportJSONDecoder.report(from: shared.object)
    var decoder = DiffJSONDecoder(rows: ReportJSONDecoder(sources: tables.sources))
    return try decoder.script(edits, groups: tables.groups)
  }

  private init(rows: ReportJSONDecoder) {
    self.rows = rows
  }

  private mutating func script(
    _ edits: ReportJSONValue, groups: [Report.Group]
  ) throws(ReportJSONError) -> EditScript {
    var script = EditScript(
      oldFingerprint: try ReportJSONDecoder.required(edits, "old", path: "edits"))
    if let head = edits["head"] { script.head = try ReportJSONDecoder.report(from: head) }
    let nodes = try ReportJSONDecoder.list(edits, "nodes", path: "edits")
    var seen: Set<EditScript.Path> = []
    for (index, node) in nodes.enumerated() {
      let path = "edits.nodes[\(index)]"
      var edit = EditScript.NodeEdit(path: try places(node, "node", path: path))
      guard seen.insert(edit.path).inserted else {
        throw ReportJSONError(.content("a node stands twice", path: path + ".node"))
      }
      if let label = node["label"] { edit.label = try self.label(label, path: path + ".label") }
      if let row = node["row"] { edit.indicator = try rows.indicator(row, path: path + ".row") }
      if node["children"] != nil { edit.children = try children(node, path: path, depth: 0) }
      script.nodes.append(edit)
    }
    script.groups = groups
    script.sources = rows.sources
    return script
  }

  private func places(
    _ value: ReportJSONValue, _ key: String, path: String
  ) throws(ReportJSONError) -> EditScript.Path {
    var places: EditScript.Path = []
    for place in try ReportJSONDecoder.list(value, key, path: path) {
      guard let number = place.integer, number >= 0, places.count < 5 else {
        throw ReportJSONDecoder.wrong("up to five places", path: "\(path).\(key)")
      }
      places.append(number)
    }
    return places
  }

  private func label(
    _ value: ReportJSONValue, path: String
  ) throws(ReportJSONError) -> EditScript.Label {
    EditScript.Label(
      name: try ReportJSONDecoder.text(value, "name", path: path),
      mark: try ReportJSONDecoder.text(value, "mark", path: path))
  }

  private mutating func children(
    _ value: ReportJSONValue, path: String, depth: Int
  ) throws(ReportJSONError) -> [EditScript.Child] {
    guard depth < 6 else { throw ReportJSONDecoder.wrong("five levels", path: path) }
    var children: [EditScript.Child] = []
    let values = try ReportJSONDecoder.list(value, "children", path: path)
    for (index, child) in values.enumerated() {
      let path = "\(path).children[\(index)]"
      guard let added = child["add"] else {
        let first = try places(child, "keep", path: path)
        guard let count = child["count"]?.integer, count >= 0 else {
          throw ReportJSONDecoder.wrong("a count", path: path + ".count")
        }
        children.append(.kept(first, count: count))
        continue
      }
      if let row = added["row"] {
        let indicator = try rows.indicator(row, path: path + ".add.row")
        children.append(.added(.init(name: indicator.name, indicator: indicator)))
        continue
      }
      let label = try self.label(added["label"] ?? .object([]), path: path + ".add.label")
      children.append(
        .added(
          .init(
            name: label.name, mark: label.mark,
            children: try self.children(added, path: path + ".add", depth: depth + 1))))
    }
    return children
  }
}
