public import ReportDiff

/// The difference of two reports for a terminal: a summary line, then the changes by section and
/// goal, old and new below each other.
public struct DiffText {
  private let words: DiffVocabulary
  private let isColored: Bool
  private let includesInfo: Bool
  /// Longer texts are shortened; the other forms have them in full.
  private let limit: Int

  /// Makes a renderer. Colour is for terminals only; what is only info is told where it is asked for.
  public init(
    language: DiffLanguage = .zh, isColored: Bool = false, includesInfo: Bool = false,
    textWidth: Int = 60
  ) {
    words = DiffVocabulary(language: language)
    self.isColored = isColored
    self.includesInfo = includesInfo
    limit = max(8, textWidth)
  }

  /// The text; control characters of the tables are escaped, every line ends.
  public func text(of comparison: ReportComparison) -> String {
    var text = paint(words.summary(of: comparison), .bold) + "\n"
    let changes = includesInfo ? comparison.changes : comparison.realChanges
    var section: String??
    for group in DiffOutline(changes).groups {
      if section == nil || section != .some(group.section) {
        text += "\n" + paint(shown(group.section ?? table, to: 200), .bold) + "\n"
        section = .some(group.section)
      }
      if let goal = group.goal { text += "  " + paint(shown(goal, to: 200), .bold) + "\n" }
      append(group, indent: group.goal == nil ? 2 : 4, to: &text)
    }
    return text
  }

  private var table: String { words.language("(the table)", "（整表）") }

  private func append(_ group: DiffOutline.Group, indent: Int, to text: inout String) {
    let phrases = group.nodes.map { $0.changes.map { DiffPhrase($0, words) } }
    let flat = phrases.joined()
    let labelWidth = flat.map { DiffTextWidth.of($0.label) }.max() ?? 0
    // Short values stand in columns; a long one does not push the others aside.
    let short = flat.compactMap(\.old).map { DiffTextWidth.of(shown($0, to: limit)) }
    let oldWidth = short.filter { $0 <= 16 }.max() ?? 0
    for (node, phrases) in zip(group.nodes, phrases) {
      let margin = String(repeating: " ", count: indent)
      if !node.names.isEmpty { text += margin + path(node.names) + "\n" }
      for (change, phrase) in zip(node.changes, phrases) {
        text += margin + (node.names.isEmpty ? "" : "  ")
        text += paint(DiffTextWidth.padded(phrase.label, to: labelWidth), color(of: change))
        text += line(phrase, oldWidth: oldWidth)
        text += places(of: change) + "\n"
      }
    }
  }

  private func line(_ phrase: DiffPhrase, oldWidth: Int) -> String {
    var line = ""
    if let old = phrase.old, let new = phrase.new {
      line += "  " + paint(DiffTextWidth.aligned(shown(old, to: limit), to: oldWidth), .red)
      line += " → " + paint(shown(new, to: limit), .green)
    }
    if !phrase.notes.isEmpty {
      line += "  (" + phrase.notes.map { shown($0, to: limit) }.joined(separator: ", ") + ")"
    }
    return line
  }

  /// The two deepest names: enough to find a row.
  private func path(_ names: [String]) -> String {
    names.suffix(2).map { shown($0, to: 48) }.joined(separator: paint(" › ", .dim))
  }

  private func places(of change: ReportChange) -> String {
    func cells(_ place: String?) -> String? {
      place.map { String($0.split(separator: "!").suffix(2).joined(separator: "!")) }
    }
    let old = cells(change.oldAddress?.cellsText)
    let new = cells(change.newAddress?.cellsText)
    let both = old == new ? [old].compactMap(\.self) : [old, new].compactMap(\.self)
    if both.isEmpty { return "" }
    return "  " + paint(both.map { shown($0, to: 60) }.joined(separator: " → "), .dim)
  }

  private func shown(_ text: String, to limit: Int) -> String {
    DiffTextWidth.shortened(DiffTextWidth.escaped(text), to: limit)
  }

  // MARK: Colour

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private func color(of change: ReportChange) -> Paint {
    if change.level == .info { return .dim }
    switch change.kind {
    case .add, .columnAdd: return .green
    case .delete, .columnDelete: return .red
    case .move, .reorder: return .cyan
    default: return .yellow
    }
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    isColored ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
