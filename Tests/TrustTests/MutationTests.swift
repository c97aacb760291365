import Foundation
import Spreadsheet
import Testing

@Suite("Damage: nothing crashes, and no other data comes out in silence")
struct MutationTests {
  static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples")

  /// Workbooks of several programs.
  static let names = [
    "features/texts.xlsx", "features/formulas.xlsx", "features/data-descriptors.xlsx",
    "features/strict.xlsx", "features/utf16.xlsx", "features/prefixed.xlsx",
    "features/shared-formulas.xlsx", "features/annotated.xlsx", "features/dates-1904.xlsx",
    "features/office-export.xlsx",
  ]

  /// Changes in each of the workbooks; `YILAN_MUTATIONS=1000` makes it 10,000 in all.
  static let changes =
    ProcessInfo.processInfo.environment["YILAN_MUTATIONS"].flatMap { Int($0) } ?? 6

  private static func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: samples.appendingPathComponent(name)))
  }

  private struct Reading: Equatable {
    var cells: [String]
    var codes: [String]
  }

  /// What is read, or nil for a refusal.
  private static func reading(_ bytes: [UInt8]) throws -> Reading? {
    let result = try AttackRunner.streamed(bytes)
    if result.refusal != nil { return nil }
    return Reading(cells: result.cells, codes: result.findings.map(\.code))
  }

  @Test("A changed byte is refused, found, or changes nothing that is read", arguments: names)
  func mutations(_ name: String) throws {
    let sound = try Self.bytes(of: name)
    let truth = try #require(try Self.reading(sound))
    var generator = SeededGenerator(seed: UInt64(sound.count))
    var differences: [String] = []
    for _ in 0..<Self.changes {
      var damaged = sound
      let place = Int.random(in: damaged.indices, using: &generator)
      let change = UInt8.random(in: 1...255, using: &generator)
      damaged[place] ^= change
      guard let reading = try Self.reading(damaged) else { continue }
      // No checksum guards the names and dates in the headers of an archive: a changed name hides
      // a part, and what is missing then must be refused or found.
      if reading.cells != truth.cells, reading.codes == truth.codes {
        differences.append("byte \(place) of \(name) ^ \(change)")
      }
    }
    #expect(differences.isEmpty)
  }

  @Test("A small workbook that is cut short anywhere is refused")
  func prefixes() throws {
    let sound = HostileBook().bytes
    for size in 0..<sound.count
    where Self.changes > 100 || size % 3 == 0 || size > sound.count - 200 || size < 200 {
      let refusal = try AttackRunner.streamed(Array(sound.prefix(size))).refusal
      #expect(refusal != nil, "the first \(size) bytes")
    }
  }

  @Test("Every byte of a small workbook may be missing", arguments: [1, 5, 64])
  func holes(_ size: Int) throws {
    let sound = HostileBook().bytes
    var differences: [Int] = []
    for place in stride(from: 0, to: sound.count - size, by: 61) {
      let damaged = Array(sound[..<place] + sound[(place + size)...])
      if let reading = try Self.reading(damaged), reading.cells != HostileBook.plainCells {
        differences.append(place)
      }
    }
    #expect(differences.isEmpty)
  }
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 2 &+ 1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
