import SheetRender
import Spreadsheet
import Testing

@Suite struct JSONRowsEncoderTests {
  private func encoded(_ shape: JSONRowsEncoder.Shape, sheets: [String]) throws -> String {
    var encoder = JSONRowsEncoder(shape: shape)
    var output: [UInt8] = []
    let merged = try #require(CellRange("A1:B1"))
    for name in sheets {
      encoder.begin(
        SheetContext(
          file: "a.xlsx",
          description: SheetDescription(name: name, visibility: name == "H" ? .hidden : .visible),
          text: CellText(
            formats: [.general, NumberFormat(code: "yyyy/m/d")], dateSystem: .year1900),
          mergedRanges: [merged]), to: &output)
      var row = StreamedRow()
      row.append("标题".utf8, kind: .string, column: 0)
      try encoder.append(row, to: &output)
      row.reset(index: 2)
      row.append("1.50".utf8, kind: .number, column: 1)
      row.append("46022".utf8, kind: .number, column: 2, style: 1)
      row.append("0".utf8, kind: .boolean, column: 4)
      row.append("".utf8, kind: .empty, column: 5)
      try encoder.append(row, to: &output)
      encoder.end(to: &output)
    }
    encoder.finish(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("One array a line, blank rows kept")
  func lines() throws {
    #expect(
      try encoded(.lines, sheets: ["S"])
        == "[\"标题\"]\n[]\n[null,1.5,\"2025-12-31\",null,false]\n")
  }

  @Test("Lines of several sheets say where they are from")
  func namedLines() throws {
    #expect(
      try encoded(.namedLines, sheets: ["S"])
        == """
        {"sheet":"S","row":1,"values":["标题"]}
        {"sheet":"S","row":2,"values":[]}
        {"sheet":"S","row":3,"values":[null,1.5,"2025-12-31",null,false]}

        """)
  }

  @Test("One document holds all sheets and their merged ranges")
  func document() throws {
    #expect(
      try encoded(.document, sheets: ["S", "H"])
        == """
        {"file":"a.xlsx","sheets":[
        {"name":"S","rows":[
        ["标题"],
        [],
        [null,1.5,"2025-12-31",null,false]
        ],"merged":["A1:B1"]},
        {"name":"H","hidden":true,"rows":[
        ["标题"],
        [],
        [null,1.5,"2025-12-31",null,false]
        ],"merged":["A1:B1"]}]}

        """)
  }
}
