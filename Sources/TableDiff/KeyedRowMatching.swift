/// Rows matched by the values of key columns.
struct KeyedRowMatching {
  /// The result.
  var rows = RowMatching()
  /// Rows whose key another row of the same table has too: the rows of each key, by first row.
  var oldRepeats: [[Int]] = []
  /// The same for the new table.
  var newRepeats: [[Int]] = []

  /// Matches rows. Rows with one key twice are matched by content first, then in their order; rows
  /// without any key by content.
  init(
    old: SheetTable, lines oldLines: [Int], new: SheetTable, lines newLines: [Int],
    keys: [ColumnPair], columns: [ColumnPair]
  ) {
    guard
      let classes = LineClasses(
        old: old, lines: oldLines, new: new, lines: newLines, columns: keys)
    else { return }
    var partner = [Int32](repeating: -1, count: classes.count)
    var repeats: [Int32: (old: [Int], new: [Int])] = [:]
    var unkeyed: (old: [Int], new: [Int]) = ([], [])
    func isSingle(_ place: Int) -> Bool {
      classes.oldCounts[place] < 2 && classes.newCounts[place] < 2
    }
    for (line, place) in zip(oldLines, classes.old) {
      if place < 0 {
        unkeyed.old.append(line)
      } else if isSingle(Int(place)) {
        partner[Int(place)] = Int32(line)
      } else {
        repeats[place, default: ([], [])].old.append(line)
      }
    }
    rows.pairs.reserveCapacity(newLines.count)
    for (line, place) in zip(newLines, classes.new) {
      if place < 0 {
        unkeyed.new.append(line)
      } else if isSingle(Int(place)) {
        if partner[Int(place)] >= 0 {
          rows.pairs.append(.init(old: Int(partner[Int(place)]), new: line))
        }
      } else {
        repeats[place, default: ([], [])].new.append(line)
      }
    }
    for place in repeats.keys.sorted() {
      guard let lines = repeats[place] else { continue }
      if lines.old.count > 1 { oldRepeats.append(lines.old) }
      if lines.new.count > 1 { newRepeats.append(lines.new) }
      pairRepeats(old: old, lines.old, new: new, lines.new, columns: columns)
    }
    if !unkeyed.old.isEmpty, !unkeyed.new.isEmpty {
      rows.pairs +=
        ContentRowMatching(
          old: old, lines: unkeyed.old, new: new, lines: unkeyed.new, columns: columns
        ).rows.pairs
    }
    rows.complete(old: oldLines, new: newLines)
  }

  private mutating func pairRepeats(
    old: SheetTable, _ oldLines: [Int], new: SheetTable, _ newLines: [Int], columns: [ColumnPair]
  ) {
    guard !oldLines.isEmpty, !newLines.isEmpty,
      let classes = LineClasses(
        old: old, lines: oldLines, new: new, lines: newLines, columns: columns)
    else { return }
    var waiting: [Int32: [Int]] = [:]
    for (line, place) in zip(oldLines, classes.old).reversed() {
      waiting[place, default: []].append(line)
    }
    var rest: [Int] = []
    var used: Set<Int> = []
    for (line, place) in zip(newLines, classes.new) {
      if let match = waiting[place]?.popLast() {
        rows.pairs.append(.init(old: match, new: line))
        used.insert(match)
      } else {
        rest.append(line)
      }
    }
    for (oldLine, newLine) in zip(oldLines.filter { !used.contains($0) }, rest) {
      rows.pairs.append(.init(old: oldLine, new: newLine))
    }
  }
}
