import Spreadsheet
public import TableDiff

/// The difference of two tables as one page that works offline and prints.
public enum TableDiffHTML {
  /// The page; what is only info is listed where it is asked for.
  public static func page(
    of comparison: TableComparison, includesInfo: Bool = false, language: MergeLanguage = .chinese
  ) -> String {
    let words = TableDiffWords(language: language)
    var page = MergePage(
      title: words.title, language: language == .chinese ? "zh-CN" : "en", style: style)
    page.element("h1", words.title)
    page.element("p", words.summary(comparison), className: "sum")
    var sheet: String?
    for change in comparison.changes where includesInfo || change.level == .change {
      if change.sheet != sheet {
        if sheet != nil { page.raw("</tbody></table></div>\n") }
        page.element("h2", change.sheet)
        page.raw("<div class=\"box\"><table>")
        page.headers(words.headers)
        page.raw("<tbody>\n")
        sheet = change.sheet
      }
      add(change, words, to: &page)
    }
    if sheet != nil { page.raw("</tbody></table></div>\n") }
    return page.finished()
  }

  private static func add(
    _ change: TableChange, _ words: TableDiffWords, to page: inout MergePage
  ) {
    let cells = words.cells(change)
    page.raw("<tr>")
    for (place, cell) in cells.enumerated() {
      switch place {
      case 3: page.element("td", cell, className: cell.isEmpty ? nil : "old")
      case 4: page.element("td", cell, className: cell.isEmpty ? nil : "new")
      case 5, 6, 7: page.element("td", cell, className: "soft n")
      default: page.element("td", cell)
      }
    }
    page.raw("</tr>\n")
  }

  private static let style = """
    .old{background:#fbdcdc}.new{background:#d7f3dd}
    """
}
