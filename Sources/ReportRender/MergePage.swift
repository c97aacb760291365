/// A self-contained HTML page while it is written: what comes from a file goes through `text` and is
/// escaped; nothing is loaded and nothing runs.
struct MergePage {
  private(set) var html: String

  init(title: String, language: String, style: String) {
    html = ""
    raw(
      """
      <!DOCTYPE html>
      <html lang="\(language)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>
      """)
    text(title)
    raw("</title><style>\(Self.style)\(style)</style></head><body><main>\n")
  }

  /// Markup of our own.
  mutating func raw(_ markup: String) { html += markup }

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

  /// An element around escaped text.
  mutating func element(_ tag: String, _ content: String, className: String? = nil) {
    raw(className.map { "<\(tag) class=\"\($0)\">" } ?? "<\(tag)>")
    text(content)
    raw("</\(tag)>")
  }

  /// The row of headers of a table.
  mutating func headers(_ names: [String]) {
    raw("<thead><tr>")
    for name in names { element("th", name) }
    raw("</tr></thead>\n")
  }

  /// The finished page.
  mutating func finished() -> String {
    raw("</main></body></html>\n")
    return html
  }

  private static let style = """
    :root{--ink:#1d2530;--soft:#5d6977;--line:#d5dbe3;--back:#f3f5f8}*{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--ink);font:15px/1.55 "Noto Sans CJK SC",
    "Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
    main{max-width:1280px;margin:0 auto;padding:24px}h1{font-size:24px;margin:0 0 4px}
    h2{font-size:18px;margin:28px 0 8px}h3{font-size:16px;margin:20px 0 6px}
    .sum{font-weight:600;margin:8px 0 16px}.soft{color:var(--soft);font-size:13px}
    .box{overflow-x:auto;background:#fff;border:1px solid var(--line);border-radius:8px}
    table{border-collapse:collapse;width:100%}th{text-align:left;font-size:13px;color:var(--soft)}
    th,td{padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top;
    overflow-wrap:anywhere}tr:last-child td{border-bottom:0}td.n{white-space:nowrap}
    @media print{body{background:#fff}main{padding:0;max-width:none}.box{border-radius:0}
    tr{break-inside:avoid}h2,h3{break-after:avoid}}
    @media(max-width:700px){main{padding:12px}th,td{padding:5px 6px}table{min-width:680px}}
    """
}
