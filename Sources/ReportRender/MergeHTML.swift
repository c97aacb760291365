public import ReportMerge
import ReportModel
import Spreadsheet

/// A merge as one page that works offline and prints: who reported, what is to be decided, unit by
/// unit with all values side by side, and what is good to know.
public enum MergeHTML {
  /// The page.
  public static func page(of result: MergeResult, language: MergeLanguage = .chinese) -> String {
    let words = MergeWords(language: language)
    var page = MergePage(
      title: words.title, language: language == .chinese ? "zh-CN" : "en", style: style)
    page.element("h1", words.title)
    if let title = result.report.title { page.element("p", title, className: "soft") }
    page.element("p", words.summary(result), className: "sum")
    addUnits(result, words, to: &page)
    if !result.conflicts.isEmpty { page.element("h2", words.conflicts) }
    for group in MergeOutline(result).groups {
      page.element("h3", group.unit ?? words.several)
      page.raw("<div class=\"box\"><table>")
      page.headers(words.conflictHeaders)
      page.raw("<tbody>\n")
      for conflict in group.conflicts { add(conflict, words, to: &page) }
      page.raw("</tbody></table></div>\n")
    }
    addList(words.unreadable, result.unreadable, to: &page)
    addInfos(result, words, to: &page)
    return page.finished()
  }

  private static func addUnits(
    _ result: MergeResult, _ words: MergeWords, to page: inout MergePage
  ) {
    page.element("h2", words.completeness)
    page.raw("<div class=\"box\"><table>")
    page.headers(words.unitHeaders)
    page.raw("<tbody>\n")
    for unit in result.units {
      page.raw("<tr>")
      page.element("td", unit.unit)
      page.element("td", words.name(of: unit.state), className: "n \(unit.state.rawValue)")
      page.element("td", String(unit.ownedRows), className: "n")
      page.raw("<td class=\"n\">")
      addBar(unit, to: &page)
      page.text(" \(unit.filledRows)")
      page.raw("</td>")
      page.element("td", String(unit.conflictCount), className: "n")
      page.element("td", unit.files.joined(separator: "、"), className: "soft")
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>\n")
  }

  /// How much of its rows a unit has filled in, as a small bar.
  private static func addBar(_ unit: UnitCompleteness, to page: inout MergePage) {
    let width = unit.ownedRows == 0 ? 0 : unit.filledRows * 96 / unit.ownedRows
    page.raw(
      """
      <svg width="98" height="12" role="img" aria-label="\(unit.filledRows)/\(unit.ownedRows)">\
      <rect x="0.5" y="0.5" width="97" height="11" fill="#eceff3" stroke="#d5dbe3"/>\
      <rect x="1" y="1" width="\(width)" height="10" fill="#3f8f5b"/></svg>
      """)
  }

  private static func add(
    _ conflict: MergeConflict, _ words: MergeWords, to page: inout MergePage
  ) {
    let span = max(1, conflict.values.count)
    for (place, value) in conflict.values.enumerated() {
      page.raw("<tr>")
      if place == 0 {
        page.raw("<td rowspan=\"\(span)\" class=\"n kind\">")
        page.text(words.name(of: conflict.kind))
        page.raw("</td><td rowspan=\"\(span)\">")
        page.text(MergeOutline.name(conflict.path, file: conflict.file))
        page.raw("</td><td rowspan=\"\(span)\" class=\"n\">")
        page.text(conflict.field.map { words.name(of: $0) } ?? "")
        page.raw("</td>")
      }
      page.element("td", value.value ?? words.blank, className: value.isPlan ? "plan" : "sent")
      page.element(
        "td", value.location.description + (value.isPlan ? "（\(words.plan)）" : ""),
        className: "soft")
      if place == 0 {
        page.raw("<td rowspan=\"\(span)\">")
        page.text(conflict.detail ?? "")
        page.raw("</td>")
      }
      page.raw("</tr>\n")
    }
  }

  private static func addList(_ title: String, _ items: [String], to page: inout MergePage) {
    guard !items.isEmpty else { return }
    page.element("h2", title)
    page.raw("<ul>")
    for item in items { page.element("li", item) }
    page.raw("</ul>\n")
  }

  private static func addInfos(
    _ result: MergeResult, _ words: MergeWords, to page: inout MergePage
  ) {
    addList(
      words.infos,
      result.infos.map { info in
        let field = info.field.map { words.name(of: $0) }
        let values = info.values.map {
          [$0.value, $0.location.description].compactMap { $0 }.joined(separator: " ← ")
        }
        return
          ([
            words.name(of: info.kind), field, MergeOutline.name(info.path, file: info.file),
          ].compactMap { $0 } + values).joined(separator: " · ")
      }, to: &page)
  }

  private static let style = """
    .kind{font-weight:600}.sent{background:#fff1c4}.plan{background:#eceff3}.sent,.plan{min-width:5em}
    .missing,.held{color:#b3261e;font-weight:600}.partial,.unfilled{color:#8a5a00}
    .complete{color:#2b6e44}svg{vertical-align:middle}
    """
}
