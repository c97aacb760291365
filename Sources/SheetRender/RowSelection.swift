public import Spreadsheet

/// Takes the part of a sheet that was asked for: a range, without hidden rows and columns.
///
/// Forms that have addresses keep them; for the others (`renumbers`) rows and columns count from
/// the corner of the range, and what is hidden leaves no gap.
public struct RowSelection: Sendable {
  /// What becomes of a row.
  public enum Verdict: Hashable, Sendable {
    /// It is to be written.
    case take
    /// It is not to be written.
    case leave
    /// It is not, and no row after it will be.
    case stop
  }

  private let range: CellRange?
  private let skipsHidden: Bool
  private let hiddenColumns: [ClosedRange<Int>]
  private let renumbers: Bool
  private var hiddenRows = 0

  /// Makes a selection; hidden columns may come in any order.
  public init(
    range: CellRange? = nil, skipsHidden: Bool = false, hiddenColumns: [ClosedRange<Int>] = [],
    renumbers: Bool
  ) {
    self.range = range
    self.skipsHidden = skipsHidden
    self.renumbers = renumbers
    self.hiddenColumns = skipsHidden ? Self.joined(hiddenColumns) : []
  }

  /// Whether every row is taken as it is.
  public var takesAll: Bool { range == nil && !skipsHidden }

  /// Whether a row of the sheet lies in the range, hidden or not.
  public func contains(row index: Int) -> Bool {
    range?.rows.contains(index) ?? true
  }

  /// Cuts a row to the selection. Rows must come in ascending order, hidden ones too.
  public mutating func apply(to row: inout StreamedRow) -> Verdict {
    if let range {
      if row.index > range.last.row { return .stop }
      if row.index < range.first.row { return .leave }
    }
    if skipsHidden, row.isHidden {
      hiddenRows += 1
      return .leave
    }
    if let range {
      let columns = Int32(range.first.column)...Int32(range.last.column)
      if let first = row.cells.first, let last = row.cells.last,
        !(columns.contains(first.column) && columns.contains(last.column))
      {
        row.cells.removeAll { !columns.contains($0.column) }
      }
    }
    if !hiddenColumns.isEmpty { removeHiddenCells(from: &row) }
    if renumbers {
      row.index -= hiddenRows + (range?.first.row ?? 0)
      if let first = range?.first.column, first > 0 {
        for index in row.cells.indices { row.cells[index].column -= Int32(first) }
      }
    }
    return .take
  }

  /// The merged ranges of the selection, as its rows are counted; those that lie outside are left
  /// out, those that reach out are cut. `hiddenRows` are the rows that were or will be left out.
  public func mergedRanges(
    _ ranges: [CellRange], hiddenRows: [ClosedRange<Int>] = []
  ) -> [CellRange] {
    guard !takesAll else { return ranges }
    let hidden = skipsHidden ? Self.joined(hiddenRows) : []
    return ranges.compactMap { merged in
      var rows = merged.rows
      var columns = merged.columns
      if let range {
        guard range.intersects(merged) else { return nil }
        rows = rows.clamped(to: range.rows)
        columns = columns.clamped(to: range.columns)
      }
      guard let visibleRows = visible(rows, hidden: hidden, from: range?.first.row ?? 0),
        let visibleColumns = visible(
          columns, hidden: hiddenColumns, from: range?.first.column ?? 0)
      else { return nil }
      let cut = CellRange(rows: visibleRows, columns: visibleColumns)
      return cut.isSingleCell && !merged.isSingleCell ? nil : cut
    }
  }

  /// What is left of a run of rows or columns, counted as the rows are; nil where nothing is.
  private func visible(
    _ run: ClosedRange<Int>, hidden: [ClosedRange<Int>], from origin: Int
  ) -> ClosedRange<Int>? {
    guard renumbers else { return run }
    var before = 0
    var inside = 0
    for other in hidden {
      if other.lowerBound < run.lowerBound, other.upperBound >= origin {
        before +=
          min(other.upperBound, run.lowerBound - 1) - max(other.lowerBound, origin) + 1
      }
      if other.overlaps(run) { inside += other.clamped(to: run).count }
    }
    guard inside < run.count else { return nil }
    let first = run.lowerBound - origin - before
    return first...(first + run.count - inside - 1)
  }

  private func removeHiddenCells(from row: inout StreamedRow) {
    var run = 0
    var removed: Int32 = 0
    let origin = range?.first.column ?? 0
    var kept = 0
    for index in row.cells.indices {
      var cell = row.cells[index]
      let column = Int(cell.column)
      while run < hiddenColumns.count, hiddenColumns[run].upperBound < column {
        let first = max(hiddenColumns[run].lowerBound, origin)
        if hiddenColumns[run].upperBound >= first {
          removed += Int32(hiddenColumns[run].upperBound - first + 1)
        }
        run += 1
      }
      if run < hiddenColumns.count, hiddenColumns[run].contains(column) { continue }
      if renumbers { cell.column -= removed }
      row.cells[kept] = cell
      kept += 1
    }
    row.cells.removeSubrange(kept...)
  }

  /// The runs in order, those that touch joined.
  private static func joined(_ runs: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, run.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
      } else {
        joined.append(run)
      }
    }
    return joined
  }
}
