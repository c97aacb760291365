import Spreadsheet
import Testing

@Suite("Cell references")
struct CellReferenceTests {
  @Test(
    "Columns are spelled in base 26 without a zero",
    arguments: [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1"), (16_383, "XFD1")])
  func spelling(column: Int, expected: String) {
    let reference = CellReference(row: 0, column: column)
    #expect(reference.description == expected)
    #expect(CellReference(expected) == reference)
  }

  @Test(
    "What is no place in the grid is no reference",
    arguments: [
      "", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "AAAA1", "A-1", "A99999999999999999999",
    ])
  func refusals(spelling: String) {
    #expect(CellReference(spelling) == nil)
  }

  @Test("Dollar signs and small letters are read")
  func absolute() {
    #expect(CellReference("$b$7") == CellReference(row: 6, column: 1))
  }

  @Test("A range is spelled with its two corners in order")
  func ranges() {
    #expect(CellRange("C3:A1")?.description == "A1:C3")
    #expect(CellRange("B2")?.description == "B2")
    #expect(CellRange("A1:B2:C3") == nil)
  }
}
