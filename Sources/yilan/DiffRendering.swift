import ReportDiff
import ReportRender
import Spreadsheet
import TableDiff

/// Writes comparisons in the forms of `diff`.
struct DiffRendering: Sendable {
  var form: DiffForm
  var includesInfo: Bool
  var isColored: Bool
  var language: Language

  private var words: MergeLanguage { language == .zh ? .chinese : .english }
  private var diffLanguage: DiffLanguage { language == .zh ? .zh : .en }

  /// The comparison as text: terminal, Markdown or HTML.
  func text(of comparison: DiffReading.Comparison) -> String {
    switch (comparison, form) {
    case (.report(let found), .markdown):
      DiffMarkdown(language: diffLanguage, includesInfo: includesInfo).text(of: found)
    case (.report(let found), .html):
      DiffHTML(language: diffLanguage, includesInfo: includesInfo).text(of: found)
    case (.report(let found), _):
      DiffText(language: diffLanguage, isColored: isColored, includesInfo: includesInfo)
        .text(of: found)
    case (.table(let found), .markdown):
      TableDiffMarkdown.text(of: found, includesInfo: includesInfo, language: words)
    case (.table(let found), .html):
      TableDiffHTML.page(of: found, includesInfo: includesInfo, language: words)
    case (.table(let found), _):
      TableDiffText(language: words, isColored: isColored, includesInfo: includesInfo)
        .text(of: found)
    }
  }

  /// The comparison as JSON.
  func json(of comparison: DiffReading.Comparison) -> ReportJSONValue {
    switch comparison {
    case .report(let found): DiffJSON.value(of: found, includesInfo: includesInfo)
    case .table(let found): TableDiffJSON.value(of: found, includesInfo: includesInfo)
    }
  }

  /// The comparison as a workbook.
  func workbook(of comparison: DiffReading.Comparison) -> Workbook {
    switch comparison {
    case .report(let found):
      DiffWorkbook(language: diffLanguage, includesInfo: includesInfo).workbook(of: found)
    case .table(let found):
      TableDiffWorkbook.workbook(of: found, includesInfo: includesInfo, language: words)
    }
  }

  // MARK: - Several files

  /// Texts of several files, each below its name; files without a change are left out.
  func joined(_ results: [(name: String, comparison: DiffReading.Comparison)]) -> String {
    let shown = results.filter { includesInfo || $0.comparison.hasChanges }
    if shown.isEmpty {
      return language == .zh ? "无实质变化\n" : "no real change\n"
    }
    return shown.map { result in
      let name = TerminalText.escaped(result.name)
      let head =
        form == .markdown ? "<!-- \(name.replacing("--", with: "- -")) -->\n" : "═══ \(name)\n"
      return head + text(of: result.comparison)
    }.joined(separator: "\n")
  }

  /// The JSON of several files: the counts and changes of all, and which files there were.
  func joinedJSON(
    _ results: [(name: String, comparison: DiffReading.Comparison)]
  ) -> ReportJSONValue {
    var counts: [(key: String, count: Int)] = []
    var changes: [ReportJSONValue] = []
    var files: [ReportJSONValue] = []
    for result in results {
      let value = json(of: result.comparison)
      for member in value["summary"]?.members ?? [] {
        let count = member.value.integer ?? 0
        if let place = counts.firstIndex(where: { $0.key == member.key }) {
          counts[place].count += count
        } else {
          counts.append((member.key, count))
        }
      }
      changes += value["changes"]?.array ?? []
      files.append(
        .object([
          .init("file", .string(result.name)), .init("summary", value["summary"] ?? .null),
        ]))
    }
    // What is only info stands last, as in the summary of one file.
    counts.sort { ($0.key == "info" ? 1 : 0) < ($1.key == "info" ? 1 : 0) }
    return .object([
      .init("summary", .object(counts.map { .init($0.key, .integer($0.count)) })),
      .init("changes", .array(changes)), .init("files", .array(files)),
    ])
  }
}
