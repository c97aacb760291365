import Foundation
import Testing
import Zip

@Suite("merge makes one report out of a plan and what the units sent")
struct MergeCommandTests {
  private static let header = "序号,项目,工作举措,任务内容,单位,指标任务,已完成数,占任务数,牵头责任单位,备注\n"
  private static func education(_ achieved: String) -> String {
    "1,发展教育,改善条件,补充配置电脑2034台,台,2034,\(achieved),,市教育局,\n"
  }
  private static func work(_ achieved: String) -> String {
    "2,扩大就业,稳定岗位,新增城镇就业2100人,人,2100,\(achieved),,市人社局,\n"
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try write("plan.csv", Self.header + Self.education("") + Self.work(""))
    try write("in/市教育局.csv", Self.header + Self.education("2034"))
  }

  private func write(_ name: String, _ text: String) throws {
    _ = try folder.write(name, Data(text.utf8))
  }

  private func merge(_ words: String...) throws -> ToolRunner.Result {
    try ToolRunner.run(
      ["merge", "--plan", "plan.csv", "--lang", "en"] + words, in: folder.url)
  }

  /// Achieved values and places of the merged report.
  private func records(_ name: String) throws -> [String] {
    let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(object?["records"] as? [[String: Any]]).map {
      "\($0["achieved"] as? String ?? "-") \($0["at"] as? String ?? "-")"
    }
  }

  @Test("Report, log and draft appear together or not at all")
  func together() throws {
    try write("log.md", "old\n")
    try write("draft.yml", "old\n")
    // The report is written last and cannot be.
    let result = try merge(
      "in", "-o", "missing/out.json", "--log", "log.md", "--draft", "draft.yml")
    #expect(result.status == 2, "\(result.errors)")
    for name in ["log.md", "draft.yml"] {
      #expect(
        try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8) == "old\n")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["draft.yml", "in", "log.md", "plan.csv"])
  }

  @Test("Where every unit sent its values and nothing is in doubt, the status is 0")
  func clean() throws {
    try write("in/市人社局.csv", Self.header + Self.work("2200"))
    let result = try merge("in", "-o", "out.json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try records("out.json") == [
        "2034 市教育局.csv!Sheet1!G2", "2200 市人社局.csv!Sheet1!G2",
      ])
  }

  @Test("A unit that sent nothing, or something to decide, is status 1, and the rest is written")
  func toDecide() throws {
    #expect(try merge("in", "-o", "out.json", "--quiet").status == 1)
    #expect(try records("out.json")[0] == "2034 市教育局.csv!Sheet1!G2")
    try write("in/市人社局.csv", Self.header + Self.education("99") + Self.work("2200"))
    let result = try merge("in", "-o", "out.json")
    #expect(result.status == 1)
    #expect(result.errors.contains("not the owner"))
    #expect(
      try records("out.json") == [
        "2034 市教育局.csv!Sheet1!G2", "2200 市人社局.csv!Sheet1!G3",
      ])
  }

  @Test(
    "A file that cannot be read is named, its unit is missing, the status is 2, the rest is merged")
  func unreadable() throws {
    try write("in/市人社局.xlsx", "no workbook")
    let result = try merge("in", "-o", "out.json")
    #expect(result.status == 2)
    #expect(result.errors.contains("市人社局.xlsx: error: "))
    #expect(try records("out.json")[0] == "2034 市教育局.csv!Sheet1!G2")
    let data = try Data(contentsOf: folder.url.appendingPathComponent("out.json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(object?["missing"] as? [String] == ["市人社局"])
    #expect(object?["unreadable"] as? [String] == ["市人社局.xlsx"])
  }

  @Test(
    "Workbooks in an archive and its folders are read where they lie; an archive in it is refused")
  func archives() throws {
    let inner = MemoryByteSink()
    var innerWriter = try ZipWriter(to: inner)
    try innerWriter.add("x.csv", Array("a\n".utf8))
    try innerWriter.finish()
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    try writer.add("上报/市人社局.csv", Array((Self.header + Self.work("2200")).utf8))
    try writer.add("上报/~$锁.xlsx", [1, 2, 3])
    try writer.add("说明.docx", [1, 2, 3])
    try writer.add("旧.zip", inner.bytes)
    try writer.finish()
    _ = try folder.write("in/邮件.zip", Data(sink.bytes))
    let result = try merge("in", "-o", "out.json")
    #expect(result.status == 2)
    #expect(result.errors.contains("旧.zip: error: an archive inside an archive is not opened"))
    #expect(result.errors.contains("说明.docx: info: is no spreadsheet and was passed over"))
    #expect(!result.errors.contains("~$锁.xlsx"))
    #expect(
      try records("out.json") == [
        "2034 市教育局.csv!Sheet1!G2", "2200 市人社局.csv!Sheet1!G2",
      ])
    #expect(folder.names == ["in", "out.json", "plan.csv"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("in")).sorted()
        == ["市教育局.csv", "邮件.zip"])
  }

  @Test("A plan that lies among the submissions is none, and a file named twice is one")
  func planAmongThem() throws {
    try write("in/市人社局.csv", Self.header + Self.work("2200"))
    let result = try merge(".", "in/市教育局.csv", "-o", "out.json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("plan.csv: info: is the plan and no submission"))
    #expect(!result.errors.contains("identical copy"))
  }

  @Test("A dry run writes its log and nothing else", arguments: ["log.json", "log.md", "log.html"])
  func dryRun(log: String) throws {
    #expect(try merge("in", "--dry-run", "--log", log, "--quiet").status == 1)
    #expect(folder.names == ["in", log, "plan.csv"].sorted())
    #expect(try Data(contentsOf: folder.url.appendingPathComponent(log)).count > 100)
  }

  @Test(
    "An output that is an input is refused, and a wrong command line is status 64",
    arguments: [
      (["--plan", "plan.csv", "in", "-o", "plan.csv"], 2),
      (["--plan", "plan.csv", "in", "-o", "in/市教育局.csv"], 2),
      (["in", "-o", "out.csv"], 64), (["--plan", "plan.csv", "in", "-o", "out.pdf"], 64),
      (["--plan", "plan.csv", "in", "-o", "a.csv", "--log", "a.csv"], 64),
      (["--plan", "nix.csv", "in", "-o", "out.csv"], 2),
      (["--plan", "plan.csv", "nix", "-o", "out.csv"], 2),
    ] as [([String], Int32)])
  func refused(words: [String], status: Int32) throws {
    let plan = try Data(contentsOf: folder.url.appendingPathComponent("plan.csv"))
    let result = try ToolRunner.run(["merge", "--quiet"] + words, in: folder.url)
    #expect(result.status == status, "\(result.errors)")
    #expect(!result.errors.isEmpty)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("plan.csv")) == plan)
    #expect(!folder.names.contains("out.pdf"))
  }
}
