/// A rectangle of cells, such as `A1:C3`; both corners belong to it.
public struct CellRange: Hashable, Sendable {
  /// The top left corner.
  public var first: CellReference
  /// The bottom right corner.
  public var last: CellReference

  /// Makes the smallest range that holds both corners, in whatever order they are given.
  public init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// Makes the range of a single cell.
  public init(_ reference: CellReference) {
    first = reference
    last = reference
  }

  /// Makes a range from rows and columns counted from zero.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
    last = CellReference(row: rows.upperBound, column: columns.upperBound)
  }
}

extension CellRange {
  /// The rows that the range covers, counted from zero.
  public var rows: ClosedRange<Int> { first.row...last.row }
  /// The columns that the range covers, counted from zero.
  public var columns: ClosedRange<Int> { first.column...last.column }
  /// The number of cells; at most 2^34.
  public var count: Int { rows.count * columns.count }
  /// Whether the range is one cell only.
  public var isSingleCell: Bool { first == last }

  /// Whether the cell lies in the range.
  public func contains(_ reference: CellReference) -> Bool {
    rows.contains(reference.row) && columns.contains(reference.column)
  }

  /// Whether the two ranges share a cell.
  public func intersects(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }
}

extension CellRange: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `A1:C3`, `$A$1:$C$3` or a single `A1`; nil when it is no range inside the grid.
  public init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2, let one = CellReference(String(parts[0])),
      let other = CellReference(String(parts[parts.count - 1]))
    else { return nil }
    self.init(one, other)
  }

  /// The spelling: `A1:C3`, or `A1` for a single cell.
  public var description: String {
    isSingleCell ? first.description : "\(first):\(last)"
  }
}

extension CellRange: Comparable {
  /// Order of the top left corners, then of the bottom right ones.
  public static func < (left: CellRange, right: CellRange) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
