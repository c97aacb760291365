public import ReportMerge
import Spreadsheet

/// A merge as lines for a terminal or a mail.
public struct MergeText: Sendable {
  /// The language.
  public var language: MergeLanguage
  /// Whether escape sequences colour the lines.
  public var isColored: Bool

  /// Makes a renderer.
  public init(language: MergeLanguage = .english, isColored: Bool = false) {
    self.language = language
    self.isColored = isColored
  }

  /// The counts, in one line with its end.
  public func summary(of result: MergeResult) -> String {
    bold(MergeWords(language: language).summary(result)) + "\n"
  }

  /// The lines, each with its end.
  public func text(of result: MergeResult) -> String {
    let words = MergeWords(language: language)
    var text = bold(words.summary(result)) + "\n"
    for group in MergeOutline(result).groups {
      text += "\n" + bold(Self.safe(group.unit ?? words.several)) + "\n"
      for conflict in group.conflicts { append(conflict, words, to: &text) }
    }
    if !result.missing.isEmpty {
      text += "\n" + bold(words.missing) + "\n"
      for unit in result.missing { text += "  " + Self.safe(unit) + "\n" }
    }
    if !result.unreadable.isEmpty {
      text += "\n" + bold(words.unreadable) + "\n"
      for file in result.unreadable { text += "  " + Self.safe(file) + "\n" }
    }
    if !result.infos.isEmpty {
      text += "\n" + bold(words.infos) + "\n"
      for info in result.infos {
        text += "  " + words.name(of: info.kind)
        if let field = info.field { text += " · " + words.name(of: field) }
        text += " · " + Self.safe(MergeOutline.name(info.path, file: info.file)) + "\n"
      }
    }
    return text
  }

  private func append(_ conflict: MergeConflict, _ words: MergeWords, to text: inout String) {
    text += "  " + color(words.name(of: conflict.kind))
    if let field = conflict.field { text += " · " + words.name(of: field) }
    text += " · " + Self.safe(MergeOutline.name(conflict.path, file: conflict.file)) + "\n"
    for value in conflict.values {
      let place = value.isPlan ? "\(value.location) (\(words.plan))" : value.location.description
      text += "      " + Self.safe(value.value ?? words.blank) + "  ← " + Self.safe(place) + "\n"
    }
    if let detail = conflict.detail { text += "      " + Self.safe(detail) + "\n" }
  }

  private func bold(_ text: String) -> String {
    isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func color(_ text: String) -> String {
    isColored ? "\u{1B}[33m\(text)\u{1B}[0m" : text
  }

  /// Text without what a terminal would act upon: controls and marks that turn the direction.
  static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE007F:
        safe += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
