import ReportDiff
import ReportModel

extension DiffJSON {
  /// The name of the form of the edits.
  static let editsFormat = "yilan-edits/1"

  /// An edit script; the encoder is that of the new report.
  static func value(of script: EditScript, encoder: ReportJSONEncoder) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("format", editsFormat)
    object.add("old", script.oldFingerprint)
    if let head = script.head { object.add("head", ReportJSONEncoder.value(of: head)) }
    object.add(
      "nodes",
      .array(
        script.nodes.map { edit in
          var node = ReportJSONMembers()
          node.add("node", places(edit.path))
          if let label = edit.label { node.add("label", value(of: label)) }
          if let row = edit.indicator { node.add("row", encoder.value(of: row)) }
          if let children = edit.children {
            node.add("children", value(of: children, encoder: encoder))
          }
          return node.object
        }))
    if !script.isEmpty {
      // Groups and sources are written as the report form writes them.
      var shared = Report()
      shared.groups = script.groups
      shared.sources = script.sources
      let tree = ReportJSONEncoder.value(of: shared)
      object.add("groups", tree["groups"] ?? .array([]))
      object.add("sources", tree["sources"] ?? .array([]))
    }
    return object.object
  }

  private static func places(_ path: [Int]) -> ReportJSONValue {
    .array(path.map(ReportJSONValue.integer))
  }

  private static func value(of label: EditScript.Label) -> ReportJSONValue {
    .object([.init("name", orNull(label.name)), .init("mark", orNull(label.mark))])
  }

  private static func value(
    of children: [EditScript.Child], encoder: ReportJSONEncoder
  ) -> ReportJSONValue {
    .array(
      children.map { child in
        switch child {
        case .kept(let first, let count):
          return .object([.init("keep", places(first)), .init("count", .integer(count))])
        case .added(let addition):
          var object = ReportJSONMembers()
          if let row = addition.indicator {
            object.add("row", encoder.value(of: row))
          } else {
            object.add(
              "label", value(of: EditScript.Label(name: addition.name, mark: addition.mark)))
            object.add("children", value(of: addition.children, encoder: encoder))
          }
          return .object([.init("add", object.object)])
        }
      })
  }
}
