import ReportMerge
import ReportModel
import Testing

@Suite("Decisions of a person")
struct MergeDecisionTests {
  let submissions = [
    submission("a.xlsx", template([7: { $0 = $0.filled("7") }]), unit: "市交通局"),
    submission("b.xlsx", template([7: { $0 = $0.filled("8") }]), unit: "市水利局"),
    submission("c.xlsx", template([0: { $0.target = "1800" }]), unit: "市教育局"),
  ]

  private func decided(_ choice: MergeDecision.Choice, seen: [String?]? = nil) -> MergeResult {
    let open = merge(submissions)
    var decision = MergeDecision(about: open.conflicts[1])
    decision.choice = choice
    if let seen { decision.seen = seen }
    return merge(submissions, decisions: [decision])
  }

  @Test("A file's value, a written one or the plan's is taken, and the conflict is settled")
  func choices() {
    #expect(merge(submissions).conflicts.map(\.kind) == [.notOwner, .twoValues])
    let file = decided(.file("b.xlsx"))
    #expect(file.conflicts.map(\.kind) == [.notOwner])
    #expect(file.resolved.map(\.kind) == [.twoValues])
    #expect(file.records[7].indicator.achieved.text == "8")
    #expect(file.records[7].from == "市水利局")
    #expect(file.records[7].location.description == "b.xlsx!Sheet1!H12")
    #expect(decided(.value("7.5")).records[7].indicator.achieved.text == "7.5")
    #expect(decided(.plan).records[7].indicator.achieved.isBlank)
    #expect(decided(.plan).findings.isEmpty)
  }

  @Test("A decision about other values than there are now is outdated")
  func outdated() {
    let result = decided(.file("b.xlsx"), seen: ["7", "9"])
    #expect(result.conflicts.count == 2)
    #expect(result.findings.map(\.code) == ["DECISION_OUTDATED"])
  }

  @Test(
    "A decision that finds no conflict is unused, and one for a file without a value does not fit")
  func unused() {
    let unused = MergeDecision(kind: .cleared, path: ["a", nil, nil, nil, nil], choice: .plan)
    #expect(merge(submissions, decisions: [unused]).findings.map(\.code) == ["DECISION_UNUSED"])
    #expect(decided(.file("z.xlsx")).findings.map(\.code) == ["DECISION_UNFIT"])
  }

  @Test("Of several decisions about one conflict the one that was taken counts, wherever it stands")
  func several() {
    let open = MergeDecision(about: merge(submissions).conflicts[1])
    var taken = open
    taken.choice = .file("b.xlsx")
    var outdated = open
    outdated.seen = ["1", "2"]
    outdated.choice = .plan
    for decisions in [[open, taken, outdated], [outdated, taken, open]] {
      let result = merge(submissions, decisions: decisions)
      #expect(result.records[7].indicator.achieved.text == "8")
      #expect(result.findings.map(\.code) == ["DECISION_UNUSED"])
    }
  }

  @Test("A person may let a unit change the plan's own fields")
  func target() {
    var decision = MergeDecision(about: merge(submissions).conflicts[0])
    decision.choice = .file("c.xlsx")
    let result = merge(submissions, decisions: [decision])
    #expect(result.records[0].indicator.target.text == "1800")
  }

  @Test("A person may say who sent a file, and accept one of an old template")
  func files() {
    let plan = report(planRows, template: "2025-Q4")
    let rows = template([0: { $0 = $0.filled("2034") }])
    let sender = MergeDecision(
      kind: .unknownUnit, file: "x.xlsx", choice: .unit("市教育局"))
    let known = merge(
      [submission("x.xlsx", rows, unit: "教科所")], plan: plan, decisions: [sender])
    #expect(known.conflicts.isEmpty)
    #expect(known.records[0].from == "市教育局")
    let accepted = MergeDecision(kind: .oldTemplate, file: "y.xlsx", choice: .file("y.xlsx"))
    let old = merge(
      [submission("y.xlsx", rows, unit: "市教育局", template: "2024")], plan: plan,
      decisions: [accepted])
    #expect(old.conflicts.isEmpty)
    #expect(old.records[0].indicator.achieved.text == "2034")
    #expect(old.findings.isEmpty)
  }

  @Test("Rows may be deleted and inserted by decision, and nodes renamed")
  func rows() {
    var rows = template([2: { $0.indicator = "新增城镇就业人数" }])
    rows.remove(at: 1)
    rows.insert(TestRow("教育", "新建智慧黑板教室三十间", "间", "30", "市教育局", achieved: "30"), at: 1)
    let files = [
      submission("a.xlsx", rows, unit: "市教育局")
    ]
    let open = merge(files)
    let decisions = open.conflicts.map { conflict in
      var decision = MergeDecision(about: conflict)
      decision.choice = .file("a.xlsx")
      return decision
    }
    let result = merge(files, decisions: decisions)
    #expect(result.conflicts.isEmpty)
    #expect(result.report.rows.count == 9)
    #expect(
      result.report.rows.contains {
        $0.taskName == "新建智慧黑板教室三十间" && $0.indicator.achieved.text == "30"
      })
    #expect(!result.report.rows.contains { $0.taskName == "建设考室6个" })
    #expect(result.records.last?.from == "市教育局")
    #expect(result.report.rows.contains { $0.indicator.name == "新增城镇就业人数" })
  }
}
