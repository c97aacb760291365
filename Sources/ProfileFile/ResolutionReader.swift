import ReportMerge
public import Spreadsheet
import Yams

/// Reads one decision out of the YAML of a resolution file.
struct ResolutionReader {
  let file: String

  func decision(_ node: Node) throws(ResolutionFileError) -> MergeDecision {
    guard let mapping = node.mapping else { throw error(node, "a decision must be a mapping") }
    let known = ["type", "path", "field", "unit", "file", "values", "take"]
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      throw Self.unknown(key, file)
    }
    guard let type = mapping["type"] else { throw error(node, "the key “type” is missing") }
    guard let kind = type.string.flatMap(MergeConflict.Kind.init(rawValue:)) else {
      throw error(type, "“\(type.string ?? "")” is no type of conflict")
    }
    var decision = MergeDecision(kind: kind)
    decision.unit = try text(mapping["unit"], "unit")
    decision.file = try text(mapping["file"], "file")
    if let path = mapping["path"], !Self.isNull(path) {
      decision.path = try texts(path, "path")
      guard decision.path?.count == 5 else { throw error(path, "“path” must have five names") }
    }
    if let field = mapping["field"], !Self.isNull(field) {
      guard let known = field.string.flatMap(MergeField.init(rawValue:)) else {
        throw error(field, "“\(field.string ?? "")” is no field")
      }
      decision.field = known
    }
    if let values = mapping["values"], !Self.isNull(values) {
      decision.seen = try texts(values, "values")
    }
    if let take = mapping["take"], !Self.isNull(take) { decision.choice = try choice(take) }
    return decision
  }

  private func choice(_ node: Node) throws(ResolutionFileError) -> MergeDecision.Choice {
    if node.scalar?.string == "plan" { return .plan }
    guard let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first,
      let text = value.scalar?.string
    else { throw error(node, "“take” must be plan, {file: …}, {value: …} or {unit: …}") }
    switch key.string {
    case "file": return .file(text)
    case "value": return .value(text)
    case "unit": return .unit(text)
    default: throw Self.unknown(key, file)
    }
  }

  private func texts(_ node: Node, _ key: String) throws(ResolutionFileError) -> [String?] {
    guard let sequence = node.sequence else { throw error(node, "“\(key)” must be a list") }
    var result: [String?] = []
    for item in sequence { result.append(try text(item, key)) }
    return result
  }

  private func text(_ node: Node?, _ key: String) throws(ResolutionFileError) -> String? {
    guard let node, !Self.isNull(node) else { return nil }
    guard let scalar = node.scalar else { throw error(node, "“\(key)” must hold text") }
    return scalar.string
  }

  private func error(_ node: Node, _ message: String) -> ResolutionFileError {
    ResolutionFileError(file: file, line: node.mark?.line, message)
  }

  static func unknown(_ key: Node, _ file: String) -> ResolutionFileError {
    ResolutionFileError(
      file: file, line: key.mark?.line, "the key “\(key.string ?? "")” is not known")
  }

  /// Whether a node is a plain null; a quoted "null" is text.
  static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style != .doubleQuoted && scalar.style != .singleQuoted && node.null != nil
  }
}

/// The reason a file of decisions could not be read.
public struct ResolutionFileError: DiagnosticError, Hashable {
  /// The line that the user reads.
  public let diagnostic: Diagnostic

  init(file: String, line: Int?, _ message: String) {
    let place = line.map { "line \($0): " } ?? ""
    diagnostic = Diagnostic(
      .error, code: "RESOLUTION_FILE", at: SourceLocation(file: file), place + message)
  }

  /// What the reader of YAML says.
  init(_ error: ProfileFileError) {
    var diagnostic = error.diagnostic
    diagnostic.code = "RESOLUTION_FILE"
    self.diagnostic = diagnostic
  }
}
