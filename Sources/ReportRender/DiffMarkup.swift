/// HTML while it is written: what comes from a table goes through `text` and is escaped.
struct DiffMarkup {
  private(set) var html = ""

  /// Markup of our own.
  mutating func raw(_ markup: String) {
    html += markup
  }

  /// Text as it is, in content or in a quoted attribute.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\n": html += "\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        html += "\u{FFFD}"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// A text in which some stretches are marked by an element.
  mutating func runs(_ runs: [DiffWords.Run], tag: String) {
    for run in runs {
      if run.isOther { raw("<\(tag)>") }
      text(run.text)
      if run.isOther { raw("</\(tag)>") }
    }
  }
}
