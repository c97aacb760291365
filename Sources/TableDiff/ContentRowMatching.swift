/// Rows matched by what they hold, where there is no key.
///
/// Equal ends first; then rows that are unique on both sides (patience), of which the longest
/// increasing run are anchors; equal rows between anchors; equal rows elsewhere; rows that differ
/// in one half of their cells only; and at last similar rows between anchors. Each step is linear,
/// but for the last one, which looks at blocks of bounded size.
struct ContentRowMatching {
  /// The result.
  var rows = RowMatching()

  private let old, new: SheetTable
  private let columns: [ColumnPair]
  private let oldLines, newLines: [Int]
  /// The partner of each row by position in `oldLines` and `newLines`; -1 for none.
  private var oldPartner, newPartner: [Int]
  private var scores: [Int: Double] = [:]

  /// Matches rows by the values in pairs of columns.
  init(
    old: SheetTable, lines oldLines: [Int], new: SheetTable, lines newLines: [Int],
    columns: [ColumnPair]
  ) {
    self.old = old
    self.new = new
    self.oldLines = oldLines
    self.newLines = newLines
    self.columns = columns
    oldPartner = Array(repeating: -1, count: oldLines.count)
    newPartner = Array(repeating: -1, count: newLines.count)
    if let classes = LineClasses(
      old: old, lines: oldLines, new: new, lines: newLines, columns: columns)
    {
      matchEqualRows(classes.old, classes.new)
      matchByParts()
      matchSimilarRows()
    }
    for (place, partner) in newPartner.enumerated() where partner >= 0 {
      rows.pairs.append(
        .init(old: oldLines[partner], new: newLines[place], score: scores[place]))
    }
    rows.complete(old: oldLines, new: newLines)
  }

  private mutating func pair(_ oldPlace: Int, _ newPlace: Int, score: Double? = nil) {
    oldPartner[oldPlace] = newPlace
    newPartner[newPlace] = oldPlace
    scores[newPlace] = score
  }

  // MARK: - Equal rows

  private mutating func matchEqualRows(_ oldClasses: [Int32], _ newClasses: [Int32]) {
    var start = 0
    var oldEnd = oldClasses.count
    var newEnd = newClasses.count
    while start < oldEnd, start < newEnd, oldClasses[start] == newClasses[start] {
      pair(start, start)
      start += 1
    }
    while oldEnd > start, newEnd > start, oldClasses[oldEnd - 1] == newClasses[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
      pair(oldEnd, newEnd)
    }
    pairUnique(
      old: Array(start..<oldEnd), oldClasses, new: Array(start..<newEnd), newClasses
    ) { _, _ in nil }
    for gap in gaps() {
      var waiting: [Int32: [Int]] = [:]
      for place in gap.old.reversed() { waiting[oldClasses[place], default: []].append(place) }
      var last = -1
      for place in gap.new {
        let key = newClasses[place]
        while let next = waiting[key]?.last, next <= last { waiting[key]?.removeLast() }
        guard let match = waiting[key]?.popLast() else { continue }
        pair(match, place)
        last = match
      }
    }
    var waiting: [Int32: [Int]] = [:]
    for place in oldPartner.indices.reversed() where oldPartner[place] < 0 {
      waiting[oldClasses[place], default: []].append(place)
    }
    for place in newPartner.indices where newPartner[place] < 0 {
      if let match = waiting[newClasses[place]]?.popLast() { pair(match, place) }
    }
  }

  /// Pairs the places whose class stands once on each side.
  private mutating func pairUnique(
    old oldPlaces: [Int], _ oldClasses: [Int32], new newPlaces: [Int], _ newClasses: [Int32],
    score: (Int, Int) -> Double?
  ) {
    let count = Int(max(oldClasses.max() ?? -1, newClasses.max() ?? -1)) + 1
    var first = [Int](repeating: -1, count: count)
    var counts = [(old: Int32, new: Int32)](repeating: (0, 0), count: count)
    for place in oldPlaces where oldClasses[place] >= 0 {
      counts[Int(oldClasses[place])].old += 1
      first[Int(oldClasses[place])] = place
    }
    for place in newPlaces where newClasses[place] >= 0 {
      counts[Int(newClasses[place])].new += 1
    }
    for place in newPlaces where newClasses[place] >= 0 {
      guard counts[Int(newClasses[place])] == (1, 1) else { continue }
      pair(first[Int(newClasses[place])], place, score: score(first[Int(newClasses[place])], place))
    }
  }

  // MARK: - Rows with few edits

  /// A row with one edited cell still has an unedited half, wherever the row went.
  private mutating func matchByParts() {
    guard columns.count >= 2 else { return }
    let middle = columns.count / 2
    let parts: [[ColumnPair]] = [
      Array(columns[..<middle]), Array(columns[middle...]),
      columns.indices.filter { $0 % 2 == 0 }.map { columns[$0] },
      columns.indices.filter { $0 % 2 == 1 }.map { columns[$0] },
    ]
    let likeness = RowLikeness(old: old, new: new, columns: columns)
    for part in parts {
      let oldRest = oldPartner.indices.filter { oldPartner[$0] < 0 }
      let newRest = newPartner.indices.filter { newPartner[$0] < 0 }
      guard !oldRest.isEmpty, !newRest.isEmpty,
        let classes = LineClasses(
          old: old, lines: oldRest.map { oldLines[$0] }, new: new,
          lines: newRest.map { newLines[$0] }, columns: part)
      else { continue }
      var first = [Int](repeating: -1, count: classes.count)
      for (place, number) in zip(oldRest, classes.old) where number >= 0 {
        first[Int(number)] = place
      }
      for (place, number) in zip(newRest, classes.new) where number >= 0 {
        guard classes.oldCounts[Int(number)] == 1, classes.newCounts[Int(number)] == 1 else {
          continue
        }
        let score = likeness.score(oldLines[first[Int(number)]], newLines[place])
        if score >= 0.5 { pair(first[Int(number)], place, score: score) }
      }
    }
  }

  // MARK: - Similar rows

  private mutating func matchSimilarRows() {
    let likeness = RowLikeness(old: old, new: new, columns: columns)
    for gap in gaps() {
      let blocks = max(1, (max(gap.old.count, gap.new.count) + 31) / 32)
      for block in 0..<blocks {
        let oldBlock = Self.part(block, of: blocks, gap.old)
        let newBlock = Self.part(block, of: blocks, gap.new)
        let found = GapAlignment.pairs(oldBlock.count, newBlock.count) {
          likeness.score(oldLines[oldBlock[$0]], newLines[newBlock[$1]])
        }
        for match in found {
          pair(oldBlock[match.old], newBlock[match.new], score: match.score)
        }
      }
    }
  }

  private static func part(_ block: Int, of blocks: Int, _ places: [Int]) -> [Int] {
    Array(places[(places.count * block / blocks)..<(places.count * (block + 1) / blocks)])
  }

  /// The unmatched rows between neighbouring anchors: matched rows that kept their order.
  private func gaps() -> [(old: [Int], new: [Int])] {
    let matched = newPartner.indices.filter { newPartner[$0] >= 0 }
    let kept = IncreasingSubsequence.positions(in: matched.map { newPartner[$0] })
    var gaps: [(old: [Int], new: [Int])] = []
    var oldStart = 0
    var newStart = 0
    func close(_ oldEnd: Int, _ newEnd: Int) {
      let one = (oldStart..<max(oldStart, oldEnd)).filter { oldPartner[$0] < 0 }
      let two = (newStart..<max(newStart, newEnd)).filter { newPartner[$0] < 0 }
      if !one.isEmpty, !two.isEmpty { gaps.append((one, two)) }
    }
    for position in kept {
      let newPlace = matched[position]
      close(newPartner[newPlace], newPlace)
      oldStart = newPartner[newPlace] + 1
      newStart = newPlace + 1
    }
    close(oldPartner.count, newPartner.count)
    return gaps
  }
}
