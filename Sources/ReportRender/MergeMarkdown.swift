public import ReportMerge
import Spreadsheet

/// A merge as Markdown, for a mail or a note.
public enum MergeMarkdown {
  /// The document.
  public static func text(of result: MergeResult, language: MergeLanguage = .chinese) -> String {
    let words = MergeWords(language: language)
    var text = "# \(words.title)\n\n\(words.summary(result))\n"
    text +=
      "\n## \(words.completeness)\n\n" + row(words.unitHeaders) + rule(words.unitHeaders.count)
    for unit in result.units {
      text += row([
        unit.unit, words.name(of: unit.state), String(unit.ownedRows), String(unit.filledRows),
        String(unit.conflictCount), unit.files.joined(separator: "、"),
      ])
    }
    if !result.conflicts.isEmpty { text += "\n## \(words.conflicts)\n" }
    for group in MergeOutline(result).groups {
      text += "\n### \(safe(group.unit ?? words.several))\n\n"
      text += row(words.conflictHeaders) + rule(words.conflictHeaders.count)
      for conflict in group.conflicts { text += rows(conflict, words) }
    }
    if !result.missing.isEmpty { text += list(words.missing, result.missing) }
    if !result.unreadable.isEmpty { text += list(words.unreadable, result.unreadable) }
    if !result.infos.isEmpty {
      text += list(
        words.infos,
        result.infos.map { info in
          let field = info.field.map { words.name(of: $0) }
          return [
            words.name(of: info.kind), field, MergeOutline.name(info.path, file: info.file),
          ].compactMap { $0 }.joined(separator: " · ")
        })
    }
    return text
  }

  private static func rows(_ conflict: MergeConflict, _ words: MergeWords) -> String {
    conflict.values.enumerated().map { place, value in
      let isFirst = place == 0
      return row([
        isFirst ? words.name(of: conflict.kind) : "",
        isFirst ? MergeOutline.name(conflict.path, file: conflict.file) : "",
        isFirst ? conflict.field.map { words.name(of: $0) } ?? "" : "",
        value.value ?? words.blank,
        value.location.description + (value.isPlan ? "（\(words.plan)）" : ""),
        isFirst ? conflict.detail ?? "" : "",
      ])
    }.joined()
  }

  private static func list(_ title: String, _ items: [String]) -> String {
    "\n## \(title)\n\n" + items.map { "- \(safe($0))\n" }.joined()
  }

  static func row(_ cells: [String]) -> String {
    "| " + cells.map(safe).joined(separator: " | ") + " |\n"
  }

  static func rule(_ count: Int) -> String {
    "|" + String(repeating: " --- |", count: count) + "\n"
  }

  /// Text that Markdown leaves as it is.
  static func safe(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "*", "_", "`", "[", "]", "\\", "#", "~":
        safe += "\\"
        safe.unicodeScalars.append(scalar)
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      case "\n", "\r": safe += "<br>"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
