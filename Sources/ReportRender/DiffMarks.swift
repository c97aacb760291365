import ReportDiff
import ReportMatching
import ReportModel
import Spreadsheet

/// Which cells of the published form of one revision have changed, and how.
struct DiffMarks {
  /// How a cell or row has changed.
  enum Style: Int, Comparable {
    case info
    case moved
    case changed
    case added
    case deleted

    static func < (one: Style, other: Style) -> Bool { one.rawValue < other.rawValue }
  }

  /// The changes that a cell shows.
  struct Mark {
    var style: Style
    var changes: [ReportChange]
  }

  /// The marked cells by their top left corners.
  private(set) var cells: [CellReference: Mark] = [:]
  /// The rows of the sheet that are new or gone as a whole.
  private(set) var rows: [Int: Style] = [:]

  private let form: PublishedWorkbook
  private var anchors: [CellReference: CellReference] = [:]

  /// Marks the cells of a published form. `rowNumber` gives the row of the form, counted among its
  /// indicators, of a row of the tree that the nodes of the changes belong to.
  init(
    _ changes: [ReportChange], on form: PublishedWorkbook, tree: ReportTree,
    node: (ReportChange) -> Int?, rowNumber: (Int) -> Int?
  ) {
    self.form = form
    for range in form.workbook.sheets.first?.mergedRanges ?? [] {
      for row in range.rows {
        for column in range.columns {
          anchors[CellReference(row: row, column: column)] = range.first
        }
      }
    }
    for change in changes {
      guard let node = node(change) else { continue }
      mark(change, tree.nodes[node], sectionRow: sectionRow(tree.nodes[node]), rowNumber)
    }
  }

  /// The top left corner of the merged cell that holds a cell.
  func anchor(of cell: CellReference) -> CellReference { anchors[cell] ?? cell }

  private func sectionRow(_ node: ReportTree.Node) -> Int? {
    guard node.level == .section, form.sectionRows.indices.contains(node.index.section) else {
      return nil
    }
    return form.sectionRows[node.index.section]
  }

  private mutating func mark(
    _ change: ReportChange, _ node: ReportTree.Node, sectionRow: Int?,
    _ rowNumber: (Int) -> Int?
  ) {
    let numbers = node.rows.compactMap(rowNumber)
    let style = Self.style(of: change)
    if change.kind == .add || change.kind == .delete {
      for number in numbers where form.indicatorRows.indices.contains(number) {
        rows[form.indicatorRows[number]] = style
      }
    }
    if node.level == .section {
      if let sectionRow { add(change, style, at: CellReference(row: sectionRow, column: 0)) }
      return
    }
    guard let first = numbers.first, let column = Self.column(of: change, node.level) else {
      return
    }
    if change.kind == .lead {
      for number in numbers {
        if let cell = form.cell(ofRow: number, .lead) { add(change, style, at: cell) }
      }
    } else if let cell = form.cell(ofRow: first, column) {
      add(change, style, at: cell)
    } else if let cell = form.cell(ofRow: first, .task) ?? form.cell(ofRow: first, .goal) {
      add(change, style, at: cell)
    }
  }

  private mutating func add(_ change: ReportChange, _ style: Style, at cell: CellReference) {
    let cell = anchor(of: cell)
    var mark = cells[cell] ?? Mark(style: style, changes: [])
    mark.style = max(mark.style, style)
    if mark.changes.last != change { mark.changes.append(change) }
    cells[cell] = mark
  }

  private static func style(of change: ReportChange) -> Style {
    if change.level == .info { return .info }
    switch change.kind {
    case .add, .columnAdd: return .added
    case .delete, .columnDelete: return .deleted
    case .move, .reorder: return .moved
    case .value, .unit, .lead, .rename, .sectionRename: return .changed
    }
  }

  private static func column(of change: ReportChange, _ level: NodeLevel) -> PublishedColumn? {
    switch (change.kind, change.field) {
    case (.unit, _): return .unit
    case (.lead, _): return .lead
    case (.value, "target"): return .target
    case (.value, "achieved"): return .achieved
    case (.value, "percent"): return .percent
    case (.value, "remark"): return .remark
    case (.value, "support"): return .support
    case (.value, "goal_no"): return .serial
    case (.value, let header?): return .extra(header)
    default: break
    }
    switch level {
    case .report, .section: return nil
    case .goal: return .goal
    case .action: return .action
    case .task: return .task
    case .indicator: return .indicator
    }
  }
}
