import Spreadsheet
public import TableDiff

/// The difference of two tables as lines for a terminal.
public struct TableDiffText: Sendable {
  /// The language.
  public var language: MergeLanguage
  /// Whether escape sequences colour the lines.
  public var isColored: Bool
  /// Whether what is only info is listed too.
  public var includesInfo: Bool

  /// Makes a renderer.
  public init(
    language: MergeLanguage = .english, isColored: Bool = false, includesInfo: Bool = false
  ) {
    self.language = language
    self.isColored = isColored
    self.includesInfo = includesInfo
  }

  /// The lines, each with its end.
  public func text(of comparison: TableComparison) -> String {
    let words = TableDiffWords(language: language)
    var text = words.summary(comparison) + "\n"
    var sheet: String?
    for change in comparison.changes where includesInfo || change.level == .change {
      if change.sheet != sheet {
        text += "\n" + MergeText.safe(change.sheet) + "\n"
        sheet = change.sheet
      }
      text += line(change, words) + "\n"
    }
    return text
  }

  private func line(_ change: TableChange, _ words: TableDiffWords) -> String {
    let cells = words.cells(change).map(MergeText.safe)
    let place = cells[7].isEmpty ? cells[6] : cells[7]
    let row = change.key.isEmpty ? "" : "[\(cells[1])] "
    switch change.kind {
    case .add: return "  " + paint("+ \(row)\(cells[4])", 32) + "  (\(place))"
    case .delete: return "  " + paint("- \(row)\(cells[3])", 31) + "  (\(place))"
    case .value, .format:
      let old = change.old == nil ? words.blank : cells[3]
      let new = change.new == nil ? words.blank : cells[4]
      let delta = change.delta.map { $0.hasPrefix("-") ? "  \($0)" : "  +\($0)" } ?? ""
      let values = paint(old, 31) + " → " + paint(new, 32)
      return "  ~ \(row)\(cells[2]): \(values)\(delta)  (\(place))"
    case .rename, .sheetRename:
      return "  ~ \(cells[0]): " + paint(cells[3], 31) + " → " + paint(cells[4], 32)
    case .move, .reorder:
      return "  > \(cells[0]) \(row)\(cells[2])  (\(cells[6]) → \(cells[7]))"
    case .columnAdd: return "  " + paint("+ \(cells[0]) \(cells[2])", 32)
    case .columnDelete: return "  " + paint("- \(cells[0]) \(cells[2])", 31)
    case .sheetAdd: return "  " + paint("+ \(cells[0])", 32)
    case .sheetDelete: return "  " + paint("- \(cells[0])", 31)
    }
  }

  private func paint(_ text: String, _ color: Int) -> String {
    isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
