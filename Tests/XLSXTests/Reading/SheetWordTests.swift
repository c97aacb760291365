import Testing

@testable import XLSX

@Suite("The words of a workbook's parts")
struct SheetWordTests {
  @Test("The list of names is that of the cases, in their order")
  func names() {
    #expect(SheetWord.names == SheetWord.allCases.map { "\($0)" })
    #expect(SheetWord.allCases.map(\.rawValue) == Array(1...UInt16(SheetWord.names.count)))
  }
}
