import Spreadsheet
import TableDiff

/// The words for the differences of tables.
struct TableDiffWords {
  let language: MergeLanguage

  var title: String { language("Differences", "表格差异") }
  var none: String { language("no differences", "没有差异") }
  var blank: String { language("(blank)", "（空）") }

  func name(of kind: TableChange.Kind) -> String {
    switch kind {
    case .value: language("value", "数值")
    case .add: language("row added", "新增行")
    case .delete: language("row deleted", "删除行")
    case .move: language("row moved", "移动行")
    case .rename: language("column renamed", "列改名")
    case .columnAdd: language("column added", "新增列")
    case .columnDelete: language("column deleted", "删除列")
    case .reorder: language("column reordered", "列换序")
    case .format: language("format", "格式")
    case .sheetAdd: language("sheet added", "新增工作表")
    case .sheetDelete: language("sheet deleted", "删除工作表")
    case .sheetRename: language("sheet renamed", "工作表改名")
    }
  }

  /// The headers of a list of changes.
  var headers: [String] {
    language == .chinese
      ? ["类型", "行", "列", "原值", "新值", "差额", "原位置", "新位置"]
      : ["Kind", "Row", "Column", "Old", "New", "Delta", "Old place", "New place"]
  }

  /// The counts in one line.
  func summary(_ comparison: TableComparison) -> String {
    let parts = comparison.summary.map { entry in
      let kind = TableChange.Kind(rawValue: entry.name)
      return "\(kind.map(name) ?? language("info", "提示")) \(entry.count)"
    }
    if !comparison.hasChanges {
      return none + parts.map { language(" (\($0))", "（\($0)）") }.joined()
    }
    return parts.joined(separator: language(", ", "，"))
  }

  /// The cells of a list of changes, in the order of `headers`.
  func cells(_ change: TableChange) -> [String] {
    let row =
      change.key.isEmpty
      ? (change.newLocation ?? change.oldLocation)?.range.map { String($0.first.row + 1) } ?? ""
      : change.key.joined(separator: " / ")
    let isRow = change.kind == .add || change.kind == .delete
    let content = change.row.map { "\($0.title): \($0.text)" }.joined(separator: "; ")
    return [
      name(of: change.kind), change.field == nil || !change.key.isEmpty ? row : row,
      change.field ?? "",
      isRow && change.kind == .delete ? content : change.old ?? "",
      isRow && change.kind == .add ? content : change.new ?? "",
      change.delta ?? "", place(change.oldLocation), place(change.newLocation),
    ]
  }

  private func place(_ location: SourceLocation?) -> String {
    guard let location else { return "" }
    let range = location.range?.description
    return [location.sheet, range].compactMap { $0 }.joined(separator: "!")
  }
}
