import Foundation
import Spreadsheet
import Testing
import XLSX

/// CSV and Markdown pad every row to the widest, wherever in the sheet that one stands.
struct SheetWidthTests {
  /// A sheet whose row with a number is the widest, in `rows` rows.
  private static func workbook(rows: Int, widest: Int) throws -> Data {
    var workbook = Workbook()
    var sheet = Worksheet(name: "S")
    for index in 0..<rows {
      let width = index == widest ? 5 : 2
      sheet.rows.append(
        Row(index: index, cells: (0..<width).map { Cell(column: $0, value: .number(1)) }))
    }
    workbook.sheets = [sheet]
    return Data(try XLSXWriter.bytes(of: workbook))
  }

  @Test(
    "The widest row decides, first or last, in sheets of any length",
    arguments: [(1, 0), (3, 2), (127, 126), (128, 127), (129, 128), (300, 0), (300, 299)])
  func widest(rows: Int, place: Int) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("w.xlsx")
    try Self.workbook(rows: rows, widest: place).write(to: file)
    let lines = (0..<rows).map { $0 == place ? "1,1,1,1,1\n" : "1,1,,,\n" }
    let csv = try ToolRunner.run(["convert", file.path])
    #expect(csv.text == lines.joined())
    let markdown = try ToolRunner.run(["convert", file.path, "--to", "markdown"])
    let columns = markdown.text.split(separator: "\n").map { $0.count { $0 == "|" } }
    #expect(Set(columns) == [6])
    // A text claims nothing of its width.
    let text = folder.url.appendingPathComponent("w.csv")
    try Data((0..<rows).map { $0 == place ? "1,1,1,1,1\n" : "1,1\n" }.joined().utf8)
      .write(to: text)
    #expect(try ToolRunner.run(["convert", text.path]).text == lines.joined())
  }
}
