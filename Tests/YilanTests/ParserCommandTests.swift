import Foundation
import Testing

@Suite("--parser chooses who reads large parts, and changes nothing else")
struct ParserCommandTests {
  @Test(
    "Both parsers give the same bytes and the same findings, for every sample",
    arguments: ["cells", "csv"])
  func same(form: String) throws {
    let folder = try TemporaryFolder()
    var findings: [String] = []
    for parser in ["automatic", "libxml2"] {
      let result = try ToolRunner.run(
        [
          "convert", ToolRunner.samples.path, "-o", folder.path(parser), "--to", form,
          "--parser", parser, "--findings", "json", "--quiet",
        ])
      // One sample is a text under a workbook's name, to be refused.
      #expect(result.status == 2)
      findings.append(result.errors)
    }
    #expect(findings[0] == findings[1])
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("automatic"))
    #expect(names.count > 40)
    #expect(
      names.sorted()
        == (try FileManager.default.subpathsOfDirectory(atPath: folder.path("libxml2"))).sorted())
    for name in names where name.contains(".") {
      #expect(
        FileManager.default.contentsEqual(
          atPath: folder.path("automatic/" + name), andPath: folder.path("libxml2/" + name)),
        "\(name)")
    }
  }

  @Test("inspect tells who read each part, and why a row went to the other parser")
  func lanes() throws {
    let usual = try ToolRunner.run(
      ["inspect", ToolRunner.samples.appendingPathComponent("livelihood-2025.xlsx").path])
    #expect(usual.text.hasSuffix("\nparts\n  xl/worksheets/sheet1.xml: tokenizer\n"))
    let marked = try ToolRunner.run(
      ["inspect", ToolRunner.samples.appendingPathComponent("features/texts.xlsx").path])
    #expect(
      marked.text.hasSuffix(
        "\nparts\n  xl/worksheets/sheet1.xml: both (1 not by the tokenizer)\n"))
    let json = try ToolRunner.run(
      [
        "inspect", ToolRunner.samples.appendingPathComponent("features/texts.xlsx").path,
        "--to", "json",
      ])
    #expect(
      json.text.contains(
        """
          "parts": [
            {"part":"xl/worksheets/sheet1.xml","parser":"both","tokenized":20,"declined":1,\
        "reason":"an element or its place"}
          ],
        """))
  }

  @Test("An unknown parser is a wrong use")
  func unknown() throws {
    let result = try ToolRunner.run(["convert", "a.xlsx", "-o", "a.csv", "--parser", "expat"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }
}
