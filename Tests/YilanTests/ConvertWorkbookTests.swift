import Foundation
import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("convert --to xlsx gives a clean workbook")
struct ConvertWorkbookTests {
  /// Every file below a folder, by its path there.
  private func files(_ folder: String) throws -> [String: Data] {
    let root = URL(fileURLWithPath: folder)
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let url = root.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[name] = try Data(contentsOf: url) }
    }
    return found
  }

  @Test(
    "Converting twice gives the same bytes as once, for every sample", arguments: ["xlsx", "csv"])
  func twice(form: String) throws {
    let folder = try TemporaryFolder()
    let first = try ToolRunner.run(
      ["convert", ToolRunner.samples.path, "-o", folder.path("1"), "--to", form, "--quiet"])
    // One sample is a text under a workbook's name, to be refused.
    #expect(first.status == 2)
    let second = try ToolRunner.run(
      ["convert", folder.path("1"), "-o", folder.path("2"), "--to", form, "--quiet"])
    #expect(second.status == 0, "\(second.errors)")
    let one = try files(folder.path("1"))
    let other = try files(folder.path("2"))
    #expect(one.count > 40)
    #expect(one.keys.sorted() == other.keys.sorted())
    for (name, bytes) in one where other[name] != bytes {
      Issue.record("\(name) is not the same when it is converted again")
    }
  }

  @Test("A clean workbook has the cells and merged ranges of its source, for every sample")
  func sameCells() throws {
    let folder = try TemporaryFolder()
    _ = try ToolRunner.run(
      ["convert", ToolRunner.samples.path, "-o", folder.path("x"), "--to", "xlsx", "--quiet"])
    for (source, target) in [(ToolRunner.samples.path, "1"), (folder.path("x"), "2")] {
      _ = try ToolRunner.run(
        ["convert", source, "-o", folder.path(target), "--to", "cells", "--quiet"])
    }
    let one = try files(folder.path("1"))
    let other = try files(folder.path("2"))
    #expect(one.count > 40)
    for (name, bytes) in one {
      #expect(try withoutFormulas(bytes) == withoutFormulas(other[name] ?? Data()), "\(name)")
    }
  }

  /// The lines of the `cells` form; formulas that need what was left out are not kept.
  private func withoutFormulas(_ data: Data) throws -> [String] {
    try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      var cell = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      cell["formula"] = nil
      return String(
        decoding: try JSONSerialization.data(withJSONObject: cell, options: .sortedKeys),
        as: UTF8.self)
    }
  }

  @Test("Looks of rows and columns and rich text come along, and converted again they are the same")
  func looks() throws {
    var workbook = Workbook()
    var style = CellStyle()
    style.fill = .solid(Color(rgb: 0xFFEB9C))
    let filled = workbook.styles.index(of: style)
    style.numberFormat = NumberFormat(code: "0.000")
    let decimal = workbook.styles.index(of: style)
    var sheet = Worksheet(name: "表")
    sheet.columns = [ColumnProperties(columns: 3...4, width: 12, style: decimal)]
    let text = Cell(column: 1, value: .string("10 m2"))
    sheet.rows = [
      Row(index: 0, cells: [text]), Row(index: 2, style: filled),
      Row(index: 4, cells: [Cell(column: 0, value: .empty), text], style: decimal),
    ]
    var raised = Font()
    raised.name = "宋体"
    raised.verticalPlace = .superscript
    let runs = [TextRun("10 m"), TextRun("2", font: raised)]
    sheet.richText = [CellReference(row: 4, column: 1): runs]
    workbook.sheets = [sheet]
    let folder = try TemporaryFolder()
    let input = try folder.write("a.xlsx", Data(XLSXWriter.bytes(of: workbook)))
    let made = try ToolRunner.run(["convert", input, "-o", folder.path("b.xlsx")])
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    _ = try ToolRunner.run(["convert", folder.path("b.xlsx"), "-o", folder.path("c.xlsx")])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx")))
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("c.xlsx"))) == bytes)
    let read = try XLSXReader(source: MemoryByteSource(Array(bytes)), file: nil).workbook()
    let result = try #require(read.sheets.first)
    try #require(result.rows.map(\.index) == [0, 2, 4])
    #expect(result.rows.map { read.styles[$0.style].fill == style.fill } == [false, true, true])
    #expect(read.styles[result.rows[2].style].numberFormat.code == "0.000")
    #expect(result.rows[2].cells.map { read.styles[$0.style].fill } == [.none, .none])
    #expect(read.styles[result.columns[0].style].numberFormat.code == "0.000")
    #expect(result.richText == sheet.richText)
  }

  @Test("What was left out is told, with its place")
  func leftOut() throws {
    let folder = try TemporaryFolder()
    let result = try ToolRunner.run(
      ["convert", "samples/features/office-export.xlsx", "-o", folder.path("a.xlsx")])
    #expect(result.status == 0)
    #expect(
      result.errors == """
        office-export.xlsx!导出: warning: charts were left out [LEFT_OUT]
        office-export.xlsx!导出: warning: comments were left out [LEFT_OUT]
        office-export.xlsx!导出: info: conditional formats were left out [LEFT_OUT]
        office-export.xlsx!导出: warning: hyperlinks were left out [LEFT_OUT]
        office-export.xlsx!导出: info: rules for entries were left out [LEFT_OUT]
        office-export.xlsx!导出: info: table definitions were left out [LEFT_OUT]

        """)
  }

  @Test(
    "Text of a CSV stays text, unless --types says otherwise",
    arguments: [
      ([], ["string", "string", "string", "string"]),
      (["--types"], ["number", "string", "date", "boolean"]),
    ])
  func types(option: [String], expected: [String]) throws {
    let folder = try TemporaryFolder()
    let input = try folder.write("a.csv", Data("1.50,007,2025-12-31,true\n".utf8))
    let made = try ToolRunner.run(["convert", input, "-o", folder.path("a.xlsx")] + option)
    #expect(made.status == 0, "\(made.errors)")
    let cells = try ToolRunner.run(["convert", folder.path("a.xlsx"), "--to", "cells"])
    let types = try cells.text.split(separator: "\n").map { line in
      let cell = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return cell?["type"] as? String
    }
    #expect(types == expected)
  }

  @Test("A workbook does not go to standard output")
  func standardOutput() throws {
    let result = try ToolRunner.run(
      ["convert", "samples/features/texts.xlsx", "--to", "xlsx"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test(
    "A part of a sheet keeps its addresses; hidden cells go; merged values are filled",
    arguments: [
      (["--range", "B2:C3"], "B2 b2, C2 c2, B3 b3, C3 c3"),
      (["--range", "A1:B2", "--hidden", "skip"], "A1 a1, B1 b1"),
    ])
  func selection(options: [String], expected: String) throws {
    let folder = try TemporaryFolder()
    var rows = ""
    for row in 1...4 {
      rows += "<row r=\"\(row)\"\(row == 2 ? " hidden=\"1\"" : "")>"
      for column in ["A", "B", "C", "D"] {
        rows +=
          "<c r=\"\(column)\(row)\" t=\"str\"><v>\(column.lowercased())\(row)</v></c>"
      }
      rows += "</row>"
    }
    let input = try folder.write("a.xlsx", Data(RawWorkbook(rows: rows).bytes()))
    _ = try ToolRunner.run(["convert", input, "-o", folder.path("b.xlsx")] + options)
    #expect(try cells(folder.path("b.xlsx")) == expected)
  }

  @Test("Formulas that leave the workbook, or need what is left out, become their results")
  func formulas() throws {
    let folder = try TemporaryFolder()
    let rows = """
      <row r="1"><c r="A1"><f>B1+1</f><v>3</v></c><c r="B1"><v>2</v></c>\
      <c r="C1"><f>cmd|'/c calc'!A0</f><v>4</v></c><c r="D1"><f>[1]Sheet1!A1</f><v>5</v></c>\
      <c r="E1"><f>Total*2</f><v>6</v></c><c r="F1"><f>WEBSERVICE("http://a/")</f><v>7</v></c></row>
      """
    let input = try folder.write("a.xlsx", Data(RawWorkbook(rows: rows).bytes()))
    let result = try ToolRunner.run(["convert", input, "-o", folder.path("b.xlsx")])
    #expect(
      result.errors == """
        a.xlsx!Sheet1!C1: warning: 3 formulas that reach out of the workbook became their results, this is the first [EXTERNAL_DROPPED]
        a.xlsx!Sheet1!E1: info: 1 formulas that need names, tables or cells which were left out became their results, this is the first [FORMULA_DROPPED]

        """)
    #expect(
      try cells(folder.path("b.xlsx")) == "A1 3 =B1+1, B1 2, C1 4, D1 5, E1 6, F1 7")
  }

  private func cells(_ path: String) throws -> String {
    let result = try ToolRunner.run(["convert", path, "--to", "cells"])
    return try result.text.split(separator: "\n").map { line in
      let cell = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      var text = "\(cell["cell"] ?? "") \(cell["text"] ?? "")"
      if let formula = cell["formula"] { text += " =\(formula)" }
      return text
    }.joined(separator: ", ")
  }
}
