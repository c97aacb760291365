import Spreadsheet

/// Finds merged ranges that share a cell, in time that grows as n log n.
///
/// Ranges come by their first row. A segment tree over the columns knows the range that reaches
/// furthest down in each of them; a new range must begin below all of its columns' furthest.
struct MergeOverlap {
  private var furthest: [Int32]
  private var owner: [Int32]
  private var whole: [Int32]
  private var wholeOwner: [Int32]
  /// A power of two: the columns that the ranges lie in, not all that a sheet may have.
  private let leaves: Int

  private init(_ ranges: [CellRange]) {
    var leaves = 1
    let columns = (ranges.map(\.last.column).max() ?? 0) + 1
    while leaves < columns { leaves *= 2 }
    self.leaves = leaves
    furthest = [Int32](repeating: -1, count: 2 * leaves)
    owner = furthest
    whole = furthest
    wholeOwner = furthest
  }

  /// The first two ranges that overlap, or nil. All lie inside the grid.
  static func first(in ranges: [CellRange]) -> (CellRange, CellRange)? {
    guard ranges.count > 1 else { return nil }
    let sorted = ranges.sorted()
    var tree = MergeOverlap(ranges)
    for (index, range) in sorted.enumerated() {
      if let other = tree.add(range, index) { return (sorted[other], range) }
    }
    return nil
  }

  /// The ranges without those that share a cell with one before them, by the order of their first
  /// cells, and these. What is kept stays in its order.
  static func disjoint(_ ranges: [CellRange]) -> (kept: [CellRange], dropped: [CellRange]) {
    guard first(in: ranges) != nil else { return (ranges, []) }
    var tree = MergeOverlap(ranges)
    var dropped: Set<Int> = []
    let order = ranges.indices.sorted { (ranges[$0], $0) < (ranges[$1], $1) }
    for index in order where tree.add(ranges[index], index) != nil { dropped.insert(index) }
    return (
      ranges.indices.filter { !dropped.contains($0) }.map { ranges[$0] },
      dropped.sorted().map { ranges[$0] }
    )
  }

  /// Takes in a range; where it overlaps one that was taken in before, that one's number instead.
  private mutating func add(_ range: CellRange, _ index: Int) -> Int? {
    let columns = range.columns
    let other = deepest(columns, 1, 0, leaves - 1)
    if other.row >= range.first.row { return Int(other.owner) }
    assign(
      columns, Int32(truncatingIfNeeded: range.last.row), Int32(truncatingIfNeeded: index), 1, 0,
      leaves - 1)
    return nil
  }

  private func deepest(
    _ columns: ClosedRange<Int>, _ node: Int, _ low: Int, _ high: Int
  ) -> (row: Int32, owner: Int32) {
    if columns.lowerBound > high || columns.upperBound < low { return (-1, -1) }
    if columns.lowerBound <= low, high <= columns.upperBound {
      return (furthest[node], owner[node])
    }
    let middle = (low + high) / 2
    let left = deepest(columns, 2 * node, low, middle)
    let right = deepest(columns, 2 * node + 1, middle + 1, high)
    let below = right.row > left.row ? right : left
    return below.row > whole[node] ? below : (whole[node], wholeOwner[node])
  }

  private mutating func assign(
    _ columns: ClosedRange<Int>, _ row: Int32, _ index: Int32, _ node: Int, _ low: Int, _ high: Int
  ) {
    if columns.lowerBound > high || columns.upperBound < low { return }
    if row > furthest[node] {
      furthest[node] = row
      owner[node] = index
    }
    if columns.lowerBound <= low, high <= columns.upperBound {
      // Whole node: what lies below it needs no visit.
      if row > whole[node] {
        whole[node] = row
        wholeOwner[node] = index
      }
      return
    }
    let middle = (low + high) / 2
    assign(columns, row, index, 2 * node, low, middle)
    assign(columns, row, index, 2 * node + 1, middle + 1, high)
  }
}
