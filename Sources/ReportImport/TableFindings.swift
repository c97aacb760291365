import ReportModel
import Spreadsheet

/// Tells what of a sheet was not read, and what of its headers is worth knowing.
struct TableFindings {
  let context: ImportContext

  /// Adds the findings about the tables of a sheet.
  func tell(_ plan: SheetPlan, first: SheetPlan?, into findings: inout ImportFindings) {
    let name = plan.sheet.name
    for line in plan.preamble.unread {
      tellRows(line.row...line.row, role: line.role, name, columns: nil, &findings)
    }
    for (number, table) in plan.tables.enumerated() {
      let columns = table.grid.columns
      if number > 0, let header = table.header {
        findings.add(
          .info, "HEADER_REPEATED", sheet: name,
          at: CellRange(rows: header, columns: columns.range), "the header is printed again",
          zh: "表头重复")
      }
      if let usual = first?.tables.first, let header = table.header,
        Self.levels(usual) != Self.levels(table)
      {
        findings.add(
          .info, "LEVELS_VARY", sheet: name,
          at: CellRange(rows: header, columns: columns.range),
          "the table has \(Self.levels(table).count) levels of names, the first one \(Self.levels(usual).count)",
          zh: "本段名称为\(Self.levels(table).count)级，首段为\(Self.levels(usual).count)级",
          expected: "\(Self.levels(usual).count)", actual: "\(Self.levels(table).count)")
      }
      tellRoles(table, name, &findings)
      tellColumns(table, name, &findings)
      tellCovered(table, name, &findings)
    }
  }

  private static func levels(_ table: SheetPlan.Table) -> [ReportField] {
    table.grid.columns.slots.compactMap(\.field).filter(\.isLevel).sorted()
  }

  // MARK: - Rows

  private func tellRoles(
    _ table: SheetPlan.Table, _ sheet: String, _ findings: inout ImportFindings
  ) {
    var run: (role: SheetLayout.RowRole, isHidden: Bool, rows: ClosedRange<Int>)?
    func flush(_ findings: inout ImportFindings) {
      guard let run else { return }
      tellRows(
        run.rows, role: run.isHidden ? nil : run.role, sheet, columns: table.grid.columns.range,
        &findings)
    }
    for (offset, role) in table.roles.enumerated() {
      guard let role else { continue }
      let index = table.grid.index(of: offset)
      let isHidden =
        context.profile.sheets.hidden == .skip && table.grid.isHidden(offset) && role == .data
      let isUnread =
        isHidden || role == .total || role == .note || role == .page || role == .skip
      if let last = run, isUnread, last.role == role, last.isHidden == isHidden,
        last.rows.upperBound == index - 1
      {
        run?.rows = last.rows.lowerBound...index
        continue
      }
      flush(&findings)
      run = isUnread ? (role, isHidden, index...index) : nil
    }
    flush(&findings)
  }

  private func tellRows(
    _ rows: ClosedRange<Int>, role: SheetLayout.RowRole?, _ sheet: String,
    columns: ClosedRange<Int>?, _ findings: inout ImportFindings
  ) {
    let range = CellRange(rows: rows, columns: columns ?? 0...0)
    let (severity, en, zh): (Diagnostic.Severity, String, String) =
      switch role {
      case .total: (.info, "a total is not read", "合计行不读入")
      case .note: (.info, "a note is not read", "说明文字不读入")
      case .page: (.info, "a page line is not read", "页码行不读入")
      case nil: (.warning, "hidden rows are not read", "隐藏行未读入")
      default: (.warning, "the row is not read: it is no row of the table", "未读入此行：不是表中数据行")
      }
    findings.add(severity, "ROW_UNREAD", sheet: sheet, at: range, en, zh: zh)
  }

  // MARK: - Columns

  private func tellColumns(
    _ table: SheetPlan.Table, _ sheet: String, _ findings: inout ImportFindings
  ) {
    let grid = table.grid
    for (slot, column) in grid.columns.slots.enumerated()
    where !column.isKnown || column.field == nil {
      guard
        let offset = table.roles.indices.first(where: {
          table.roles[$0] == .data && grid.isFilled($0, slot) && grid.isAnchor($0, slot)
        })
      else { continue }
      let at = grid.columns.column(of: slot)
      let header = column.header.isEmpty ? nil : table.header
      let row = header?.upperBound ?? grid.index(of: offset)
      let range = CellRange(rows: row...row, columns: at...at)
      let letters = CellReference.columnName(at)
      if column.field == .extra {
        findings.add(
          .info, "COLUMN_UNKNOWN", sheet: sheet, at: range,
          "column \(letters) “\(column.header)” is not known; it is kept beside the model",
          zh: "未识别列\(letters)“\(column.header)”，作为附加列保留", actual: column.header)
      } else {
        let isHidden = column.isHidden
        findings.add(
          .info, "COLUMN_UNKNOWN", sheet: sheet, at: range,
          isHidden
            ? "hidden column \(letters) is not read"
            : "column \(letters) has no known header and is not read",
          zh: isHidden ? "隐藏列\(letters)未读入" : "列\(letters)没有可识别的列名，未读入",
          actual: column.header.isEmpty ? nil : column.header)
      }
    }
    for (column, cells) in grid.outside.sorted(by: { $0.key < $1.key }) {
      let letters = CellReference.columnName(column)
      findings.add(
        .info, "COLUMN_UNKNOWN", sheet: sheet,
        at: CellRange(rows: cells.row...cells.row, columns: column...column),
        "column \(letters) stands outside of the table and is not read",
        zh: "列\(letters)在表格之外，未读入")
    }
  }

  // MARK: - Covered cells

  /// Values under merged ranges, which only programs can leave there (rule N14).
  private func tellCovered(
    _ table: SheetPlan.Table, _ sheet: String, _ findings: inout ImportFindings
  ) {
    let grid = table.grid
    guard !grid.merges.isEmpty else { return }
    for offset in table.roles.indices {
      for slot in grid.columns.named
      where grid.isFilled(offset, slot) && !grid.isAnchor(offset, slot) {
        guard let range = grid.merge(offset, slot) else { continue }
        let hidden = grid.ownCell(offset, slot)
        let isSame = hidden?.value == grid.sheet.cell(at: range.first)?.value
        findings.add(
          isSame ? .info : .warning, "MERGED_VALUE", sheet: sheet,
          at: CellRange(grid.reference(offset, slot)),
          "the cell lies under the merged range \(range); its value is not read",
          zh: "该格在合并区域\(range)之下，其值未读入")
      }
    }
  }
}
