import Spreadsheet
public import TableDiff

/// The difference of two tables as Markdown.
public enum TableDiffMarkdown {
  /// The document; what is only info is listed where it is asked for.
  public static func text(
    of comparison: TableComparison, includesInfo: Bool = false, language: MergeLanguage = .chinese
  ) -> String {
    let words = TableDiffWords(language: language)
    var text = "# \(words.title)\n\n\(words.summary(comparison))\n"
    var sheet: String?
    for change in comparison.changes where includesInfo || change.level == .change {
      if change.sheet != sheet {
        text += "\n## \(MergeMarkdown.safe(change.sheet))\n\n"
        text += MergeMarkdown.row(words.headers) + MergeMarkdown.rule(words.headers.count)
        sheet = change.sheet
      }
      text += MergeMarkdown.row(words.cells(change))
    }
    return text
  }
}
