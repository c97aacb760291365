import Spreadsheet

/// What one sheet holds, counted while its rows stream by.
struct SheetSummary: Sendable {
  /// Kinds of cells in the order in which they are shown.
  enum CellKind: String, CaseIterable, Sendable {
    case number, string, boolean, error, date, datetime, time, duration
  }

  var description: SheetDescription
  /// The smallest range that holds every cell with a value.
  var usedRange: CellRange?
  /// Rows with a cell that holds a value.
  var rows = 0
  /// Cells that hold a value.
  var cells = 0
  /// The cells by kind.
  var kinds: [CellKind: Int] = [:]
  /// Cells with a formula.
  var formulas = 0
  /// Cells that have a style only.
  var styledBlanks = 0
  /// Runs of rows that are hidden, as far as the file names them.
  var hiddenRows: [ClosedRange<Int>] = []
  /// Runs of columns that are hidden.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// The merged ranges, in the order of the file.
  var mergedRanges: [CellRange] = []
  /// Features beside cells, such as `comments`.
  var features: [String] = []

  init(_ description: SheetDescription) {
    self.description = description
  }

  /// Counts a row.
  mutating func add(_ row: StreamedRow, text: CellText) {
    if row.isHidden {
      if let last = hiddenRows.last, last.upperBound + 1 == row.index {
        hiddenRows[hiddenRows.count - 1] = last.lowerBound...row.index
      } else {
        hiddenRows.append(row.index...row.index)
      }
    }
    var first: Int?
    var last = 0
    for cell in row.cells {
      if !cell.formula.isEmpty { formulas += 1 }
      guard let kind = Self.kind(of: cell, in: row, text: text) else {
        // A formula without a result is no blank.
        if cell.formula.isEmpty { styledBlanks += 1 }
        continue
      }
      kinds[kind, default: 0] += 1
      cells += 1
      if first == nil { first = Int(cell.column) }
      last = Int(cell.column)
    }
    guard let first else { return }
    rows += 1
    let columns = first...last
    usedRange =
      usedRange.map {
        CellRange(
          rows: min($0.first.row, row.index)...max($0.last.row, row.index),
          columns: min($0.first.column, first)...max($0.last.column, last))
      } ?? CellRange(rows: row.index...row.index, columns: columns)
  }

  /// The hidden rows as a spreadsheet spells them, such as `4:6`.
  var hiddenRowNames: [String] {
    hiddenRows.map { "\($0.lowerBound + 1):\($0.upperBound + 1)" }
  }

  /// The hidden columns as a spreadsheet spells them, such as `C:D`.
  var hiddenColumnNames: [String] {
    hiddenColumns.map { run in
      [run.lowerBound, run.upperBound].map {
        String(CellReference(row: 0, column: $0).description.dropLast())
      }.joined(separator: ":")
    }
  }

  private static func kind(
    of cell: StreamedCell, in row: StreamedRow, text: CellText
  ) -> CellKind? {
    switch cell.kind {
    case .empty: return nil
    case .string: return .string
    case .boolean: return .boolean
    case .error: return .error
    case .number:
      guard text.kind(of: cell).isDate, let number = text.number(of: cell, in: row) else {
        return .number
      }
      switch number {
      case .number: return .number
      case .date: return .date
      case .dateTime: return .datetime
      case .time: return .time
      case .duration: return .duration
      }
    }
  }
}
