import Foundation
import Testing

@Suite("Laws of reports at the command line")
struct ReportLawTests {
  private static let samples = [
    "livelihood-2025.xlsx", "livelihood-2025-rev2.xlsx", "plan/plan.xlsx",
    "plan/submissions/市妇联.xlsx", "plan/submissions/国网洪江供电公司.csv",
  ]

  private func path(_ sample: String) -> String {
    ToolRunner.samples.appendingPathComponent(sample).path
  }

  private func normalized(_ input: String, _ options: [String] = []) throws -> String {
    let run = try ToolRunner.run(["normalize", input, "--quiet"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.text
  }

  /// The table without its last three columns, which say where each row was read.
  private func withoutSources(_ csv: String) -> [String] {
    csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: ",")
    }
  }

  @Test("Normalizing twice changes nothing, as CSV and as a workbook", arguments: samples)
  func twice(sample: String) throws {
    let folder = try TemporaryFolder()
    let once = folder.path("once.csv")
    let text = try normalized(path(sample))
    try Data(text.utf8).write(to: URL(fileURLWithPath: once))
    #expect(try normalized(once) == text)
    let workbook = folder.path("once.xlsx")
    _ = try normalized(path(sample), ["-o", workbook])
    #expect(try normalized(workbook) == text)
    let again = folder.path("twice.xlsx")
    _ = try normalized(workbook, ["-o", again])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: again))
        == Data(contentsOf: URL(fileURLWithPath: workbook)))
  }

  @Test(
    "The published form is the same report, and publishing it again gives the same bytes",
    arguments: samples)
  func published(sample: String) throws {
    let folder = try TemporaryFolder()
    let published = folder.path("published.xlsx")
    _ = try normalized(path(sample), ["--layout", "published", "-o", published])
    #expect(
      withoutSources(try normalized(published)) == withoutSources(try normalized(path(sample))))
    let again = folder.path("again.xlsx")
    _ = try normalized(published, ["--layout", "published", "-o", again])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: again))
        == Data(contentsOf: URL(fileURLWithPath: published)))
  }

  @Test("The tree in JSON is the same report", arguments: samples)
  func json(sample: String) throws {
    let folder = try TemporaryFolder()
    let tree = folder.path("tree.json")
    _ = try normalized(path(sample), ["-o", tree])
    #expect(try normalized(tree) == normalized(path(sample)))
  }

  @Test("What explain prints gives the same report when it is passed back", arguments: samples)
  func explained(sample: String) throws {
    let folder = try TemporaryFolder()
    let profile = folder.path("p.yml")
    let run = try ToolRunner.run(["explain", path(sample), "-o", profile])
    #expect(run.status == 0)
    #expect(try normalized(path(sample), ["--profile", profile]) == normalized(path(sample)))
    let again = try ToolRunner.run(["explain", path(sample), "--profile", profile])
    #expect(again.text == (try String(contentsOfFile: profile, encoding: .utf8)))
  }

  @Test("The bytes depend on no locale, time zone or folder")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    let copy = try folder.write(
      "livelihood-2025.xlsx", Data(contentsOf: URL(fileURLWithPath: path("livelihood-2025.xlsx"))))
    for words in [
      ["normalize"], ["normalize", "--to", "json"], ["explain"], ["check", "--to", "json"],
      ["inspect", "--to", "json"],
    ] {
      let one = try ToolRunner.run(
        words + [path("livelihood-2025.xlsx")], environment: ["LC_ALL": "C", "TZ": "UTC"])
      let other = try ToolRunner.run(
        words + [copy], in: folder.url,
        environment: ["LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"])
      #expect(one.output == other.output, "\(words)")
      #expect(!one.output.isEmpty)
    }
  }
}
