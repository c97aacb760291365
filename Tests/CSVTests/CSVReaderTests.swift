import CSV
import Spreadsheet
import Testing

@Suite struct CSVReaderTests {
  private struct Outcome {
    var rows: [String] = []
    var findings: [Diagnostic] = []
    var separator: UInt8?
    var encoding: CSVEncoding?
  }

  /// Reads bytes in blocks; each row as `index:A=…|B=…`.
  private func read(
    _ bytes: [UInt8], block: Int = 1 << 20, options: CSVReader.Options = CSVReader.Options(),
    limits: ReadLimits = ReadLimits()
  ) throws -> Outcome {
    var reader = CSVReader(file: "a.csv", options: options, limits: limits)
    var outcome = Outcome()
    func append(_ row: inout StreamedRow) {
      outcome.rows.append(
        "\(row.index + 1):"
          + row.cells.map {
            CellReference.columnName(Int($0.column)) + "=" + row.string(of: $0)
          }.joined(separator: "|"))
    }
    var start = 0
    while start < bytes.count {
      let end = min(start + block, bytes.count)
      try reader.read(Array(bytes[start..<end]), append)
      start = end
    }
    try reader.finish(append)
    outcome.findings = reader.findings
    outcome.separator = reader.separator
    outcome.encoding = reader.encoding
    return outcome
  }

  private func rows(_ text: String) throws -> [String] {
    try read(Array(text.utf8)).rows
  }

  @Test(
    "Records end with any line end, and quotes hold what they enclose",
    arguments: [
      ("a,b\nc,d\n", ["1:A=a|B=b", "2:A=c|B=d"]), ("a,b\r\nc,d", ["1:A=a|B=b", "2:A=c|B=d"]),
      ("a,b\rc,d\r", ["1:A=a|B=b", "2:A=c|B=d"]), ("\"a,b\",c\n", ["1:A=a,b|B=c"]),
      ("\"a\nb\",c\n", ["1:A=a\nb|B=c"]), ("\"a\r\nb\",c\n", ["1:A=a\r\nb|B=c"]),
      ("\"say \"\"hi\"\"\",c\n", ["1:A=say \"hi\"|B=c"]), ("a,,c\n", ["1:A=a|C=c"]),
      ("a\n\nb\n", ["1:A=a", "3:A=b"]), ("\"\"\nb,c\n", ["2:A=b|B=c"]), ("", []), ("\n\n", []),
      ("a,b", ["1:A=a|B=b"]), (",\n", []), ("a,\"\"", ["1:A=a"]), (" a , b \n", ["1:A= a |B= b "]),
      ("x,a\"b\n", ["1:A=x|B=a\"b"]), ("\"a\"b,c\n", ["1:A=ab|B=c"]),
    ])
  func records(text: String, expected: [String]) throws {
    #expect(try rows(text) == expected)
    for block in 1...4 {
      #expect(try read(Array(text.utf8), block: block).rows == expected)
    }
  }

  @Test(
    "The separator is found by the records",
    arguments: [
      ("a;b;c\nd;e;f\n", ";"), ("a\tb\nc\td\n", "\t"), ("a|b\nc|d\n", "|"), ("a,b\nc,d\n", ","),
      ("1,5;2,5\n3,5;4,5\n", ";"), ("\"a;b\",c\n\"d;e\",f\n", ","), ("text\nmore\n", ","),
      ("标题,,\n序号,名称,数量\n1,甲,2\n", ","), ("sep=;\na,b;c\n", ";"), ("a, b\tc\nd\te\n", "\t"),
    ] as [(String, String)])
  func separators(text: String, separator: String) throws {
    #expect(try read(Array(text.utf8)).separator == separator.utf8.first)
  }

  @Test("A line that names the separator is no record")
  func directive() throws {
    #expect(try rows("sep=;\r\na;b\r\n") == ["1:A=a|B=b"])
  }

  @Test("The encoding is found by the mark or the bytes")
  func encodings() throws {
    let text = "单位,数量\n市教育局,2034\n"
    let expected = ["1:A=单位|B=数量", "2:A=市教育局|B=2034"]
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    var gb: [UInt8] = []
    var encoder = try CSVTextEncoder(.gb18030)
    try encoder.encode(Array(text.utf8)[...], to: &gb)
    try encoder.finish(to: &gb)
    let cases: [([UInt8], CSVEncoding)] = [
      (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
      (little, .utf16LittleEndian), ([0xFF, 0xFE] + little, .utf16LittleEndian),
      (big, .utf16BigEndian), ([0xFE, 0xFF] + big, .utf16BigEndian), (gb, .gb18030),
    ]
    for (bytes, encoding) in cases {
      let outcome = try read(bytes)
      #expect(outcome.rows == expected)
      #expect(outcome.encoding == encoding)
      #expect(try read(bytes, block: 1).rows == expected)
    }
  }

  @Test("An encoding that shows only after the sample is found there")
  func lateEncoding() throws {
    var bytes = Array(String(repeating: "abcdefg,1\n", count: 7000).utf8)
    bytes += [0xCA, 0xD0, 0x2C, 0x32, 0x0A]
    let outcome = try read(bytes, block: 65_536)
    #expect(outcome.rows.last == "7001:A=市|B=2")
    #expect(outcome.encoding == .gb18030)
  }

  @Test("Ragged records are kept and reported once")
  func ragged() throws {
    let outcome = try read(Array("a,b,c\n1,2,3\n4,5\n6,7,8,9\n".utf8))
    #expect(outcome.rows.count == 4)
    #expect(
      outcome.findings.map(\.description) == [
        "a.csv!A3: warning: 2 records do not have 3 fields as most do, the first is record 3 with 2 "
          + "[CSV_RAGGED]"
      ])
  }

  @Test(
    "What cannot be right is refused with its place",
    arguments: [
      ("a,\"b\nc\n", "CSV_UNTERMINATED"), ("PK\u{3}\u{4}xxxx", "CSV_NOT_TEXT"),
      ("\u{1}\u{2}\u{3}", "CSV_NOT_TEXT"),
    ])
  func refusals(text: String, code: String) throws {
    let error = #expect(throws: CSVError.self) { try read(Array(text.utf8)) }
    #expect(error?.diagnostic.code == code)
  }

  @Test("Bytes of no encoding, and a text cut within a character, are refused")
  func badBytes() throws {
    for bytes in [[0x61, 0xFF, 0x62], [0xEF, 0xBB, 0xBF, 0xE5], [0xFF, 0xFE, 0x00, 0xDC]]
      as [[UInt8]]
    {
      #expect(throws: CSVError.self) { try read(bytes) }
    }
  }

  @Test("Odd fields are kept and reported")
  func oddities() throws {
    let text = "a\u{0},b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,aa,bb,cc,dd\n\"x\"y,"
    let outcome = try read(Array(text.utf8))
    #expect(Set(outcome.findings.map(\.code)) == ["CSV_NUL", "CSV_QUOTE", "CSV_RAGGED"])
  }

  @Test("A field past the limit is refused, a field longer than a cell is reported")
  func longFields() throws {
    var limits = ReadLimits()
    limits.textSize = 100_000
    let long = Array(repeating: UInt8(ascii: "x"), count: 40_000)
    #expect(try read(long, limits: limits).findings.map(\.code) == ["TEXT_LONG"])
    let error = #expect(throws: CSVError.self) {
      try read(long + long + long, block: 1000, limits: limits)
    }
    #expect(error?.diagnostic.code == "LIMIT")
  }

  @Test(
    "Types are inferred only when asked for, and codes stay text",
    arguments: [
      ("12", "number 12"), ("-1.5", "number -1.5"), ("0.50", "number 0.50"), ("007", "string 007"),
      ("110101199001011234", "string 110101199001011234"), ("1e5", "string 1e5"),
      ("+5", "string +5"), ("1,5", "string 1,5"), ("true", "boolean 1"), ("FALSE", "boolean 0"),
      ("2025-12-31", "number 46022 1"), ("2025-12-31T12:00:00", "number 46022.5 2"),
      ("2025-02-30", "string 2025-02-30"), ("12:00", "number 0.5 3"), ("PT36H", "number 1.5 4"),
      ("#N/A", "error #N/A"), ("#1", "string #1"), ("True", "string True"),
      ("1900-02-29", "string 1900-02-29"), ("25:00", "string 25:00"), ("-", "string -"),
    ])
  func typing(field: String, expected: String) throws {
    for typing in [CSVTyping.inferred, .text] {
      var options = CSVReader.Options()
      options.typing = typing
      options.separator = UInt8(ascii: ";")
      var reader = CSVReader(options: options)
      var found = ""
      func note(_ row: inout StreamedRow) {
        found = row.cells.map {
          "\($0.kind) \(row.string(of: $0))" + ($0.style > 0 ? " \($0.style)" : "")
        }.joined()
      }
      try reader.read(Array(field.utf8), note)
      try reader.finish(note)
      #expect(found == (typing == .text ? "string " + field : expected))
    }
  }

  @Test("A file is read as a workbook of one sheet")
  func workbook() throws {
    let (workbook, findings) = try CSVReader.workbook(Array("a,b\n1,2\n".utf8), file: "a.csv")
    #expect(workbook.sheets[0].rows[1].cells[1].value == .string("2"))
    #expect(findings.isEmpty)
  }

  @Test("What is written is read back")
  func law() throws {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["a", "\"", ",", "\n", "\r", "市", " ", ";", "=", "\t"]
    for _ in 0..<200 {
      var writer = CSVWriter()
      var output: [UInt8] = []
      var expected: [String] = []
      let context = SheetContext(
        file: "a", description: SheetDescription(name: "S"),
        text: CellText(formats: [], dateSystem: .year1900), width: 4)
      writer.begin(context, to: &output)
      for index in 0..<(1 + next(5)) {
        var row = StreamedRow()
        row.index = index
        var fields: [String] = []
        for column in 0..<4 {
          let text = (0..<next(6)).map { _ in pieces[next(pieces.count)] }.joined()
          if text.isEmpty { continue }
          row.append(text.utf8, kind: .string, column: column)
          fields.append(CellReference.columnName(column) + "=" + text)
        }
        try writer.append(row, to: &output)
        if !fields.isEmpty { expected.append("\(index + 1):" + fields.joined(separator: "|")) }
      }
      var options = CSVReader.Options()
      options.separator = UInt8(ascii: ",")
      #expect(try read(output, block: 1 + next(9), options: options).rows == expected)
    }
  }
}
