/// Finds columns that identify the rows of two tables, where the user names none.
enum KeySelection {
  /// How many columns are tried as keys, and how many are looked at to see whether rows are alike: of a sheet
  /// with thousands of them the cost would grow with their square.
  private static let columnLimit = 256

  /// The column, or else two, whose values no two rows of a table share and that most rows of the
  /// smaller table have in common with the other; nil where there are none.
  ///
  /// Mere running numbers are no key unless the rows they pair are alike: a row inserted above
  /// renumbers all the others.
  static func keys(
    old: SheetTable, lines oldLines: [Int], new: SheetTable, lines newLines: [Int],
    columns: [ColumnPair]
  ) -> [ColumnPair]? {
    guard !oldLines.isEmpty, !newLines.isEmpty else { return nil }
    var best: (share: Double, keys: [ColumnPair])?
    func consider(_ keys: [ColumnPair]) -> Bool {
      guard
        let classes = LineClasses(
          old: old, lines: oldLines, new: new, lines: newLines, columns: keys,
          stopsAtRepeat: true),
        isComplete(keys, old: old, oldLines, new: new, newLines)
      else { return false }
      let common = zip(classes.oldCounts, classes.newCounts).count { $0 > 0 && $1 > 0 }
      let share = Double(common) / Double(min(oldLines.count, newLines.count))
      guard share >= 0.5, share > (best?.share ?? 0) else { return false }
      guard pairsAlikeRows(classes, old, oldLines, new, newLines, columns, keys) else {
        return false
      }
      best = (share, keys)
      return share >= 0.9
    }
    for column in columns.prefix(columnLimit) where consider([column]) { return [column] }
    let first = columns.prefix(8)
    for (place, one) in first.enumerated() {
      for other in first.dropFirst(place + 1) where consider([one, other]) {
        return [one, other]
      }
    }
    return best?.keys
  }

  /// Whether every row fills every key column.
  private static func isComplete(
    _ keys: [ColumnPair], old: SheetTable, _ oldLines: [Int], new: SheetTable, _ newLines: [Int]
  ) -> Bool {
    keys.count < 2
      || keys.allSatisfy { pair in
        oldLines.allSatisfy { old.position(line: $0, column: pair.old) != nil }
          && newLines.allSatisfy { new.position(line: $0, column: pair.new) != nil }
      }
  }

  /// Whether a sample of the rows that a key pairs is alike in the other columns too.
  private static func pairsAlikeRows(
    _ classes: LineClasses, _ old: SheetTable, _ oldLines: [Int], _ new: SheetTable,
    _ newLines: [Int], _ columns: [ColumnPair], _ keys: [ColumnPair]
  ) -> Bool {
    let rest = columns.filter { !keys.contains($0) }
    let others = stride(from: 0, to: rest.count, by: rest.count / columnLimit + 1).map { rest[$0] }
    guard !others.isEmpty else { return true }
    var partner = [Int](repeating: -1, count: classes.count)
    for (line, place) in zip(oldLines, classes.old) { partner[Int(place)] = line }
    let likeness = RowLikeness(old: old, new: new, columns: others)
    let isSerial = keys.contains {
      counts(old, oldLines, $0.old) && counts(new, newLines, $0.new)
    }
    let step = isSerial ? 1 : max(1, newLines.count / 500)
    var alike = 0
    var sampled = 0
    for place in stride(from: 0, to: newLines.count, by: step) {
      let match = partner[Int(classes.new[place])]
      guard match >= 0 else { continue }
      sampled += 1
      let score = likeness.score(match, newLines[place])
      if isSerial ? score > 0.5 : score > 0 || others.count == 1 { alike += 1 }
    }
    return sampled == 0 || Double(alike) >= Double(sampled) * (isSerial ? 0.98 : 0.5)
  }

  /// Whether a column counts the rows one by one.
  static func counts(_ table: SheetTable, _ lines: [Int], _ column: Int) -> Bool {
    var previous: Double?
    for line in lines {
      guard let position = table.position(line: line, column: column),
        table.cells[position].kind == .number
      else { return false }
      let value = Double(bitPattern: table.cells[position].payload)
      if let previous, value != previous + 1 { return false }
      previous = value
    }
    return true
  }
}
