public import ReportDiff
import ReportModel
import Spreadsheet

/// The difference of two reports as Markdown, for an e-mail or a merge request: a summary, then one
/// table for each goal.
public struct DiffMarkdown {
  private let words: DiffVocabulary
  private let includesInfo: Bool

  /// Makes a renderer; what is only info is told where it is asked for.
  public init(language: DiffLanguage = .zh, includesInfo: Bool = false) {
    words = DiffVocabulary(language: language)
    self.includesInfo = includesInfo
  }

  /// The text.
  public func text(of comparison: ReportComparison) -> String {
    let language = words.language
    var text = "# " + escaped(comparison.new.title ?? language("Difference", "变化对照")) + "\n\n"
    text += "**" + escaped(words.summary(of: comparison)) + "**\n"
    let changes = includesInfo ? comparison.changes : comparison.realChanges
    var section: String??
    for group in DiffOutline(changes).groups {
      if section == nil || section != .some(group.section) {
        text += "\n## " + escaped(group.section ?? language("The table", "整表")) + "\n"
        section = .some(group.section)
      }
      if let goal = group.goal { text += "\n### " + escaped(goal) + "\n" }
      text +=
        "\n| "
        + [
          language("Where", "位置"), language("What", "内容"), language("Old", "原"),
          language("New", "现"), language("Note", "说明"), language("Cells", "单元格"),
        ].joined(separator: " | ") + " |\n| --- | --- | --- | --- | --- | --- |\n"
      for node in group.nodes {
        for change in node.changes { text += row(change, node.names) }
      }
    }
    return text
  }

  private func row(_ change: ReportChange, _ names: [String]) -> String {
    let phrase = DiffPhrase(change, words)
    let cells = [change.oldAddress, change.newAddress].compactMap { $0?.description }
    let info = change.level == .info ? [words.language("info", "仅写法")] : []
    return "| "
      + [
        names.suffix(2).joined(separator: " › "), phrase.label, phrase.old ?? "",
        phrase.new ?? "", (phrase.notes + info).joined(separator: ", "),
        cells.joined(separator: " → "),
      ].map(escaped).joined(separator: " | ") + " |\n"
  }

  /// Text that Markdown shows as it is.
  private func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in DiffTextWidth.escaped(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", ">":
        safe += "\\"
        safe.unicodeScalars.append(scalar)
      case "<": safe += "&lt;"
      case "&": safe += "&amp;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
