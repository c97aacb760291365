import ReportMerge
import ReportModel
import Testing

@Suite("Laws of merging")
struct MergeLawTests {
  @Test("The order of the files changes nothing", arguments: 1...10)
  func anyOrder(seed: Int) {
    var random = Seeded(UInt64(seed))
    let files = Self.submissions(&random)
    let one = merge(files)
    for _ in 0..<3 {
      let other = merge(files.shuffled(using: &random))
      #expect(other.report == one.report)
      #expect(other.records == one.records)
      #expect(other.conflicts == one.conflicts)
      #expect(other.infos == one.infos)
      #expect(other.missing == one.missing)
      #expect(other.units == one.units)
    }
  }

  @Test("Merging the merged report again changes nothing", arguments: 1...10)
  func twice(seed: Int) {
    var random = Seeded(UInt64(seed) + 50)
    let files = Self.submissions(&random)
    let once = merge(files)
    let again = merge(files, plan: once.report)
    #expect(
      again.records.map { Self.texts($0.indicator) }
        == once.records.map { Self.texts($0.indicator) })
    let alone = merge([], plan: once.report)
    #expect(alone.report == once.report)
  }

  @Test("Every value is found at its place", arguments: 1...10)
  func provenance(seed: Int) throws {
    var random = Seeded(UInt64(seed) + 90)
    let files = Self.submissions(&random)
    let result = merge(files)
    var cells: [String: String] = [:]
    for file in files {
      guard case .report(let table) = file.content else { continue }
      table.forEachRow { row in
        for measure in [row.indicator.achieved, row.indicator.percent] {
          cells[table.location(of: measure.address).description] = measure.text
        }
      }
    }
    result.report.forEachRow { row in
      for measure in [row.indicator.achieved, row.indicator.percent] where !measure.isBlank {
        #expect(cells[result.report.location(of: measure.address).description] == measure.text)
      }
    }
    for record in result.records where !record.indicator.achieved.isBlank {
      #expect(cells[record.location.description] == record.indicator.achieved.text)
    }
  }

  private static func texts(_ row: Report.Indicator) -> [String] {
    [
      row.unit.text, row.target.text, row.achieved.text, row.percent.text, row.lead.text,
      row.remark.text,
    ]
  }

  /// Submissions with everything that can go wrong, at random.
  private static func submissions(_ random: inout Seeded) -> [Submission] {
    let units = ["市教育局", "市人社局", "市交通局", "市水利局"]
    return (0..<Int.random(in: 3...9, using: &random)).map { number in
      let unit = units[Int.random(in: 0..<4, using: &random)]
      var rows = planRows.map { row in
        var row = row
        if row.lead.contains(unit), Bool.random(using: &random) {
          row = row.filled(
            String(Int.random(in: 1...3, using: &random)),
            "\(Int.random(in: 1...2, using: &random))0%")
        }
        switch Int.random(in: 0..<40, using: &random) {
        case 0: row.target = "99"
        case 1: row.unit = "人"
        case 2: row.task += "（调整）"
        case 3: row.achieved = "见附件"
        case 4: row.lead = "市民政局"
        default: break
        }
        return row
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        rows = rows.filter { $0.lead.contains(unit) }
      }
      if Int.random(in: 0..<5, using: &random) == 0 { rows.remove(at: 0) }
      return submission(
        "\(unit)\(number).xlsx", rows, unit: Bool.random(using: &random) ? unit : nil)
    }
  }
}

/// A generator that is the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
