import Foundation
import Testing

@Suite("Golden files: the sample plan and its submissions")
struct GoldenMergeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func merge(_ words: String...) throws -> ToolRunner.Result {
    try ToolRunner.run(
      ["merge", "--plan", ToolRunner.plan, ToolRunner.submissions] + words, in: folder.url)
  }

  private func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  @Test("The merged report is what it was", arguments: ["merged.json", "merged.csv"])
  func output(name: String) throws {
    #expect(try merge("-o", name, "--quiet").status == 2)
    try GoldenFile("merge/\(name)").check(data(name))
  }

  @Test(
    "The log is what it was in each form",
    arguments: ["log.txt", "log.md", "log.html", "log.json"])
  func log(name: String) throws {
    #expect(try merge("--dry-run", "--quiet", "--log", name).status == 2)
    try GoldenFile("merge/\(name)").check(data(name))
    #expect(folder.names == [name])
  }

  @Test("The workbooks are what they were, cell for cell")
  func workbooks() throws {
    _ = try merge("-o", "table.xlsx", "--layout", "published", "--log", "log.xlsx", "--quiet")
    for name in ["table", "log"] {
      let cells = try ToolRunner.run(
        ["convert", "\(name).xlsx", "--to", "cells"], in: folder.url)
      try GoldenFile("merge/\(name).cells.jsonl").check(cells.output)
    }
  }

  @Test("The draft of the decisions holds every open conflict, and errors go to standard error")
  func draft() throws {
    let result = try merge("-o", "merged.csv", "--draft", "decisions.yml")
    try GoldenFile("merge/decisions.yml").check(data("decisions.yml"))
    try GoldenFile("merge/errors.en.txt").check(Data(result.errors.utf8))
  }

  @Test("The order of the files and the number of jobs change no byte")
  func order() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: ToolRunner.submissions).sorted()
    let paths = names.map { ToolRunner.submissions + "/" + $0 }
    var outputs: [Data] = []
    for (place, order) in [paths, paths.reversed()].enumerated() {
      let name = "o\(place).json"
      _ = try ToolRunner.run(
        ["merge", "--plan", ToolRunner.plan] + order
          + ["--quiet", "--jobs", String(1 + place * 3), "-o", name], in: folder.url)
      outputs.append(try data(name))
    }
    #expect(outputs[0] == outputs[1])
  }
}
