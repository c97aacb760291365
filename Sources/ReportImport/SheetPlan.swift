import ReportModel
import Spreadsheet

/// A sheet with its tables, classified and ready to be read.
struct SheetPlan {
  /// A table: a header and the rows down to the next one.
  struct Table {
    /// Nil where the sheet goes on with the table of the sheet before.
    var header: ClosedRange<Int>?
    var grid: TableGrid
    var shapes: [RowShape]
    var roles: [SheetLayout.RowRole?]
  }

  var sheet: Worksheet
  var source: Int
  var preamble: SheetPreamble
  var tables: [Table]

  /// Whether rows or a column name sections.
  var namesSections: Bool {
    preamble.section != nil
      || tables.contains { table in
        table.grid.columns.slot(of: .section) != nil || table.roles.contains(.section)
      }
  }

  /// Whether all tables have a column of responsible units.
  var hasLead: Bool { tables.allSatisfy { $0.grid.columns.slot(of: .lead) != nil } }
}

extension SheetPlan {
  /// Classifies the tables below the headers of a sheet.
  init(
    _ context: ImportContext, sheet: Worksheet, merges: SheetMerges, styles: CellStyles,
    source: Int,
    headers: [(rows: ClosedRange<Int>?, columns: ResolvedColumns)], stated: [SheetLayout]
  ) {
    self.sheet = sheet
    self.source = source
    preamble = SheetPreamble(context, source: source)
    tables = []
    guard let first = headers.first else { return }
    let start =
      first.rows.map { rows in
        sheet.rows.partitioningIndex { $0.index >= rows.lowerBound }
      } ?? 0
    preamble.read(sheet.rows[..<start], styles: styles)
    let statedRows = stated.flatMap(\.rows).sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    for (number, header) in headers.enumerated() {
      let lower =
        header.rows.map { rows in
          sheet.rows.partitioningIndex { $0.index > rows.upperBound }
        } ?? 0
      let next = number + 1 < headers.count ? headers[number + 1].rows : nil
      let hasNext = next != nil
      let upper =
        next.map { rows in
          sheet.rows.partitioningIndex { $0.index >= rows.lowerBound }
        } ?? sheet.rows.count
      let grid = TableGrid(
        sheet: sheet, merges: merges, rows: lower..<max(lower, upper),
        columns: TableColumns(header.columns))
      let (shapes, roles) = RowClassifier(
        context, grid: grid, styles: styles, titles: preamble.keys, hasNext: hasNext,
        stated: statedRows
      ).classified()
      tables.append(Table(header: header.rows, grid: grid, shapes: shapes, roles: roles))
    }
    for table in tables {
      for (offset, role) in table.roles.enumerated() where role == .meta {
        preamble.readMeta(sheet.rows[table.grid.rows.lowerBound + offset], styles: styles)
      }
    }
  }

  /// How the tables were understood.
  func layouts() -> [SheetLayout] {
    tables.map { table in
      var layout = SheetLayout(sheet: sheet.name, header: table.header)
      for (slot, column) in table.grid.columns.slots.enumerated() {
        guard let field = column.field else { continue }
        layout.columns.append(
          .init(
            column: table.grid.columns.column(of: slot), field: field, header: column.header))
      }
      for (offset, role) in table.roles.enumerated() {
        guard let role else { continue }
        let row = table.grid.index(of: offset)
        if let last = layout.rows.last, last.role == role, last.rows.upperBound == row - 1 {
          layout.rows[layout.rows.count - 1].rows = last.rows.lowerBound...row
        } else {
          layout.rows.append(.init(rows: row...row, role: role))
        }
      }
      return layout
    }
  }
}
