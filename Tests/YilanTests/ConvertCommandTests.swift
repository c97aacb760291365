import Foundation
import Spreadsheet
import Testing
import XLSX

@Suite("convert turns any spreadsheet into text")
struct ConvertCommandTests {
  private let folder: TemporaryFolder

  /// A workbook whose first sheet is hidden, with merged, hidden and formatted cells on the second.
  init() throws {
    folder = try TemporaryFolder()
    var workbook = Workbook()
    var percent = CellStyle()
    percent.numberFormat = NumberFormat(code: "0.0%")
    let percentStyle = workbook.styles.index(of: percent)
    var date = CellStyle()
    date.numberFormat = NumberFormat(code: "yyyy\"年\"m\"月\"d\"日\"")
    let dateStyle = workbook.styles.index(of: date)
    func text(_ column: Int, _ text: String) -> Cell {
      Cell(column: column, value: .string(text))
    }
    var cover = Worksheet(name: "封面")
    cover.visibility = .hidden
    cover.rows = [Row(index: 0, cells: [text(0, "藏")])]
    var data = Worksheet(name: "数据")
    data.rows = [
      Row(index: 0, cells: [text(0, "单位"), text(1, "完成率"), text(2, "日期"), text(3, "注")]),
      Row(
        index: 1,
        cells: [
          text(0, "市教育局"), Cell(column: 1, value: .number(0.227), style: percentStyle),
          Cell(column: 2, value: .number(46_022), style: dateStyle), text(3, "=1+1"),
        ]),
      Row(index: 2, cells: [Cell(column: 1, value: .number(-5)), text(3, "a,b")], isHidden: true),
      Row(index: 3, cells: [text(0, "市民政局"), Cell(column: 1, value: .boolean(true))]),
    ]
    data.mergedRanges = [CellRange("A2:A3")].compactMap { $0 }
    data.columns = [ColumnProperties(columns: 2...2, width: 12, isHidden: true)]
    var second = Worksheet(name: "第二")
    second.rows = [Row(index: 0, cells: [text(1, "乙")])]
    workbook.sheets = [cover, data, second]
    _ = try folder.write("a.xlsx", Data(XLSXWriter.bytes(of: workbook)))
    _ = try folder.write("sub/b.csv", Data("x;1\ny;2\n".utf8))
  }

  private func convert(_ words: String...) throws -> ToolRunner.Result {
    try ToolRunner.run(["convert"] + words, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(
    "The first sheet that is shown goes to standard output, as the options say",
    arguments: [
      ([], "单位,完成率,日期,注\n市教育局,0.227,2025-12-31,=1+1\n,-5,,\"a,b\"\n市民政局,true,,\n"),
      (
        ["--values", "shown"],
        "单位,完成率,日期,注\n市教育局,22.7%,2025年12月31日,=1+1\n,-5,,\"a,b\"\n市民政局,TRUE,,\n"
      ),
      (
        ["--merged", "fill"],
        "单位,完成率,日期,注\n市教育局,0.227,2025-12-31,=1+1\n市教育局,-5,,\"a,b\"\n市民政局,true,,\n"
      ),
      (["--hidden", "skip"], "单位,完成率,注\n市教育局,0.227,=1+1\n市民政局,true,\n"),
      (["--range", "B2:C3"], "0.227,2025-12-31\n-5,\n"),
      (["--sheet", "第二"], ",乙\n"), (["--sheet", "#1"], "藏\n"),
      (["--guard-formulas", "--range", "B2:D3"], "0.227,2025-12-31,'=1+1\n-5,,\"a,b\"\n"),
      (["--to", "tsv", "--range", "A3:D4"], "\t-5\t\ta,b\n市民政局\ttrue\t\t\n"),
      (
        ["--to", "jsonl", "--range", "A3:D4"], "[null,-5,null,\"a,b\"]\n[\"市民政局\",true]\n"
      ),
    ] as [([String], String)])
  func options(options: [String], expected: String) throws {
    let result = try ToolRunner.run(
      ["convert", "a.xlsx", "--quiet"] + (options.contains("--to") ? [] : ["--to", "csv"])
        + options, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == expected)
  }

  @Test("The cells form is lossless: types, values, shown texts, formats, merges, hidden sheets")
  func cells() throws {
    let lines = try convert("a.xlsx", "--to", "cells").text.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == #"{"sheet":"封面","cell":"A1","type":"string","value":"藏","text":"藏","format":"General","hidden":true}"#
    )
    #expect(
      lines.contains(
        #"{"sheet":"数据","cell":"B2","type":"number","value":0.227,"text":"22.7%","format":"0.0%"}"#)
    )
    #expect(
      lines.contains(
        #"{"sheet":"数据","cell":"C2","type":"date","value":"2025-12-31","text":"2025年12月31日","format":"yyyy\"年\"m\"月\"d\"日\""}"#
      ))
    #expect(lines.contains(#"{"sheet":"数据","merged":"A2:A3"}"#))
    #expect(lines.count == 15)
  }

  @Test("Several sheets as CSV go to a folder, one file each, named after workbook and sheet")
  func allSheets() throws {
    #expect(try convert("a.xlsx", "--all-sheets", "-o", "out", "--to", "csv").status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
        == ["a.封面.csv", "a.数据.csv", "a.第二.csv"])
    #expect(try text("out/a.第二.csv") == ",乙\n")
  }

  @Test("Files and folders become a folder of results; a bad one is named and stops no other")
  func several() throws {
    _ = try folder.write("sub/bad.xlsx", Data("no workbook".utf8))
    let result = try convert("a.xlsx", "sub", "-o", "out", "--to", "csv")
    #expect(result.status == 2)
    #expect(result.errors.contains("bad.xlsx: error: "))
    #expect(result.errors.contains("[IS_TEXT]"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: folder.path("out")).sorted()
        == ["a.csv", "b.csv"])
    #expect(try text("out/b.csv") == "x,1\ny,2\n")
  }

  @Test("Standard input may be a workbook or text")
  func standardInput() throws {
    let book = try Data(contentsOf: folder.url.appendingPathComponent("a.xlsx"))
    let words = ["convert", "-", "--to", "csv", "--sheet", "第二"]
    #expect(try ToolRunner.run(words, input: book).text == ",乙\n")
    let text = try ToolRunner.run(["convert", "-", "--to", "tsv"], input: Data("a,b\n1,2\n".utf8))
    #expect(text.text == "a\tb\n1\t2\n")
  }

  @Test("Encoding and line ends are as asked for; --for-excel is both and a guard")
  func encodings() throws {
    #expect(
      try convert("a.xlsx", "-o", "g.csv", "--encoding", "gb18030", "--range", "A1:A1").status == 0)
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("g.csv"))
        == Data([0xB5, 0xA5, 0xCE, 0xBB, 0x0A]))
    _ = try convert("a.xlsx", "-o", "e.csv", "--for-excel", "--range", "A2:D2")
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("e.csv"))
        == Data([0xEF, 0xBB, 0xBF]) + Data("市教育局,0.227,2025-12-31,'=1+1\r\n".utf8))
    _ = try convert("a.xlsx", "-o", "l.csv", "--line-ending", "crlf", "--sheet", "第二")
    #expect(try text("l.csv") == ",乙\r\n")
  }

  @Test("Text that a spreadsheet would run is counted where it is not guarded")
  func unguarded() throws {
    let result = try convert("a.xlsx", "--to", "csv")
    #expect(result.errors.contains("a.xlsx!数据!D2: "))
    #expect(result.errors.hasSuffix("[FORMULA_LIKE_TEXT]\n"), "\(result.errors)")
  }

  @Test(
    "A wrong command line is status 64, an input that is not there status 2, and nothing is written",
    arguments: [
      (["a.xlsx", "-o", "out.pdf"], 64), (["a.xlsx", "--to", "pdf"], 64),
      (["a.xlsx", "-o", "sub", "--to", "csv"], 2),
      (["a.xlsx", "--range", "A0", "--to", "csv"], 64),
      (["a.xlsx", "--sheet", "没有", "-o", "out.csv"], 2), (["nix.xlsx", "-o", "out.csv"], 2),
      (["a.xlsx", "--limit", "cells=x", "-o", "out.csv"], 64), ([], 64),
    ] as [([String], Int32)])
  func mistakes(words: [String], status: Int32) throws {
    let before = folder.names
    let result = try ToolRunner.run(["convert"] + words, in: folder.url)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
    #expect(folder.names == before)
  }
}
