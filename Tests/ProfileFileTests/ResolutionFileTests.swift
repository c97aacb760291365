import ProfileFile
import ReportMerge
import ReportModel
import Testing

@Suite("The file of decisions about a merge")
struct ResolutionFileTests {
  private func plan() -> Report {
    var row = Report.Indicator()
    row.lead = TextField(raw: "市教育局", text: "市教育局")
    row.target = Measure(raw: "6", text: "6", value: .number(6))
    var report = Report()
    report.sources = [SourceSheet(file: "plan.xlsx", sheet: "Sheet1")]
    report.sections = [
      .init(
        name: "省重点",
        goals: [
          .init(
            name: "教育",
            actions: [.init(name: nil, tasks: [.init(name: "建设“考室”6个", indicators: [row])])])
        ])
    ]
    return report
  }

  private func merged(_ decisions: [MergeDecision] = []) -> MergeResult {
    var merge = MergeAccumulator(ReportMerger(plan: plan(), decisions: decisions))
    for (file, achieved) in [("a.xlsx", "5"), ("b.xlsx", "6")] {
      var report = plan()
      report.submittingUnit = "市教育局"
      report.sources = [SourceSheet(file: file, sheet: "Sheet1")]
      report.sections[0].goals[0].actions[0].tasks[0].indicators[0].achieved = Measure(
        raw: achieved, text: achieved, value: .number(achieved == "5" ? 5 : 6))
      merge.add(Submission(file: file, content: .report(report), digest: file))
    }
    return merge.result()
  }

  @Test(
    "Decisions that could grow without end are refused where they begin to",
    arguments: [
      (
        "? &a [x, x]\n: 1\n"
          + (0..<60).map { _ in "? &a [*a, *a]\n: 1\n" }.joined() + "resolutions: 1\n",
        "r.yml: error: line 11: aliases (*) are not read; write the text out [RESOLUTION_FILE]"
      ),
      (
        "resolutions: 1\ndecisions: " + String(repeating: "[", count: 40)
          + String(repeating: "]", count: 40),
        "r.yml: error: line 2, column 28: the nesting is deeper than 16 [RESOLUTION_FILE]"
      ),
      (
        "resolutions: 1\nresolutions: 1\n",
        "r.yml: error: line 1, column 1: the key “resolutions” stands twice [RESOLUTION_FILE]"
      ),
    ])
  func bombs(text: String, message: String) {
    #expect {
      try ResolutionFile.decisions(from: text, file: "r.yml")
    } throws: {
      "\(($0 as? ResolutionFileError)?.diagnostic.description ?? "")" == message
    }
  }

  @Test("A draft holds every open conflict and decides nothing")
  func draft() throws {
    let draft = ResolutionFile.draft(of: merged())
    #expect(draft.contains(#"path: ["省重点", "教育", null, "建设“考室”6个", null]"#))
    #expect(draft.contains("# 5 ← a.xlsx"))
    let decisions = try ResolutionFile.decisions(from: draft, file: "r.yml")
    #expect(decisions.count == 1)
    #expect(decisions[0].kind == .revision)
    #expect(decisions[0].seen == ["5", "6"])
    #expect(decisions[0].choice == nil)
    #expect(merged(decisions).conflicts.count == 1)
  }

  @Test(
    "A draft that was filled in settles the conflict",
    arguments: [
      ("plan", ""), (#"{file: "b.xlsx"}"#, "6"), (#"{value: "5.5"}"#, "5.5"), ("{value: 7}", "7"),
    ])
  func filled(take: String, achieved: String) throws {
    let text = ResolutionFile.draft(of: merged()).replacing("take: null", with: "take: " + take)
    let result = merged(try ResolutionFile.decisions(from: text, file: "r.yml"))
    #expect(result.conflicts.isEmpty)
    #expect(result.findings.isEmpty)
    #expect(result.records[0].indicator.achieved.text == achieved)
  }

  @Test("A merge without conflicts has a draft without decisions")
  func empty() throws {
    let result = MergeAccumulator(ReportMerger(plan: plan())).result()
    let draft = ResolutionFile.draft(of: result)
    #expect(try ResolutionFile.decisions(from: draft, file: "r.yml").isEmpty)
  }

  @Test(
    "What is wrong is named with its line",
    arguments: [
      ("a: [", "r.yml: error:"),
      (
        "x: 1",
        "r.yml: error: no file of decisions (the key “resolutions” is missing) [RESOLUTION_FILE]"
      ),
      ("resolutions: 2", "r.yml: error: line 1: only version 1 is known [RESOLUTION_FILE]"),
      (
        "resolutions: 1\nother: 1",
        "r.yml: error: line 2: the key “other” is not known [RESOLUTION_FILE]"
      ),
      (
        "resolutions: 1\ndecisions:\n  - type: odd",
        "r.yml: error: line 3: “odd” is no type of conflict [RESOLUTION_FILE]"
      ),
      (
        "resolutions: 1\ndecisions:\n  - type: cleared\n    take: {fiel: a}",
        "r.yml: error: line 4: the key “fiel” is not known [RESOLUTION_FILE]"
      ),
    ])
  func errors(text: String, message: String) {
    do {
      _ = try ResolutionFile.decisions(from: text, file: "r.yml")
      Issue.record("no error")
    } catch {
      #expect(error.diagnostic.description.hasPrefix(message))
    }
  }
}
