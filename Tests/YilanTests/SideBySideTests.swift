import Foundation
import Spreadsheet
import Testing
import XLSX

@Suite("With one core or more, the results are the same")
struct SideBySideTests {
  /// A workbook of several sheets, with shared texts, and doubts about some of them.
  private static func workbook() throws -> Data {
    var workbook = Workbook()
    for number in 1...7 {
      var sheet = Worksheet(name: "表\(number)")
      for index in 0..<200 {
        sheet.rows.append(
          Row(
            index: index,
            cells: [
              Cell(column: 0, value: .string("单位名称第\(index % 13)号，很长的名称")),
              Cell(column: number, value: .number(Double(index) / 7)),
              Cell(column: 9, value: .empty, formula: number % 3 == 0 ? "1+1" : nil),
            ]))
      }
      workbook.sheets.append(sheet)
    }
    return Data(try XLSXWriter.bytes(of: workbook))
  }

  @Test("All sheets of a workbook into a folder", arguments: ["csv", "markdown", "jsonl"])
  func sheets(form: String) throws {
    let folder = try TemporaryFolder()
    try Self.workbook().write(to: folder.url.appendingPathComponent("a.xlsx"))
    var results: [(files: [String: Data], errors: String, status: Int32)] = []
    for jobs in ["1", "2", "8"] {
      let target = folder.url.appendingPathComponent("out\(jobs)")
      let result = try ToolRunner.run(
        [
          "convert", "a.xlsx", "--all-sheets", "--to", form, "--jobs", jobs, "-o", "out\(jobs)/",
        ], in: folder.url)
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: target.path) {
        files[name] = try Data(contentsOf: target.appendingPathComponent(name))
      }
      results.append((files, result.errors, result.status))
    }
    #expect(results[0].files.count == 7)
    #expect(results[0].errors.contains("MISSING_CACHED_VALUE"), "\(results[0].errors)")
    for result in results.dropFirst() {
      #expect(result.files == results[0].files)
      #expect(result.errors == results[0].errors)
      #expect(result.status == results[0].status)
    }
  }

  @Test("A sheet that cannot be read stops the conversion the same way, and nothing appears")
  func damaged() throws {
    let folder = try TemporaryFolder()
    var bytes = try Self.workbook()
    // A byte of a sheet in the middle is changed: its checksum is wrong.
    let name = Data("xl/worksheets/sheet4.xml".utf8)
    let place = try #require(bytes.range(of: name)).upperBound + 200
    bytes[place] ^= 0x10
    try bytes.write(to: folder.url.appendingPathComponent("a.xlsx"))
    var errors: [String] = []
    for jobs in ["1", "2", "8"] {
      let result = try ToolRunner.run(
        ["convert", "a.xlsx", "--all-sheets", "--jobs", jobs, "-o", "out\(jobs)/"],
        in: folder.url)
      #expect(result.status == 2)
      errors.append(result.errors)
      let left = try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("out\(jobs)").path)
      #expect(left.isEmpty, "\(left)")
    }
    #expect(Set(errors).count == 1, "\(errors)")
  }

  @Test("A sheet of many megabytes, whose part is inflated on another core")
  func large() throws {
    let folder = try TemporaryFolder()
    var workbook = Workbook()
    var sheet = Worksheet(name: "S")
    for index in 0..<40_000 {
      sheet.rows.append(
        Row(
          index: index,
          cells: (0..<6).map { Cell(column: $0, value: .number(Double(index * 6 + $0) * 1.25)) }))
    }
    workbook.sheets = [sheet]
    try Data(try XLSXWriter.bytes(of: workbook)).write(
      to: folder.url.appendingPathComponent("a.xlsx"))
    let alone = try ToolRunner.run(["convert", "a.xlsx", "--jobs", "1"], in: folder.url)
    let ahead = try ToolRunner.run(["convert", "a.xlsx", "--jobs", "2"], in: folder.url)
    #expect(alone.output.count > 1 << 20)
    #expect(ahead.output == alone.output)
    #expect(ahead.errors == alone.errors)
    let xml = try ToolRunner.run(
      ["convert", "a.xlsx", "--jobs", "2", "--parser", "libxml2"], in: folder.url)
    #expect(xml.output == alone.output)
  }
}
