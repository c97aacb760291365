/// The rows of two tables put into classes of equal values in chosen columns.
///
/// One class has one number in both tables, so keys and whole rows are compared as integers from
/// there on. Expected cost linear in the cells; equality is always verified, never hashed only.
struct LineClasses {
  /// The class of each of the old and of the new rows that were asked for; -1 where all chosen
  /// columns are blank.
  private(set) var old, new: [Int32]
  /// How many of the old and of the new rows each class has.
  private(set) var oldCounts, newCounts: [Int32]

  private var slots: [Int32]
  private var hashes: [Int] = []
  private var members: [Member] = []

  private struct Member {
    var line: Int32
    var isNew: Bool
  }

  /// Puts rows into classes by the values in pairs of columns.
  ///
  /// With `stopsAtRepeat` it gives up, as nil, at the first class with two rows in one table, and
  /// where a row is blank in all of the columns.
  init?(
    old oldTable: SheetTable, lines oldLines: [Int], new newTable: SheetTable,
    lines newLines: [Int], columns: [ColumnPair], stopsAtRepeat: Bool = false
  ) {
    old = []
    new = []
    oldCounts = []
    newCounts = []
    var capacity = 16
    while capacity < (oldLines.count + newLines.count) * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    old.reserveCapacity(oldLines.count)
    new.reserveCapacity(newLines.count)
    let oldColumns = columns.map(\.old)
    let newColumns = columns.map(\.new)
    for line in oldLines {
      let place = add(
        line, of: oldTable, isNew: false, old: oldTable, new: newTable, columns: columns,
        own: oldColumns)
      if stopsAtRepeat, place < 0 || oldCounts[Int(place)] > 1 { return nil }
      old.append(place)
    }
    for line in newLines {
      let place = add(
        line, of: newTable, isNew: true, old: oldTable, new: newTable, columns: columns,
        own: newColumns)
      if stopsAtRepeat, place < 0 || newCounts[Int(place)] > 1 { return nil }
      new.append(place)
    }
  }

  /// The number of classes.
  var count: Int { members.count }

  private mutating func add(
    _ line: Int, of table: SheetTable, isNew: Bool, old: SheetTable, new: SheetTable,
    columns: [ColumnPair], own: [Int]
  ) -> Int32 {
    guard let hash = Self.hash(line, of: table, columns: own) else { return -1 }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash,
        isEqual(members[place], line, of: table, isNew: isNew, old: old, new: new, columns)
      {
        if isNew { newCounts[place] += 1 } else { oldCounts[place] += 1 }
        return Int32(place)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(members.count)
    hashes.append(hash)
    members.append(Member(line: Int32(line), isNew: isNew))
    oldCounts.append(isNew ? 0 : 1)
    newCounts.append(isNew ? 1 : 0)
    return slots[slot]
  }

  private func isEqual(
    _ member: Member, _ line: Int, of table: SheetTable, isNew: Bool, old: SheetTable,
    new: SheetTable, _ columns: [ColumnPair]
  ) -> Bool {
    let other = member.isNew ? new : old
    for pair in columns {
      let one = table.position(line: line, column: isNew ? pair.new : pair.old)
      let two = other.position(line: Int(member.line), column: member.isNew ? pair.new : pair.old)
      switch (one, two) {
      case (nil, nil): continue
      case (let one?, let two?):
        if !table.holds(table.cells[one], equalTo: other.cells[two], of: other) { return false }
      default: return false
      }
    }
    return true
  }

  private static func hash(_ line: Int, of table: SheetTable, columns: [Int]) -> Int? {
    var hasher = Hasher()
    var isBlank = true
    for (place, column) in columns.enumerated() {
      guard let position = table.position(line: line, column: column) else { continue }
      isBlank = false
      hasher.combine(place)
      table.hash(table.cells[position], into: &hasher)
    }
    return isBlank ? nil : hasher.finalize()
  }
}
