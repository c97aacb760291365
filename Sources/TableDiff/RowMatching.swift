/// How the rows of two tables go together.
struct RowMatching {
  /// A row of the old table and the row of the new table that it became.
  struct Pair: Hashable {
    /// Positions in `SheetTable.lines`.
    var old, new: Int
    /// How alike they are, where likeness paired them.
    var score: Double?
  }

  /// The matched rows; sorted by the new row once the matching is complete.
  var pairs: [Pair] = []
  /// Rows of the old table that have none in the new one.
  var deleted: [Int] = []
  /// Rows of the new table that have none in the old one.
  var added: [Int] = []

  /// Sorts the pairs and derives from them what is deleted and added.
  mutating func complete(old: [Int], new: [Int]) {
    pairs.sort { $0.new < $1.new }
    deleted = Self.unused(old, pairs.map(\.old))
    added = Self.unused(new, pairs.map(\.new))
  }

  private static func unused(_ lines: [Int], _ used: [Int]) -> [Int] {
    guard used.count < lines.count else { return [] }
    var isUsed = [Bool](repeating: false, count: (lines.max() ?? -1) + 1)
    for line in used { isUsed[line] = true }
    return lines.filter { !isUsed[$0] }
  }

  /// The positions in `pairs` of as few rows as explain that the order differs.
  var moved: Set<Int> {
    if zip(pairs, pairs.dropFirst()).allSatisfy({ $0.old < $1.old }) { return [] }
    let kept = IncreasingSubsequence.positions(in: pairs.map(\.old))
    return Set(pairs.indices).subtracting(kept)
  }
}

/// How alike two rows are.
struct RowLikeness {
  let old: SheetTable
  let new: SheetTable
  let columns: [ColumnPair]

  /// The share of equal cells among those that either row fills, from 0 to 1.
  func score(_ oldLine: Int, _ newLine: Int) -> Double {
    var equal = 0
    var filled = 0
    for pair in columns {
      let one = old.position(line: oldLine, column: pair.old)
      let two = new.position(line: newLine, column: pair.new)
      guard one != nil || two != nil else { continue }
      filled += 1
      if let one, let two, old.holds(old.cells[one], equalTo: new.cells[two], of: new) {
        equal += 1
      }
    }
    return filled == 0 ? 0 : Double(equal) / Double(filled)
  }
}
