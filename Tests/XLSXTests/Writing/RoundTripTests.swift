import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("What is written reads back as it was")
struct RoundTripTests {
  @Test("Reading what was written gives the same workbook", arguments: UInt64(1)...60)
  func law(seed: UInt64) throws {
    var random = RandomWorkbook(seed: seed)
    let written = random.workbook()
    let bytes = try XLSXWriter.bytes(of: written, strings: seed % 2 == 0 ? .shared : .automatic)
    let reader = try XLSXReader(source: MemoryByteSource(bytes), file: "a.xlsx")
    let read = try reader.workbook()
    #expect(read.styles == written.styles, "seed \(seed)")
    #expect(read.definedNames == written.definedNames, "seed \(seed)")
    #expect(read.properties == written.properties, "seed \(seed)")
    #expect(read.dateSystem == written.dateSystem, "seed \(seed)")
    #expect(read.sheets.map(\.name) == written.sheets.map(\.name), "seed \(seed)")
    for (one, other) in zip(read.sheets, written.sheets) {
      #expect(one.rows == other.rows, "seed \(seed)")
      #expect(one.richText == other.richText, "seed \(seed)")
      #expect(one.page == other.page, "seed \(seed)")
      #expect(one.columns == other.columns, "seed \(seed)")
      #expect(one.comments == other.comments, "seed \(seed)")
      #expect(one.dataValidations == other.dataValidations, "seed \(seed)")
      #expect(one.conditionalFormats == other.conditionalFormats, "seed \(seed)")
      #expect(one == other, "seed \(seed)")
    }
    #expect(try XLSXWriter.bytes(of: read, strings: seed % 2 == 0 ? .shared : .automatic) == bytes)
  }
}
