import Foundation
import Spreadsheet
import Testing
import XLSX
import Zip

/// The Python that has openpyxl, python-calamine and openxml-audit; without one nothing is compared.
private let peersPath = ProcessInfo.processInfo.environment["YILAN_PYTHON"]

@Suite("Everything that the writer writes, other programs read back")
struct FeatureConformanceTests {
  @Test(
    "A workbook with every feature reads back as it was",
    arguments: [XLSXStringStorage.shared, .inline])
  func own(strings: XLSXStringStorage) throws {
    let written = FeatureWorkbook().workbook
    let bytes = try XLSXWriter.bytes(of: written, strings: strings)
    var read = try XLSXReader(source: MemoryByteSource(bytes), file: nil).workbook()
    // The lists that no rule holds come back as ranges of a hidden sheet.
    let lists = try #require(read.sheets.last)
    read.sheets.removeLast()
    #expect(lists.name == "_yilan_lists")
    #expect(lists.rows.count == FeatureWorkbook.longList.count)
    var expected = written
    expected.sheets[3].dataValidations[1].rule = .listFormula("'_yilan_lists'!$A$1:$A$60")
    expected.sheets[3].dataValidations[2].rule = .listFormula("'_yilan_lists'!$B$1:$B$2")
    for index in expected.sheets.indices {
      var sheet = expected.sheets[index]
      // The format always states margins, and every cell a font with a name.
      sheet.page.margins = sheet.page.margins ?? read.sheets[index].page.margins
      sheet.richText = read.sheets[index].richText
      #expect(read.sheets[index] == sheet)
    }
    #expect(read.definedNames == expected.definedNames)
    #expect(read.properties == expected.properties)
    #expect(
      read.sheets[0].richText[CellReference(row: 0, column: 6)]?.map(\.text)
        == ["完成", "1641", " 台"])
  }

  @Test(
    "openpyxl, python-calamine and openxml-audit find each feature", .enabled(if: peersPath != nil),
    arguments: [XLSXStringStorage.shared, .inline])
  func peers(strings: XLSXStringStorage) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("yilan-features-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(XLSXWriter.bytes(of: FeatureWorkbook().workbook, strings: strings)).write(to: file)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Documentation/Conformance/features.py").standardized
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(peersPath))
    process.arguments = [script.path, file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
  }
}
