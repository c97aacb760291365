import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("What the format does not allow is refused before anything is written")
struct XLSXWriterLimitTests {
  private func code(_ workbook: Workbook) -> String? {
    let sink = MemoryByteSink()
    do {
      try XLSXWriter.write(workbook, to: sink)
      return nil
    } catch let error as XLSXWriteError {
      #expect(sink.bytes.isEmpty)
      return error.diagnostic.code
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "Sheet names",
    arguments: [
      ("a", nil), ("", "SHEET_NAME"), ("a/b", "SHEET_NAME"), ("'a", "SHEET_NAME"),
      (String(repeating: "长", count: 31), nil), (String(repeating: "长", count: 32), "SHEET_NAME"),
      ("History", "SHEET_NAME"),
    ])
  func names(name: String, expected: String?) {
    #expect(code(Workbook(sheets: [Worksheet(name: name)])) == expected)
  }

  @Test("Two sheets of one name, and no sheet that is shown")
  func sheets() {
    #expect(code(Workbook(sheets: [Worksheet(name: "a"), Worksheet(name: "A")])) == "SHEET_NAME")
    var hidden = Worksheet(name: "a")
    hidden.visibility = .hidden
    #expect(code(Workbook(sheets: [hidden])) == "NO_VISIBLE_SHEET")
    #expect(code(Workbook()) == "NO_VISIBLE_SHEET")
  }

  @Test("Text of 32,767 characters fits, one more does not")
  func text() {
    let long = String(repeating: "长", count: 32_767)
    #expect(code(workbook([Cell(column: 0, value: .string(long))])) == nil)
    #expect(code(workbook([Cell(column: 0, value: .string(long + "x"))])) == "TEXT_TOO_LONG")
  }

  @Test("The grid has 1,048,576 rows and 16,384 columns")
  func grid() {
    #expect(code(workbook([Cell(column: 16_383, value: .number(1))])) == nil)
    #expect(code(workbook([Cell(column: 16_384, value: .number(1))])) == "OUTSIDE_GRID")
    var sheet = Worksheet(name: "S")
    sheet.rows = [Row(index: 1_048_576)]
    #expect(code(Workbook(sheets: [sheet])) == "OUTSIDE_GRID")
    #expect(code(workbook([Cell(column: 0, value: .number(.infinity))])) == "NOT_A_NUMBER")
  }

  @Test("Merged ranges that overlap are named both")
  func merges() {
    var sheet = Worksheet(name: "S")
    sheet.mergedRanges = ["A1:B2", "D1:D9", "C3:E3"].compactMap { CellRange($0) }
    #expect {
      try XLSXWriter.check(Workbook(sheets: [sheet]))
    } throws: {
      ($0 as? XLSXWriteError)?.message == "the merged ranges D1:D9 and C3:E3 overlap"
    }
  }

  @Test("Overlaps are found as by comparing each with each")
  func overlapLaw() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      var sheet = Worksheet(name: "S")
      for _ in 0..<(2 + next(5)) {
        let row = next(12)
        let column = next(12)
        sheet.mergedRanges.append(
          CellRange(rows: row...(row + next(4)), columns: column...(column + next(4))))
      }
      let ranges = sheet.mergedRanges
      let overlaps = ranges.indices.contains { one in
        ranges[..<one].contains { $0.intersects(ranges[one]) }
      }
      #expect((code(Workbook(sheets: [sheet])) == "MERGE_OVERLAP") == overlaps, "\(ranges)")
    }
  }

  @Test("Many merged ranges cost no more than their number")
  func manyMerges() {
    var sheet = Worksheet(name: "S")
    for row in 0..<20_000 {
      sheet.mergedRanges.append(CellRange(rows: row...row, columns: 0...16_383))
    }
    #expect(code(Workbook(sheets: [sheet])) == nil)
  }

  @Test(
    "Names of ranges",
    arguments: [
      ("总计", nil), ("A1", "DEFINED_NAME"), ("R1C1", "DEFINED_NAME"), ("a b", "DEFINED_NAME"),
    ])
  func definedNames(name: String, expected: String?) {
    var workbook = Workbook(sheets: [Worksheet(name: "S")])
    workbook.definedNames = [DefinedName(name: name, formula: "S!$A$1")]
    #expect(code(workbook) == expected)
  }

  @Test(
    "Any text becomes a name that a sheet can have",
    arguments: [
      ("a/b", "a_b"), ("", "Sheet1"), ("Data", "Data (2)"),
      (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    ])
  func naming(name: String, expected: String) {
    #expect(SheetNaming.validName(name, taken: ["data"]) == expected)
    #expect(SheetNaming.problem(expected) == nil)
  }
}
