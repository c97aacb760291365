import Spreadsheet
import Testing
import XLSX
import Zip

@Suite("Limits, pieces and damaged archives mean the same to both parsers") struct LaneLimitTests {
  @Test("Every limit is passed at the same place")
  func limits() throws {
    let bytes = try LaneTests.book()
    let changes: [(inout ReadLimits) -> Void] = [
      { $0.rows = 3 }, { $0.columns = 3 }, { $0.textSize = 4 }, { $0.textSize = 40 },
      { $0.textSize = 500 }, { $0.textLength = 3 }, { $0.xmlDepth = 3 }, { $0.xmlDepth = 5 },
      { $0.xmlDepth = 9 }, { $0.tagSize = 20 }, { $0.sharedStrings = 2 }, { $0.mergedRanges = 0 },
      { $0.partSize = 500 },
    ]
    for (index, change) in changes.enumerated() {
      var limits = ReadLimits()
      change(&limits)
      try LaneTests.expectSame(bytes, "limit \(index)", limits: limits)
    }
  }

  private static func longRows(_ odd: String) -> String {
    var rows = ""
    for index in 1...1600 {
      rows += """
        <row r="\(index)"><c r="A\(index)"><v>\(index)</v></c>\(index == 1500 ? odd : "")\
        <c r="C\(index)" t="str"><v>第\(index)行 &amp; \(String(repeating: "长", count: index % 40))</v></c></row>\n
        """
    }
    return rows
  }

  @Test(
    "A part that comes in pieces reads the same, and so does what is wrong far behind",
    arguments: [
      "", "<c r=\"B1500\"><v>1</v>", "<c r=\"B2\"><v>1</v></c>",
      "<c r=\"B1500\" t='s'><v>0</v></c>",
      "<c r=\"ZZZZ1500\"/>", "<c r=\"B1500\"><v>\u{1}</v></c>", "<!-- <row> </row> -->", "<x:c/>",
    ])
  func pieces(odd: String) throws {
    try LaneTests.expectSame(
      try LaneTests.book(rows: Self.longRows(odd)), odd, isStreamed: true)
  }

  @Test("A wrong checksum behind the first pieces is told, or what the rows before it have wrong")
  func checksum() throws {
    for odd in ["", "<c r=\"B1500\"><v>1</v>"] {
      var bytes = try LaneTests.book(rows: Self.longRows(odd))
      for place in stride(from: bytes.count - 3000, to: bytes.count - 100, by: 500) {
        bytes[place] ^= 0x11
        try LaneTests.expectSame(bytes, "\(place)", isStreamed: true)
        bytes[place] ^= 0x11
      }
    }
  }

  @Test("Rows out of order are sorted the same")
  func disorder() throws {
    let rows = """
      <row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>\
      <row r="2"><c r="A2"><v>4</v></c><c r="C9"><v>5</v></c></row>
      """
    let bytes = try LaneTests.book(rows: rows)
    for isStreamed in [true, false] {
      try LaneTests.expectSame(bytes, "streamed \(isStreamed)", isStreamed: isStreamed)
      #expect(
        LaneTrace(bytes, .automatic, isStreamed: isStreamed).lines.contains("C9 0 number 5"))
    }
  }

  @Test("Other encodings, prefixes and doubled elements around the rows change nothing")
  func surroundings() throws {
    let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    let sheets = [
      "<worksheet xmlns='\(Book.main)'><sheetData >\(row)<sheetData>\(row)</sheetData></sheetData></worksheet>",
      "<worksheet xmlns='\(Book.main)'><!-- <sheetData> --><sheetData>\(row)</sheetData></worksheet>",
      "<worksheet xmlns='\(Book.main)'><sheetData>\(row)</sheetData><sheetData>\(row)</sheetData></worksheet>",
      "<worksheet xmlns='\(Book.main)'><sheetData xmlns='urn:x'>\(row)</sheetData></worksheet>",
      "<?xml version='1.0' encoding='GBK'?><worksheet xmlns='\(Book.main)'><sheetData>\(row)</sheetData></worksheet>",
      "<worksheet xmlns='\(Book.main)' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        + "<mc:AlternateContent><mc:Choice Requires='q'><sheetData>\(row)</sheetData></mc:Choice>"
        + "<mc:Fallback><sheetData>\(row)\(row)</sheetData></mc:Fallback></mc:AlternateContent></worksheet>",
    ]
    for xml in sheets {
      var book = Book()
      book.sheets[0].xml = xml
      try LaneTests.expectSame(try book.bytes(), xml)
    }
  }
}
