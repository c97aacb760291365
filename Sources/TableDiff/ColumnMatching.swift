/// How the columns of two tables go together.
struct ColumnMatching {
  /// The matched columns, in the order of the new table.
  var pairs: [ColumnPair] = []
  /// Columns of the old table that have none in the new one.
  var removed: [Int] = []
  /// Columns of the new table that have none in the old one.
  var added: [Int] = []
  /// How alike the cells are where a column was matched by them, by new column.
  var scores: [Int: Double] = [:]

  /// Matches by header, or by position where a table has none.
  init(old: TableHeader, new: TableHeader) {
    guard old.line != nil, new.line != nil else {
      let known = Set(old.columns)
      pairs = new.columns.filter(known.contains).map { ColumnPair(old: $0, new: $0) }
      collectRest(old: old, new: new)
      return
    }
    pairUnmatched(old: old, new: new) { $0 }
    pairUnmatched(old: old, new: new, by: Self.folded)
    if pairs.isEmpty, old.columns.count == new.columns.count {
      pairs = zip(old.columns, new.columns).map { ColumnPair(old: $0, new: $1) }
    }
    collectRest(old: old, new: new)
  }

  /// Matches columns that are left by the cells of rows that are matched already: at least half of
  /// the sampled cells must be equal.
  mutating func pairByContent(
    old: SheetTable, new: SheetTable, rows: [RowMatching.Pair]
  ) {
    guard !removed.isEmpty, !added.isEmpty, removed.count <= 64, added.count <= 64 else { return }
    let step = max(1, rows.count / 400)
    let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    var candidates: [(score: Double, distance: Int, pair: ColumnPair)] = []
    for one in removed {
      for other in added {
        let score = Self.likeness(one, of: old, other, of: new, rows: sample)
        guard score >= 0.5 else { continue }
        candidates.append((score, abs(one - other), ColumnPair(old: one, new: other)))
      }
    }
    candidates.sort {
      ($1.score, $0.distance, $0.pair.old, $0.pair.new)
        < ($0.score, $1.distance, $1.pair.old, $1.pair.new)
    }
    for candidate in candidates
    where removed.contains(candidate.pair.old) && added.contains(candidate.pair.new) {
      pairs.append(candidate.pair)
      scores[candidate.pair.new] = candidate.score
      removed.removeAll { $0 == candidate.pair.old }
      added.removeAll { $0 == candidate.pair.new }
    }
    pairs.sort { $0.new < $1.new }
  }

  private static func likeness(
    _ column: Int, of table: SheetTable, _ other: Int, of otherTable: SheetTable,
    rows: [RowMatching.Pair]
  ) -> Double {
    var equal = 0
    var filled = 0
    for pair in rows {
      let one = table.position(line: pair.old, column: column)
      let two = otherTable.position(line: pair.new, column: other)
      guard one != nil || two != nil else { continue }
      filled += 1
      if let one, let two,
        table.holds(table.cells[one], equalTo: otherTable.cells[two], of: otherTable)
      {
        equal += 1
      }
    }
    return filled == 0 ? 0 : Double(equal) / Double(filled)
  }

  private mutating func pairUnmatched(
    old: TableHeader, new: TableHeader, by key: (String) -> String
  ) {
    var waiting: [String: [Int]] = [:]
    let usedOld = Set(pairs.map(\.old))
    let usedNew = Set(pairs.map(\.new))
    for (column, name) in zip(old.columns, old.names).reversed() where !usedOld.contains(column) {
      if let name { waiting[key(name), default: []].append(column) }
    }
    for (column, name) in zip(new.columns, new.names) where !usedNew.contains(column) {
      // Columns of one header go together in their order.
      guard let name, let match = waiting[key(name)]?.popLast() else { continue }
      pairs.append(ColumnPair(old: match, new: column))
    }
    pairs.sort { $0.new < $1.new }
  }

  private mutating func collectRest(old: TableHeader, new: TableHeader) {
    let usedOld = Set(pairs.map(\.old))
    let usedNew = Set(pairs.map(\.new))
    removed = old.columns.filter { !usedOld.contains($0) }
    added = new.columns.filter { !usedNew.contains($0) }
  }

  /// White space and case do not make another header.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { !$0.isWhitespace })
  }
}
