import ReportDiff
import ReportMatching
import ReportModel
import Testing

@Suite("Laws of differences")
struct DiffLawTests {
  /// A report, and the same after random edits.
  private func pair(_ seed: Int, goals: Int = 8) -> (old: Report, edits: RandomEdits) {
    var maker = RandomReport(seed: seed)
    let report = maker.report(goals: goals)
    var edits = RandomEdits(report, maker: maker)
    edits.editAll()
    return (report, edits)
  }

  /// A change without what has a direction of its own.
  private func spelled(_ change: ReportChange, isMirrored: Bool = false) -> String {
    func path(_ path: [String?]?) -> String {
      path.map { $0.map { $0 ?? "-" }.joined(separator: "/") } ?? "none"
    }
    var kind = change.kind
    var (old, new) = (change.old, change.new)
    var (oldPath, newPath) = (change.oldPath, change.newPath)
    if isMirrored {
      swap(&old, &new)
      swap(&oldPath, &newPath)
      switch kind {
      case .add: kind = .delete
      case .delete: kind = .add
      case .columnAdd: kind = .columnDelete
      case .columnDelete: kind = .columnAdd
      default: break
      }
    }
    return [
      change.level.rawValue, kind.rawValue, change.field ?? "", old ?? "nil", new ?? "nil",
      "\(change.rows)", path(oldPath), path(newPath), "\(change.score ?? 1)",
    ].joined(separator: "|")
  }

  @Test("Every edit is told once and under its kind, and nothing else", arguments: 0..<16)
  func edits(seed: Int) {
    let (old, edits) = pair(seed)
    let found = ReportDiffer().compare(old, edits.report).realChanges.map(RandomEdits.spelled)
    #expect(found.sorted() == edits.expected.sorted())
  }

  @Test("A report does not differ from itself, nor from itself in other words", arguments: 0..<16)
  func itself(seed: Int) throws {
    let (old, edits) = pair(seed)
    for report in [old, edits.report] {
      let comparison = ReportDiffer().compare(report, report)
      #expect(comparison.changes.isEmpty)
      #expect(comparison.edits().isEmpty)
      var noise = RandomEdits(report, maker: edits.maker)
      noise.addNoiseEverywhere()
      #expect(ReportDiffer().compare(report, noise.report).realChanges.isEmpty)
      #expect(ReportDiffer().compare(noise.report, report).realChanges.isEmpty)
    }
  }

  @Test("Two goals that exchange their names have each all that the other had", arguments: 0..<8)
  func exchanged(seed: Int) throws {
    var maker = RandomReport(seed: seed)
    let old = maker.report(goals: 4, sections: 1)
    var new = old
    let names = old.sections[0].goals.map(\.name)
    new.sections[0].goals[0].name = names[1]
    new.sections[0].goals[1].name = names[0]
    let comparison = ReportDiffer().compare(old, new)
    #expect(!comparison.isEmpty)
    #expect(comparison.realChanges.allSatisfy { $0.kind == .move || $0.kind == .reorder })
    #expect(try comparison.edits().apply(to: old).bare == new.bare)
  }

  @Test("Exchanging the revisions gives the mirror image", arguments: 0..<16)
  func mirror(seed: Int) {
    let (old, edits) = pair(seed)
    let there = ReportDiffer().compare(old, edits.report).changes
    let back = ReportDiffer().compare(edits.report, old).changes
    #expect(
      there.map { spelled($0) }.sorted() == back.map { spelled($0, isMirrored: true) }.sorted())
  }

  @Test("Applying the edits to the old revision gives the new one", arguments: 0..<16)
  func apply(seed: Int) throws {
    let (old, edits) = pair(seed)
    let script = ReportDiffer().compare(old, edits.report).edits()
    let new = try script.apply(to: old)
    #expect(new.bare == edits.report.bare)
    #expect(ReportDiffer().compare(new, edits.report).isEmpty)
  }

  @Test("The laws hold between reports that have nothing in common", arguments: 0..<10)
  func strangers(seed: Int) throws {
    var maker = RandomReport(seed: seed)
    let old = maker.report(goals: 4)
    let new = maker.report(goals: 5, sections: 3)
    let comparison = ReportDiffer().compare(old, new)
    #expect(try comparison.edits().apply(to: old).bare == new.bare)
    let back = ReportDiffer().compare(new, old).changes
    #expect(
      comparison.changes.map { spelled($0) }.sorted()
        == back.map { spelled($0, isMirrored: true) }.sorted())
  }

  @Test("Shared cells that come, go and split are edited too")
  func groups() throws {
    let line = "省 > 就业 > 创业 > 培训 > "
    let shared = report(
      """
      \(line)甲 | 人次 | 480 | 1641{g1} | 218.8%{g1} | 市人社局
      \(line)乙 | 人次 | 270 | {g1} | {g1} | 市人社局
      \(line)丙 | 人次 | 100 | 9{g2} | 9% | 市人社局
      \(line)丁 | 人次 | 100 | {g2} | 8% | 市人社局
      """)
    let split = report(
      """
      \(line)甲 | 人次 | 480 | 941 | 196% | 市人社局
      \(line)乙 | 人次 | 270 | 700 | 259% | 市人社局
      \(line)丙 | 人次 | 100 | 9{g7} | 9% | 市人社局
      \(line)丁 | 人次 | 100 | {g7} | 8% | 市人社局
      """)
    for (old, new) in [(shared, split), (split, shared)] {
      let script = ReportDiffer().compare(old, new).edits()
      #expect(try script.apply(to: old).bare == new.bare)
      #expect(script.nodes.count == 2)
    }
  }

  @Test("A level that one side lacks is edited too")
  func levels() throws {
    let old = report("省 > 路 > 建 > 修路 > - | 公里 | 1 | 1 | 100% | 市交通局")
    let new = report("省 > 路 > - > 修路 > - | 公里 | 1 | 2 | 200% | 市交通局")
    let comparison = ReportDiffer().compare(old, new)
    #expect(
      comparison.realChanges.map(\.kind) == [.columnDelete, .value, .value])
    #expect(try comparison.edits().apply(to: old).bare == new.bare)
  }

  @Test("Edits of another report are refused, and so are edits that make no sense")
  func refused() {
    let one = report("省 > 路 > 建 > 修路 > - | 公里 | 1 | 1 | 100% | 市交通局")
    let other = report("省 > 路 > 建 > 修路 > - | 公里 | 2 | 1 | 100% | 市交通局")
    var script = ReportDiffer().compare(one, other).edits()
    #expect(throws: EditError(.otherReport, file: "a.xlsx")) { try script.apply(to: other) }
    script.nodes = [.init(path: [], children: [.kept([0], count: 1), .kept([0], count: 1)])]
    #expect(throws: EditError(.nodeUsedTwice([0]))) { try script.apply(to: one) }
    script.nodes = [.init(path: [], children: [.kept([0], count: .max)])]
    #expect(throws: EditError(.noSuchNode([0]))) { try script.apply(to: one) }
    script.nodes = [.init(path: [], children: [.kept([0, 0], count: 1)])]
    #expect(throws: EditError(.noSuchNode([0, 0]))) { try script.apply(to: one) }
    script.nodes = [.init(path: [0]), .init(path: [0])]
    #expect(throws: EditError(.nodeUsedTwice([0]))) { try script.apply(to: one) }
    script.nodes = [.init(path: [0, 7])]
    #expect(throws: EditError(.noSuchNode([0, 7]))) { try script.apply(to: one) }
    script.nodes = [
      .init(path: [0], children: [.added(.init(name: "x", indicator: .init(name: "x")))])
    ]
    #expect(throws: EditError.self) { try script.apply(to: one) }
  }
}
