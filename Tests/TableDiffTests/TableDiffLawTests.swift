import Spreadsheet
import TableDiff
import Testing

@Suite("Laws of the comparison of tables")
struct TableDiffLawTests {
  @Test("Every edit of a keyed table is found, and nothing else", arguments: 1...12)
  func editsAreFound(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let old = Self.table(rows: 200, random: &random)
    var new = old
    var expected: [String: String] = [:]
    for _ in 0..<20 {
      let row = Int.random(in: 1...200, using: &random)
      let column = Int.random(in: 1..<6, using: &random)
      new[row][column] = "new\(Int.random(in: 0..<1_000_000, using: &random))"
      expected["\(new[row][0])/\(column)"] = new[row][column]
    }
    var deleted: Set<String> = []
    for _ in 0..<5 {
      let row = Int.random(in: 1..<new.count, using: &random)
      deleted.insert(new[row][0])
      for column in 1..<6 { expected["\(new[row][0])/\(column)"] = nil }
      new.remove(at: row)
    }
    if seed % 2 == 0 {
      new = [new[0]] + new.dropFirst().shuffled(using: &random)
    }
    let comparison = TableDiffer().compare([try sheet(old)], [try sheet(new, file: "b.xlsx")])
    var found: [String: String] = [:]
    for change in comparison.changes where change.kind == .value {
      let column = try #require(change.newLocation?.range?.first.column)
      found["\(change.key[0])/\(column)"] = change.new
    }
    #expect(found == expected)
    #expect(
      Set(comparison.changes.filter { $0.kind == .delete }.map { $0.key[0] }) == deleted)
    #expect(comparison.changes.allSatisfy { [.value, .delete, .move].contains($0.kind) })
  }

  @Test("Without a key the number of changes stays near the number of edits", arguments: 1...8)
  func contentEdits(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 100)
    let old = Self.table(rows: 300, random: &random).map { Array($0.dropFirst()) }
    var new = old
    for _ in 0..<10 {
      new.remove(at: Int.random(in: 1..<new.count, using: &random))
      new.insert(
        (0..<5).map { _ in "x\(Int.random(in: 0..<1_000_000, using: &random))" },
        at: Int.random(in: 1..<new.count, using: &random))
    }
    let comparison = TableDiffer().compare([try sheet(old)], [try sheet(new, file: "b.xlsx")])
    let counts = Dictionary(grouping: comparison.changes, by: \.kind).mapValues(\.count)
    #expect(counts[.add, default: 0] <= 10)
    #expect(counts[.delete, default: 0] <= 10)
    #expect(counts[.value, default: 0] <= 10)
    #expect(counts[.move, default: 0] <= 2)
  }

  @Test("The other direction mirrors the values", arguments: 1...6)
  func mirror(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 200)
    let old = Self.table(rows: 80, random: &random)
    var new = old.shuffledTail(using: &random)
    for _ in 0..<8 { new[Int.random(in: 1...80, using: &random)][3] = "edited" }
    let one = try sheet(old)
    let two = try sheet(new, file: "b.xlsx")
    let forth = TableDiffer().compare([one], [two]).changes.filter { $0.kind == .value }
    let back = TableDiffer().compare([two], [one]).changes.filter { $0.kind == .value }
    #expect(
      Set(forth.map { [$0.key[0], $0.old, $0.new] })
        == Set(back.map { [$0.key[0], $0.new, $0.old] }))
  }

  @Test("Rows without any order in common take time that grows with their number only")
  func strangers() throws {
    var random = SeededGenerator(seed: 9)
    let old = Self.table(rows: 2_000, random: &random).map { Array($0.dropFirst()) }
    let new = Self.table(rows: 2_000, random: &random).map { Array($0.dropFirst()) }
    let comparison = TableDiffer().compare([try sheet(old)], [try sheet(new, file: "b.xlsx")])
    #expect(comparison.sheets[0].oldRows == 2_000)
  }

  private static func table(rows: Int, random: inout SeededGenerator) -> [[String]] {
    [["id", "a", "b", "c", "d", "e"]]
      + (1...rows).map { row in
        ["R\(row * 7 % 10_007)"]
          + (0..<5).map { column in
            column == 0
              ? ["甲", "乙", "丙"][Int.random(in: 0..<3, using: &random)]
              : String(Int.random(in: 0..<(column == 1 ? 10 : 100_000), using: &random))
          }
      }
  }
}

extension [[String]] {
  fileprivate func shuffledTail(using random: inout SeededGenerator) -> [[String]] {
    [self[0]] + dropFirst().shuffled(using: &random)
  }
}
