public import ReportDiff
import ReportMatching
import ReportModel
import Spreadsheet

/// The difference of two reports as one page that needs nothing else: counts and a chart, the
/// changes by goal, and old and new side by side in the table's own form.
///
/// Everything from the tables is escaped. The page allows one style and one script, by their hashes;
/// the script only filters, and without it the page shows everything.
public struct DiffHTML {
  private let words: DiffVocabulary
  private let includesInfo: Bool

  /// Makes a renderer; what is only info is told where it is asked for.
  public init(language: DiffLanguage = .zh, includesInfo: Bool = false) {
    words = DiffVocabulary(language: language)
    self.includesInfo = includesInfo
  }

  /// The page.
  public func text(of comparison: ReportComparison) -> String {
    let changes = includesInfo ? comparison.changes : comparison.realChanges
    let cards = DiffCards(changes, comparison)
    let language = words.language
    let title = comparison.new.title ?? language("Difference of two reports", "报表变化对照")
    var page = DiffMarkup()
    page.raw("<!DOCTYPE html>\n<html lang=\"\(language("en", "zh-CN"))\">\n<head>\n")
    page.raw("<meta charset=\"utf-8\">\n")
    page.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        + ContentHash.policySource(of: DiffPageStyle.text) + "; script-src "
        + ContentHash.policySource(of: DiffPageScript.text)
        + "; base-uri 'none'; form-action 'none'\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.text(title)
    page.raw("</title>\n<style>\(DiffPageStyle.text)</style>\n</head>\n<body>\n<header>\n<h1>")
    page.text(title)
    page.raw("</h1>\n<p class=\"files\">")
    page.text(Self.files(comparison.old))
    page.raw(" <span class=\"arrow\">→</span> ")
    page.text(Self.files(comparison.new))
    page.raw("</p>\n<p class=\"sum\">")
    page.text(words.summary(of: comparison))
    page.raw("</p>\n")
    chart(comparison, to: &page)
    page.raw("</header>\n")
    filters(changes, cards, to: &page)
    page.raw("<main>\n")
    let tables = DiffTables(comparison, changes, words: words)
    for card in cards.cards { append(card, cards, tables, to: &page) }
    page.raw("</main>\n<footer>")
    legend(to: &page)
    page.raw("</footer>\n<script>\(DiffPageScript.text)</script>\n</body>\n</html>\n")
    return page.html
  }

  private static func files(_ report: Report) -> String {
    var files: [String] = []
    for source in report.sources where files.last != source.file { files.append(source.file) }
    return files.joined(separator: ", ")
  }

  // MARK: Above the changes

  /// A bar for each kind.
  private func chart(_ comparison: ReportComparison, to page: inout DiffMarkup) {
    let counts = comparison.counts
    guard let most = counts.map(\.count).max() else { return }
    let height = counts.count * 26 + 4
    page.raw(
      "<svg class=\"chart\" viewBox=\"0 0 420 \(height)\" width=\"420\" height=\"\(height)\" "
        + "role=\"img\" aria-label=\"")
    page.text(words.summary(of: comparison))
    page.raw("\">\n")
    for (index, (kind, count)) in counts.enumerated() {
      let top = index * 26 + 4
      let width = max(3, 250 * count / most)
      page.raw("<text x=\"96\" y=\"\(top + 15)\" text-anchor=\"end\">")
      page.text(words.name(of: kind))
      page.raw("</text><rect class=\"k-\(kind.rawValue)\" x=\"104\" y=\"\(top)\" rx=\"3\" ")
      page.raw("width=\"\(width)\" height=\"20\"/>")
      page.raw("<text x=\"\(112 + width)\" y=\"\(top + 15)\">\(count)</text>\n")
    }
    page.raw("</svg>\n")
  }

  private func filters(
    _ changes: [ReportChange], _ cards: DiffCards, to page: inout DiffMarkup
  ) {
    let language = words.language
    guard changes.count > 1 else { return }
    page.raw("<form class=\"filters\" id=\"filters\" hidden>\n<fieldset><legend>")
    page.text(language("Kind", "类型"))
    page.raw("</legend>")
    for kind in ReportChange.Kind.allCases where changes.contains(where: { $0.kind == kind }) {
      page.raw(
        "<label><input type=\"checkbox\" name=\"kind\" value=\"\(kind.rawValue)\" checked> ")
      page.text(words.name(of: kind))
      page.raw("</label> ")
    }
    page.raw("</fieldset>\n")
    choice("unit", language("Responsible unit", "责任单位"), cards.leads, to: &page)
    choice("section", language("Section", "类别"), cards.sections, to: &page)
    page.raw("<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n")
  }

  private func choice(
    _ name: String, _ label: String, _ options: [String], to page: inout DiffMarkup
  ) {
    guard options.count > 1 else { return }
    page.raw("<label>")
    page.text(label)
    page.raw(" <select name=\"\(name)\"><option value=\"\">")
    page.text(words.language("all", "全部"))
    page.raw("</option>")
    for (index, option) in options.enumerated() {
      page.raw("<option value=\"\(index)\">")
      page.text(option.isEmpty ? words.blank : option)
      page.raw("</option>")
    }
    page.raw("</select></label>\n")
  }

  private func legend(to page: inout DiffMarkup) {
    let language = words.language
    for (style, name) in [
      ("changed", language("changed", "有变化")), ("added", language("added", "新增")),
      ("deleted", language("deleted", "删除")), ("moved", language("moved", "移动")),
    ] {
      page.raw("<span class=\"key m-\(style)\">")
      page.text(name)
      page.raw("</span> ")
    }
  }

  // MARK: Changes

  private func append(
    _ card: DiffCards.Card, _ cards: DiffCards, _ tables: DiffTables, to page: inout DiffMarkup
  ) {
    page.raw("<section class=\"card\">\n<h2>")
    if let section = card.section {
      page.raw("<span class=\"of\">")
      page.text(section)
      page.raw("</span> ")
    }
    page.text(card.goal ?? (card.section == nil ? words.language("The table", "整表") : ""))
    page.raw("</h2>\n<table class=\"list\">\n<thead><tr>")
    let language = words.language
    for head in [
      language("Where", "位置"), language("What", "内容"), language("Old", "原"),
      language("New", "现"), language("Note", "说明"), language("Cells", "单元格"),
    ] {
      page.raw("<th>")
      page.text(head)
      page.raw("</th>")
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for change in card.changes { row(change, cards, to: &page) }
    page.raw("</tbody></table>\n")
    tables.append(card, to: &page)
    page.raw("</section>\n")
  }

  private func row(_ change: ReportChange, _ cards: DiffCards, to page: inout DiffMarkup) {
    let phrase = DiffPhrase(change, words)
    let path = (change.newPath ?? change.oldPath ?? []).dropFirst(2).compactMap(\.self)
    page.raw(
      "<tr class=\"c\" data-k=\"\(change.kind.rawValue)\" data-l=\"\(change.level.rawValue)\"")
    page.raw(
      " data-u=\"\(cards.leadNumber(of: change))\" data-s=\"\(cards.sectionNumber(of: change))\">")
    page.raw("<td class=\"where\">")
    page.text(path.suffix(2).joined(separator: " › "))
    page.raw("</td><td class=\"what\"><span class=\"tag k-\(change.kind.rawValue)\">")
    page.text(phrase.label)
    page.raw("</span></td>")
    if let old = phrase.old, let new = phrase.new {
      let runs = highlighted(change, old, new)
      page.raw("<td class=\"old\">")
      page.runs(runs.old, tag: "del")
      page.raw("</td><td class=\"new\">")
      page.runs(runs.new, tag: "ins")
      page.raw("</td>")
    } else {
      page.raw("<td></td><td></td>")
    }
    page.raw("<td class=\"note\">")
    let info = change.level == .info ? [words.language("only in form", "仅写法不同")] : []
    page.text((phrase.notes + info).joined(separator: words.language(", ", "，")))
    page.raw("</td><td class=\"at\">")
    for (index, place) in [change.oldAddress, change.newAddress].enumerated() {
      guard let place else { continue }
      page.raw(index == 0 ? "<span>" : "<span class=\"to\">")
      page.text(place.description)
      page.raw("</span> ")
    }
    page.raw("</td></tr>\n")
  }

  /// Words are marked in texts that have enough of them; short values differ as wholes.
  private func highlighted(
    _ change: ReportChange, _ old: String, _ new: String
  ) -> (old: [DiffWords.Run], new: [DiffWords.Run]) {
    let isText = [.rename, .sectionRename, .lead].contains(change.kind) || change.delta == nil
    if isText, change.old != nil, change.new != nil, change.kind != .move,
      min(old.unicodeScalars.count, new.unicodeScalars.count) >= 5
    {
      let runs = DiffWords(old, new)
      return (runs.old, runs.new)
    }
    return ([.init(text: old, isOther: false)], [.init(text: new, isOther: false)])
  }
}
