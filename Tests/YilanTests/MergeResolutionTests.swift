import Foundation
import Testing

@Suite("Decisions: a draft is written, a person fills it in, the next merge follows it")
struct MergeResolutionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func merge(_ words: String...) throws -> ToolRunner.Result {
    try ToolRunner.run(
      ["merge", "--plan", ToolRunner.plan, ToolRunner.submissions, "--lang", "en"] + words,
      in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  /// The draft with `take` filled in where the type and the text below it are these.
  private func decide(_ draft: String, _ choices: [(type: String, about: String, take: String)])
    -> String
  {
    var parts = draft.components(separatedBy: "  - type: ")
    for index in parts.indices.dropFirst() {
      for choice in choices
      where parts[index].hasPrefix(choice.type + "\n") && parts[index].contains(choice.about) {
        parts[index] = parts[index].replacing("take: null", with: "take: \(choice.take)")
      }
    }
    return parts.joined(separator: "  - type: ")
  }

  /// The record whose path holds a text.
  private func record(_ name: String, _ about: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let records = try #require(object?["records"] as? [[String: Any]])
    return try #require(
      records.first { record in
        let path = (record["path"] as? [Any])?.compactMap { $0 as? String } ?? []
        return path.last == about || path.contains { $0.hasPrefix(about) }
      })
  }

  private func conflicts(_ name: String) throws -> Int {
    let data = try Data(contentsOf: folder.url.appendingPathComponent(name))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(object?["conflicts"] as? [Any]).count
  }

  @Test("The draft, filled in, settles what it decides, and only the rest stays open")
  func resolved() throws {
    _ = try merge("-o", "a.json", "--draft", "draft.yml", "--quiet")
    let draft = try text("draft.yml")
    #expect(try conflicts("a.json") == 14)
    #expect(draft.components(separatedBy: "take: null").count == 15)
    let decisions = decide(
      draft,
      [
        ("not_owner", "残疾人托养服务160人", "{file: \"市残联.xlsx\"}"),
        ("unit_mismatch", "新增城镇就业", "{value: \"0.2522\"}"),
        ("revision", "开展“生命起点”守护行动", "{file: \"市卫健局.xlsx\"}"),
        ("cleared", "一网通办率达到90%", "plan"),
        ("row_inserted", "新建村级养老服务点2个", "{file: \"市民政局.xlsx\"}"),
        ("unknown_unit", "市气象局", "{unit: \"市公安局\"}"),
      ])
    _ = try folder.write("taken.yml", Data(decisions.utf8))
    let result = try merge(
      "-o", "b.json", "--resolve", "taken.yml", "--draft", "rest.yml", "--quiet")
    #expect(result.status == 2)
    #expect(!result.errors.contains("DECISION_"))
    #expect(try record("b.json", "残疾人托养服务160人")["target"] as? String == "120")
    #expect(try record("b.json", "新增城镇就业")["achieved"] as? String == "0.2522")
    let row = try record("b.json", "开展“生命起点”守护行动")
    #expect(row["achieved"] as? String == "1556")
    #expect(row["percent"] as? String == "100.38%")
    #expect(row["at"] as? String == "市卫健局.xlsx!Sheet1!H19")
    #expect(try record("b.json", "一网通办率达到90%")["achieved"] as? String == "95%")
    #expect(try record("b.json", "新建村级养老服务点2个")["from"] as? String == "市民政局")
    let rest = try text("rest.yml")
    #expect(try conflicts("b.json") == rest.components(separatedBy: "take: null").count - 1)
    #expect(!rest.contains("type: revision"))
    #expect(rest.contains("type: two_values"))
  }

  @Test("The same merge with the same decisions gives the same bytes")
  func repeated() throws {
    _ = try merge("-o", "a.csv", "--draft", "draft.yml", "--quiet")
    let taken = decide(try text("draft.yml"), [("two_values", "污水管网", "{file: \"市水利局.xlsx\"}")])
    _ = try folder.write("taken.yml", Data(taken.utf8))
    for name in ["b.csv", "c.csv"] {
      _ = try merge("-o", name, "--resolve", "taken.yml", "--quiet")
    }
    #expect(try text("b.csv") == text("c.csv"))
    #expect(try text("b.csv") != text("a.csv"))
  }

  @Test("A file of decisions that is not there yet is written as a draft")
  func firstRun() throws {
    let result = try merge("-o", "a.csv", "--resolve", "decisions.yml", "--quiet")
    #expect(result.status == 2)
    #expect(try text("decisions.yml").hasPrefix("# 待决事项"))
    _ = try merge("-o", "b.csv", "--resolve", "decisions.yml", "--quiet")
    #expect(try text("a.csv") == text("b.csv"))
  }

  @Test(
    "Decisions that are outdated, unused or do not fit are findings, and the conflict stays open")
  func findings() throws {
    _ = try merge("-o", "a.json", "--draft", "draft.yml", "--quiet")
    var draft = decide(
      try text("draft.yml"),
      [
        ("cleared", "一网通办率达到90%", "{file: \"市数据局.xlsx\"}"),
        ("two_values", "field: achieved", "{file: \"市教育局.xlsx\"}"),
      ])
    draft = draft.replacing("values: [null, \"95%\"]", with: "values: [null, \"90%\"]")
    draft += """
        - type: revision
          path: ["省重点民生实事项目", "没有的项目", null, null, null]
          field: achieved
          take: plan

      """
    _ = try folder.write("taken.yml", Data(draft.utf8))
    let result = try merge("-o", "b.json", "--resolve", "taken.yml")
    #expect(try conflicts("b.json") == 14)
    let told = result.errors.split(separator: "\n").filter { $0.contains("[DECISION_") }
    #expect(
      told.sorted() == [
        "warning: decision about cleared / 一网通办率达到90% / achieved / 市数据局: the values have changed since it was decided [DECISION_OUTDATED]",
        "warning: decision about revision / 没有的项目 / achieved: no such conflict any more [DECISION_UNUSED]",
        "warning: decision about two_values / 开工建设县级以上城市污水管网3公里 / achieved: 市教育局.xlsx says nothing about it [DECISION_UNFIT]",
      ])
  }

  @Test(
    "A mistake in the decisions names its line; nothing is written",
    arguments: [
      ("resolutions: 1\ndecisions:\n  - type: revisions\n    take: plan\n", "line 3"),
      ("resolutions: 1\ndecisions:\n  - type: cleared\n    takes: plan\n", "line 4"),
      ("resolutions: 2\ndecisions: []\n", "line 1"), ("a: 1\n", "resolutions"),
    ])
  func mistakes(text: String, place: String) throws {
    let file = try folder.write("bad.yml", Data(text.utf8))
    let result = try merge("-o", "out.json", "--resolve", file)
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("bad.yml: error: "))
    #expect(result.errors.contains(place), "\(result.errors)")
    #expect(folder.names == ["bad.yml"])
  }
}
