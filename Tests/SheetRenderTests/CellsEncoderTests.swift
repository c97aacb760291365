import SheetRender
import Spreadsheet
import Testing

@Suite struct CellsEncoderTests {
  @Test("Each cell is an object with type, value, shown text and format; merges follow")
  func cells() throws {
    var row = StreamedRow()
    row.index = 6
    row.append("0.227".utf8, kind: .number, column: 1)
    row.append("46022".utf8, kind: .number, column: 2, style: 1)
    row.append("a\"\\\n\u{1}<".utf8, kind: .string, column: 3)
    row.append("1".utf8, kind: .boolean, column: 4)
    row.append("#N/A".utf8, kind: .error, column: 5)
    row.append("".utf8, kind: .empty, column: 6)
    let start = Int32(row.bytes.count)
    row.bytes.append(contentsOf: "TODAY()".utf8)
    row.cells[1].formula = start..<Int32(row.bytes.count)
    var encoder = CellsEncoder()
    var output: [UInt8] = []
    let merged = try #require(CellRange("A7:A9"))
    encoder.begin(
      SheetContext(
        file: "a.xlsx", description: SheetDescription(name: "表\"1", visibility: .hidden),
        text: CellText(
          formats: [.general, NumberFormat(code: "yyyy/m/d")], dateSystem: .year1900),
        mergedRanges: [merged]), to: &output)
    encoder.append(row, to: &output)
    encoder.end(to: &output)
    encoder.finish(to: &output)
    let expected = ##"""
      {"sheet":"表\"1","cell":"B7","type":"number","value":0.227,"text":"0.227","format":"General","hidden":true}
      {"sheet":"表\"1","cell":"C7","type":"date","value":"2025-12-31","text":"2025/12/31","format":"yyyy/m/d","formula":"TODAY()","hidden":true}
      {"sheet":"表\"1","cell":"D7","type":"string","value":"a\"\\\n\u0001<","text":"a\"\\\n\u0001<","format":"General","hidden":true}
      {"sheet":"表\"1","cell":"E7","type":"boolean","value":true,"text":"TRUE","format":"General","hidden":true}
      {"sheet":"表\"1","cell":"F7","type":"error","value":"#N/A","text":"#N/A","format":"General","hidden":true}
      {"sheet":"表\"1","merged":"A7:A9","hidden":true}

      """##
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }
}
