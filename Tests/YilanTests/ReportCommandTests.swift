import Foundation
import Testing

@Suite("The commands on one report")
struct ReportCommandTests {
  private let report = ToolRunner.samples.appendingPathComponent("livelihood-2025.xlsx").path

  private static let header = "序号,项目,举措,任务,单位,任务数,完成数,占任务数,责任单位,备注\n"

  /// A small report that is in order.
  private static let sound =
    header + "1,教育,设备,补充电脑20台,台,20,20,100%,市教育局,\n2,医疗,设备,补充床位30张,张,30,30,100%,市卫健局,\n"

  /// The same with a figure missing, or a percent that is off a little.
  private static let wrong = sound.replacingOccurrences(of: "20,20,100%", with: "20,,100%")
  private static let doubtful = sound.replacingOccurrences(of: "20,20,100%", with: "20,21,104%")

  @Test(
    "The status of check says whether somebody should look",
    arguments: [
      (sound, [], 0), (wrong, [], 1), (doubtful, [], 0), (doubtful, ["--strict"], 1),
      (sound, ["--strict"], 0), (wrong, ["--quiet"], 1), (wrong, ["--to", "json"], 1),
    ] as [(String, [String], Int32)])
  func checkStatus(text: String, options: [String], status: Int32) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data(text.utf8))
    #expect(try ToolRunner.run(["check", input] + options).status == status)
  }

  @Test("JSON in any encoding is the same text, with a byte order mark where one is asked for")
  func jsonEncodings() throws {
    let plain = try ToolRunner.run(["normalize", report, "--to", "json"])
    #expect(plain.output.count > 1 << 15)
    let marked = try ToolRunner.run([
      "normalize", report, "--to", "json", "--encoding", "utf-8-bom",
    ])
    #expect(marked.output == Data([0xEF, 0xBB, 0xBF]) + plain.output)
    let folder = try TemporaryFolder()
    let result = folder.url.appendingPathComponent("a.json")
    let run = try ToolRunner.run([
      "normalize", report, "-o", result.path, "--encoding", "utf-8-bom",
    ])
    #expect(run.status == 0)
    #expect(try Data(contentsOf: result) == marked.output)
  }

  @Test("Findings are told with file, sheet, cell, severity, sentence and code")
  func findings() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data(Self.wrong.utf8))
    let english = try ToolRunner.run(["check", input])
    #expect(
      english.text.contains(
        "a.csv!Sheet1!G2: error: what was achieved is missing [ACHIEVED_MISSING]\n"))
    #expect(english.errors.hasSuffix("findings: 1 error, 0 warnings, 1 note\n"))
    let chinese = try ToolRunner.run(["check", input, "--lang", "zh"])
    #expect(chinese.text.contains("a.csv!Sheet1!G2: error: 缺已完成数 [ACHIEVED_MISSING]\n"))
    let json = try ToolRunner.run(["check", input, "--to", "json"])
    #expect(
      json.text.contains(
        #""code":"ACHIEVED_MISSING","severity":"error","file":"a.csv","sheet":"Sheet1","cell":"G2""#
      ))
  }

  @Test("An unreadable input of check is named, the others are checked, and the status is 2")
  func checkUnreadable() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("in/a.csv", Data(Self.sound.utf8))
    let bad = try folder.write("in/b.xlsx", Data("text".utf8))
    let run = try ToolRunner.run(["check", good, bad, "--to", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("b.xlsx: error:"))
    #expect(run.text.contains("b.xlsx"))
    let marked = folder.path("out")
    let again = try ToolRunner.run(["check", folder.path("in"), "--to", "xlsx", "-o", marked])
    #expect(again.status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: marked) == ["a.xlsx"])
  }

  @Test("A file without such a table has status 2, and nothing is written")
  func noTable() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data("姓名,年龄\n张三,30\n".utf8))
    for words in [
      ["normalize", input, "-o", folder.path("o.csv")], ["normalize", input],
      ["normalize", input, "--layout", "published", "-o", folder.path("o.xlsx")],
      ["explain", input, "-o", folder.path("o.yml")],
      ["check", input, "-o", folder.path("o.json")],
      ["check", input, "-o", folder.path("o.xlsx")],
    ] {
      let run = try ToolRunner.run(words)
      #expect(run.status == 2, "\(words)")
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("a.csv: error: "), "\(run.errors)")
      #expect(run.errors.hasSuffix("[REPORT_NOT_FOUND]\n"))
    }
    #expect(folder.names == ["a.csv"])
  }

  @Test(
    "Mistakes on the command line have status 64",
    arguments: [
      ["normalize", "a.csv", "-o", "o.doc"], ["normalize", "a.csv", "--to", "xlsx"],
      ["normalize", "a.csv", "--layout", "published", "-o", "o.csv"],
      ["normalize", "a.csv", "--to", "html"], ["normalize"], ["check"],
      ["check", "a.csv", "-o", "o.html"], ["check", "a.csv", "--to", "xlsx"],
      ["check", "a.csv", "a.csv", "-o", "o.xlsx"], ["check", "a.csv", "--limit", "x=1"],
      ["explain", "a.csv", "-o", "o.csv"], ["inspect", "a.csv", "-o", "o.csv"],
      ["inspect", "a.csv", "a.csv"],
    ])
  func usage(words: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.csv", Data(Self.sound.utf8))
    let run = try ToolRunner.run(words, in: folder.url)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(folder.names == ["a.csv"])
  }

  @Test("An output that is also an input, or the profile, is refused and stays as it was")
  func outputIsInput() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data(Self.sound.utf8))
    let profile = try folder.write("p.yml", Data("profile: x\n".utf8))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("b.csv"), withDestinationPath: input)
    for words in [
      ["normalize", input, "-o", input], ["normalize", input, "-o", folder.path("b.csv")],
      ["explain", input, "--profile", profile, "-o", profile],
      ["check", input, "--to", "text", "-o", input],
      ["inspect", input, "--to", "json", "-o", input],
    ] {
      let run = try ToolRunner.run(words)
      #expect(run.status == 2)
      #expect(run.errors.contains("[OUTPUT_IS_INPUT]"), "\(run.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: input)) == Data(Self.sound.utf8))
    #expect(folder.names == ["a.csv", "b.csv", "p.yml"])
  }

  @Test("A mistake in the profile names its line, and nothing is written")
  func profileMistake() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data(Self.sound.utf8))
    let profile = try folder.write("p.yml", Data("header:\n  min_fields: many\n".utf8))
    let run = try ToolRunner.run(
      ["normalize", input, "--profile", profile, "-o", folder.path("o.csv")])
    #expect(run.status == 2)
    #expect(
      run.errors
        == "p.yml: error: line 2, column 15: “header.min_fields” must be a whole number from 1 to 20, not “many” [PROFILE_FILE]\n"
    )
    #expect(folder.names == ["a.csv", "p.yml"])
  }

  @Test("Standard input and output are named -, and the name of a report is its last component")
  func standardInput() throws {
    let run = try ToolRunner.run(["normalize", "-"], input: Data(Self.sound.utf8))
    #expect(run.status == 0)
    #expect(run.text.contains(",-,Sheet1,A2:J2\n"))
    let checked = try ToolRunner.run(["check", "-", "-o", "-"], input: Data(Self.wrong.utf8))
    #expect(checked.text.contains("-!Sheet1!G2: error:"))
  }

  @Test("CSV for Excel has a byte order mark, CRLF and disarmed formulas")
  func forExcel() throws {
    let folder = try TemporaryFolder()
    let text = Self.sound.replacingOccurrences(of: "市教育局,", with: "市教育局,=1+1")
    let input = try folder.write("a.csv", Data(text.utf8))
    let plain = try ToolRunner.run(["normalize", input])
    #expect(plain.errors.contains("[FORMULA_LIKE_TEXT]"))
    #expect(plain.text.contains(",=1+1,"))
    let excel = try ToolRunner.run(["normalize", input, "--for-excel"])
    #expect(excel.output.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(excel.text.contains("\r\n"))
    #expect(excel.text.contains(",'=1+1,"))
    #expect(!excel.errors.contains("[FORMULA_LIKE_TEXT]"))
    let gb = try ToolRunner.run(["normalize", input, "--encoding", "gb18030", "--quiet"])
    #expect(gb.output.range(of: Data([0xBD, 0xCC, 0xD3, 0xFD])) != nil)
  }

  @Test("Figures that fell since the period before are found with --previous")
  func previous() throws {
    let folder = try TemporaryFolder()
    let before = try folder.write("before.csv", Data(Self.sound.utf8))
    let now = Self.sound.replacingOccurrences(of: "30,30,100%", with: "30,27,90%")
    let input = try folder.write("now.csv", Data(now.utf8))
    let run = try ToolRunner.run(["check", input, "--previous", before])
    #expect(
      run.text.contains(
        "now.csv!Sheet1!G3: warning: the cumulative figure fell from 30 to 27 [CUMULATIVE_DECREASED]"
      ))
  }
}
