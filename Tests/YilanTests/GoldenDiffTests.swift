import Foundation
import Testing

@Suite("Golden files: what changed in the sample report")
struct GoldenDiffTests {
  private let folder: TemporaryFolder
  private let files: [String]

  init() throws {
    folder = try TemporaryFolder()
    files = ["livelihood-2025.xlsx", "livelihood-2025-rev2.xlsx"].map {
      ToolRunner.samples.appendingPathComponent($0).path
    }
  }

  @Test(
    "Each form of the difference is what it was",
    arguments: ["changes.txt", "changes.md", "changes.html", "changes.json"])
  func forms(name: String) throws {
    let result = try ToolRunner.run(["diff"] + files + ["-o", name], in: folder.url)
    #expect(result.status == 1)
    try GoldenFile("diff/\(name)").check(Data(contentsOf: folder.url.appendingPathComponent(name)))
  }

  @Test("With --all, what is only info is told too")
  func info() throws {
    let result = try ToolRunner.run(["diff"] + files + ["--all", "--lang", "en"])
    try GoldenFile("diff/all.en.txt").check(result.output)
  }

  @Test("The workbook of the difference is what it was, cell for cell")
  func workbook() throws {
    _ = try ToolRunner.run(["diff"] + files + ["-o", "changes.xlsx"], in: folder.url)
    let cells = try ToolRunner.run(["convert", "changes.xlsx", "--to", "cells"], in: folder.url)
    try GoldenFile("diff/changes.cells.jsonl").check(cells.output)
  }

  @Test("The difference applied to the old revision gives the new one")
  func apply() throws {
    _ = try ToolRunner.run(["diff"] + files + ["-o", "changes.json"], in: folder.url)
    let applied = try ToolRunner.run(
      ["apply", files[0], "changes.json", "-o", "new.json"], in: folder.url)
    #expect(applied.status == 0)
    let again = try ToolRunner.run(["diff", "new.json", files[1]], in: folder.url)
    #expect(again.text == "无实质变化\n")
    #expect(again.status == 0)
    let refused = try ToolRunner.run(["apply", files[1], "changes.json"], in: folder.url)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("[EDIT_OTHER_REPORT]"))
  }
}
