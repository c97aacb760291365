import Foundation
import Spreadsheet
import Testing
import XLSX
import Zip

/// A workbook of `samples/`, or of a folder that the environment names.
struct SampleBook: CustomTestStringConvertible {
  let url: URL

  var testDescription: String { url.lastPathComponent }

  /// Expects that both parsers give the same rows, findings, errors, and the same workbook.
  func compare() throws {
    let bytes = [UInt8](try Data(contentsOf: url))
    try LaneTests.expectSame(bytes, url.path)
    #expect(workbook(bytes, .automatic) == workbook(bytes, .libxml2), "\(url.path)")
  }

  private func workbook(_ bytes: [UInt8], _ choice: ParserChoice) -> String {
    do {
      let reader = try XLSXReader(
        source: MemoryByteSource(bytes), file: "a.xlsx", parser: choice)
      let workbook = try reader.workbook()
      return "\(workbook.sheets.map { ($0.rows, $0.richText.keys.sorted(), $0.arrayFormulas) })"
        + "\(reader.findings)"
    } catch {
      return "\(error)"
    }
  }
}

enum SampleBooks {
  /// All workbooks of `samples/`.
  static func all() throws -> [SampleBook] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return try inFolder(folder.appendingPathComponent("samples"))
  }

  static func inFolder(_ folder: URL) throws -> [SampleBook] {
    let paths = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return paths.compactMap { $0 as? URL }
      .filter { ["xlsx", "xlsm", "xltx", "xltm"].contains($0.pathExtension.lowercased()) }
      .sorted { $0.path < $1.path }.map(SampleBook.init)
  }
}
