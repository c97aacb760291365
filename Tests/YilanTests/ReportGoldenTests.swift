import Foundation
import Testing

@Suite("Golden files of reports", .serialized)
struct ReportGoldenTests {
  private static let samples = [
    "livelihood-2025.xlsx", "livelihood-2025-rev2.xlsx", "plan/plan.xlsx",
    "plan/submissions/国网洪江供电公司.csv",
  ]

  /// The name of the golden file: folders of the sample become dashes.
  private func golden(_ command: String, _ sample: String, _ ending: String) -> GoldenFile {
    let name = sample.replacingOccurrences(of: "/", with: "-")
    return GoldenFile("\(command)/\(name).\(ending)")
  }

  private func path(_ sample: String) -> String {
    ToolRunner.samples.appendingPathComponent(sample).path
  }

  @Test("The samples are normalized as reviewed", arguments: samples)
  func normalize(sample: String) throws {
    for form in ["csv", "json"] {
      let run = try ToolRunner.run(["normalize", path(sample), "--to", form])
      #expect(run.status == 0)
      try golden("normalize", sample, form).check(run.output)
    }
  }

  @Test("The samples are normalized to workbooks as reviewed", arguments: samples)
  func workbooks(sample: String) throws {
    let folder = try TemporaryFolder()
    for layout in ["tidy", "published"] {
      let workbook = folder.path("\(layout).xlsx")
      let run = try ToolRunner.run(["normalize", path(sample), "--layout", layout, "-o", workbook])
      #expect(run.status == 0)
      let cells = try ToolRunner.run(["convert", workbook, "--to", "cells"])
      try golden("normalize", sample, "\(layout).cells.jsonl").check(cells.output)
    }
  }

  @Test("The samples are explained as reviewed", arguments: samples)
  func explain(sample: String) throws {
    let run = try ToolRunner.run(["explain", path(sample)])
    #expect(run.status == 0)
    try golden("explain", sample, "yml").check(run.output)
  }

  @Test("The samples are checked as reviewed", arguments: samples)
  func check(sample: String) throws {
    for form in ["text", "json"] {
      let run = try ToolRunner.run(["check", path(sample), "--to", form])
      #expect(run.status <= 1)
      try golden("check", sample, form == "text" ? "txt" : form).check(run.output)
    }
    let folder = try TemporaryFolder()
    let marked = folder.path("marked.xlsx")
    _ = try ToolRunner.run(["check", path(sample), "-o", marked])
    let cells = try ToolRunner.run(["convert", marked, "--to", "cells"])
    try golden("check", sample, "cells.jsonl").check(cells.output)
  }

  @Test(
    "Workbooks are inspected as reviewed",
    arguments: [
      "livelihood-2025.xlsx", "features/hidden.xlsx", "features/office-export.xlsx",
      "features/dates-1904.xlsx", "features/annotated.xlsx", "features/ragged.csv",
      "features/formulas-without-results.xlsx",
    ])
  func inspect(sample: String) throws {
    let text = try ToolRunner.run(["inspect", path(sample), "--lang", "zh"])
    #expect(text.status == 0)
    try golden("inspect", sample, "txt").check(text.output)
    let json = try ToolRunner.run(["inspect", path(sample), "--to", "json"])
    try golden("inspect", sample, "json").check(json.output)
  }
}
