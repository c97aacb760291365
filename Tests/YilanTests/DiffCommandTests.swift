import Foundation
import Testing

@Suite("yilan diff: any tables")
struct DiffCommandTests {
  private static let old = """
    编号,名称,单价,日期
    A01,甲,1.5,2025-01-02
    A02,乙,0.3,2025-02-02
    A03,丙,7,2025-02-03

    """
  private static let new = """
    编号,名称,单价,日期
    A01,甲,1.50,2025-01-02
    A02,乙,0.1,2025-02-03
    A04,丁,8,2025-02-03
    A03,丙,7,2025-02-03

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("a.csv", Data(Self.old.utf8))
    _ = try folder.write("b.csv", Data(Self.new.utf8))
  }

  private func run(
    _ words: String..., environment: [String: String] = [:], input: Data? = nil
  ) throws -> ToolRunner.Result {
    try ToolRunner.run(words, in: folder.url, input: input, environment: environment)
  }

  @Test("Rows are matched by the column that identifies them, and each change is told once")
  func text() throws {
    let result = try run("diff", "a.csv", "b.csv")
    #expect(
      result.text == """
        数值 2，新增行 1

        Sheet1
          ~ [A02] 单价: 0.3 → 0.1  -0.2  (Sheet1!C3)
          ~ [A02] 日期: 2025-02-02 → 2025-02-03  +1  (Sheet1!D3)
          + [A04] 编号: A04; 名称: 丁; 单价: 8; 日期: 2025-02-03  (Sheet1!A4:D4)

        """)
    #expect(result.errors == "")
    #expect(result.status == 1)
  }

  @Test("A table compared with itself gives status 0, however its numbers are spelled")
  func nothing() throws {
    let result = try run(
      "diff", "a.csv", "-", input: Data(Self.old.replacing("7,", with: "7.0,").utf8))
    #expect(result.text == "没有差异\n")
    #expect(result.status == 0)
  }

  @Test("A workbook equals the text that it was made from, dates and all")
  func workbookAndText() throws {
    _ = try run("merge", "--as", "table", "a.csv", "-o", "a.xlsx")
    _ = try run("merge", "--as", "table", "a.csv", "-o", "same.csv")
    let result = try run("diff", "same.csv", "a.xlsx", "--by", "table", "--lang", "en")
    #expect(result.text == "no differences (info 1)\n")
    #expect(result.status == 0)
  }

  @Test("By address every cell stands for itself")
  func cells() throws {
    let result = try run("diff", "a.csv", "b.csv", "--by", "cells", "--to", "json")
    #expect(result.text.contains("\"summary\": {\"value\":9,\"info\":0}"))
    #expect(result.status == 1)
  }

  @Test("A file that cannot be read gives status 2 and no output")
  func missing() throws {
    let result = try run("diff", "nix.csv", "b.csv", "-o", "out.json")
    #expect(result.status == 2)
    #expect(result.errors.contains("nix.csv: error: "))
    #expect(!folder.names.contains("out.json"))
  }

  @Test("A key that neither side has is named with the columns that there are")
  func missingKey() throws {
    let result = try run("diff", "a.csv", "b.csv", "--key", "货号", "-o", "out.txt")
    #expect(
      result.errors
        == "b.csv!Sheet1: error: no column 货号 on both sides; common columns are 编号、名称、单价、日期 [KEY_NOT_FOUND]\n"
    )
    #expect(result.status == 2)
    #expect(!folder.names.contains("out.txt"))
  }

  @Test("The absent side of an added or deleted file is /dev/null, as git names it")
  func absentSide() throws {
    #expect(try run("diff", "/dev/null", "b.csv").text == "新增工作表 1\n\nSheet1\n  + 新增工作表\n")
    #expect(try run("diff", "b.csv", "/dev/null").text == "删除工作表 1\n\nSheet1\n  - 删除工作表\n")
  }

  @Test(
    "Colour is for terminals, or where it is asked for",
    arguments: [
      ([], false), (["--color"], true), (["--color", "always"], true), (["--color=never"], false),
    ])
  func color(words: [String], isColored: Bool) throws {
    let result = try ToolRunner.run(["diff", "a.csv", "b.csv"] + words, in: folder.url)
    #expect(result.text.contains("\u{1B}[") == isColored)
    #expect(result.status == 1)
  }

  @Test(
    "Words that do not go together are status 64",
    arguments: [
      ["diff", "a.csv"], ["diff", "-", "-"],
      ["diff", "a.csv", "b.csv", "--by", "report", "--key", "编号"],
      ["diff", "a.csv", "b.csv", "--by", "cells", "--key", "编号"],
      ["diff", "a.csv", "b.csv", "-o", "x.docx"], ["diff", "a.csv", "b.csv", "--to", "xlsx"],
      ["diff", "a.csv", "b.csv", "--key", ","], ["apply", "-", "-"], ["merge", "a.csv"],
      ["merge", "--as", "table", "--plan", "a.csv", "b.csv"],
      ["merge", "--plan", "a.csv", "b.csv", "-o", "x.csv", "--log", "x.csv"],
    ])
  func wrongWords(words: [String]) throws {
    #expect(try ToolRunner.run(words, in: folder.url).status == 64)
  }

  @Test(
    "Each form goes to the file that its extension names",
    arguments: [
      ("d.txt", "数值 2"), ("d.md", "# 表格差异"), ("d.html", "<!DOCTYPE html>"),
      ("d.json", "{\n  \"summary\""), ("d.xlsx", "PK"),
    ])
  func forms(name: String, start: String) throws {
    #expect(try run("diff", "a.csv", "b.csv", "-o", name).status == 1)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
    #expect(bytes.starts(with: Data(start.utf8)))
  }

  @Test("An output that is also an input is refused")
  func outputIsInput() throws {
    let result = try run("diff", "a.csv", "b.csv", "-o", "b.csv", "--to", "text")
    #expect(result.status == 2)
    #expect(result.errors.contains("[OUTPUT_IS_INPUT]"))
    #expect(
      try String(contentsOf: folder.url.appendingPathComponent("b.csv"), encoding: .utf8)
        == Self.new)
  }

  @Test("The files of two folders are compared by their names")
  func folders() throws {
    _ = try folder.write("old/x.csv", Data(Self.old.utf8))
    _ = try folder.write("old/y.csv", Data(Self.old.utf8))
    _ = try folder.write("old/gone.csv", Data(Self.old.utf8))
    _ = try folder.write("new/x.csv", Data(Self.new.utf8))
    _ = try folder.write("new/y.csv", Data(Self.old.utf8))
    let text = try run("diff", "old", "new", "--lang", "en")
    #expect(
      text.text == """
        ═══ x.csv
        value 2, row added 1

        Sheet1
          ~ [A02] 单价: 0.3 → 0.1  -0.2  (Sheet1!C3)
          ~ [A02] 日期: 2025-02-02 → 2025-02-03  +1  (Sheet1!D3)
          + [A04] 编号: A04; 名称: 丁; 单价: 8; 日期: 2025-02-03  (Sheet1!A4:D4)

        ═══ gone.csv
        sheet deleted 1

        Sheet1
          - sheet deleted

        """)
    let json = try run("diff", "old", "new", "--to", "json")
    #expect(
      json.text.contains("\"summary\": {\"value\":2,\"add\":1,\"sheet_delete\":1,\"info\":0}"))
    #expect(try run("diff", "old", "new", "-o", "pages").status == 1)
    #expect(
      try TemporaryFolderNames(folder, "pages").names == [
        "gone.csv.html", "x.csv.html", "y.csv.html",
      ])
  }
}

/// The names in a folder below a temporary one.
private struct TemporaryFolderNames {
  var names: [String]

  init(_ folder: TemporaryFolder, _ name: String) throws {
    names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appendingPathComponent(name).path
    ).sorted()
  }
}
