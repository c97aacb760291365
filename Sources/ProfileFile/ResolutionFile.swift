public import ReportMerge
import Spreadsheet
import Yams

/// The file of decisions about the conflicts of a merge: a draft is written, a person fills in what to
/// take, and the next run reads it.
///
///     resolutions: 1
///     decisions:
///       - type: two_values
///         path: ["省重点", "农村", null, "渠道与道路衔接8处", null]
///         field: achieved
///         values: ["7", "8"]
///         take: {file: "市水利局.xlsx"}
///
/// `take` is `plan`, `{file: NAME}`, `{value: TEXT}`, `{unit: NAME}` (who sent a file), or null while it
/// is open. `values` are those seen when the decision was made; a decision about others is outdated.
public enum ResolutionFile {
  /// The largest file that is read.
  static let sizeLimit = 16 << 20

  // MARK: - Writing

  /// A draft with every open conflict, its values and places as comments.
  public static func draft(of result: MergeResult) -> String {
    var text = """
      # 待决事项：在 take 处写 plan（按计划表）、{file: "文件名"}（按该文件）或 {value: "值"}，再用 --resolve 汇总。
      # 填报单位不明的文件可写 {unit: "单位"}。留空（null）的仍为待决。
      resolutions: 1
      decisions:

      """
    if result.conflicts.isEmpty { text = text.replacing("decisions:\n", with: "decisions: []\n") }
    for conflict in result.conflicts {
      let decision = MergeDecision(about: conflict)
      text += "  - type: \(decision.kind.rawValue)\n"
      if let path = decision.path { text += "    path: \(list(path))\n" }
      if let field = decision.field { text += "    field: \(field.rawValue)\n" }
      if let unit = decision.unit { text += "    unit: \(quoted(unit))\n" }
      if let file = decision.file { text += "    file: \(quoted(file))\n" }
      text += "    values: \(list(decision.seen))\n"
      for value in conflict.values {
        let shown = value.value ?? "（空）"
        let plan = value.isPlan ? "（计划表）" : ""
        text += "    # \(comment(shown)) ← \(comment(value.location.description))\(plan)\n"
      }
      text += "    take: null\n"
    }
    return text
  }

  private static func list(_ texts: [String?]) -> String {
    "[" + texts.map { $0.map(quoted) ?? "null" }.joined(separator: ", ") + "]"
  }

  /// A double-quoted scalar, in which YAML and JSON agree.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func comment(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  // MARK: - Reading

  /// The decisions in a file. Unknown keys and wrong values are errors that name key and line.
  public static func decisions(
    from text: String, file: String
  ) throws(ResolutionFileError) -> [MergeDecision] {
    let root: Node?
    do {
      root = try YAMLDocument.root(of: Array(text.utf8), file: file, sizeLimit: sizeLimit)
    } catch {
      throw ResolutionFileError(error)
    }
    guard let mapping = root?.mapping, mapping["resolutions"] != nil else {
      throw ResolutionFileError(
        file: file, line: nil, "no file of decisions (the key “resolutions” is missing)")
    }
    for (key, _) in mapping
    where key.string != "resolutions" && key.string != "decisions" {
      throw ResolutionReader.unknown(key, file)
    }
    guard mapping["resolutions"]?.int == 1 else {
      throw ResolutionFileError(
        file: file, line: mapping["resolutions"]?.mark?.line, "only version 1 is known")
    }
    guard let items = mapping["decisions"], !ResolutionReader.isNull(items) else { return [] }
    guard let sequence = items.sequence else {
      throw ResolutionFileError(
        file: file, line: items.mark?.line, "“decisions” must be a list")
    }
    var result: [MergeDecision] = []
    for item in sequence {
      result.append(try ResolutionReader(file: file).decision(item))
    }
    return result
  }
}
