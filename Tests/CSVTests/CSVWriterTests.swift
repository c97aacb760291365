import CSV
import Spreadsheet
import Testing

@Suite struct CSVWriterTests {
  private enum Value {
    case text(String), number(String), flag(Bool)
  }

  private func written(
    _ rows: [Int: [Int: Value]], width: Int? = nil, dialect: CSVDialect = CSVDialect(),
    limits: ReadLimits = ReadLimits()
  ) throws -> (text: String, writer: CSVWriter) {
    var writer = CSVWriter(dialect: dialect, limits: limits)
    var output: [UInt8] = []
    let widest = rows.values.compactMap { $0.keys.max() }.max() ?? -1
    writer.begin(
      SheetContext(
        file: "a.xlsx", description: SheetDescription(name: "S"),
        text: CellText(formats: [.general], dateSystem: .year1900), width: width ?? widest + 1),
      to: &output)
    for index in rows.keys.sorted() {
      var row = StreamedRow()
      row.index = index
      for (column, value) in (rows[index] ?? [:]).sorted(by: { $0.key < $1.key }) {
        switch value {
        case .text(let text): row.append(text.utf8, kind: .string, column: column)
        case .number(let text): row.append(text.utf8, kind: .number, column: column)
        case .flag(let flag): row.append((flag ? "1" : "0").utf8, kind: .boolean, column: column)
        }
      }
      try writer.append(row, to: &output)
    }
    writer.end(to: &output)
    writer.finish(to: &output)
    return (String(decoding: output, as: UTF8.self), writer)
  }

  @Test(
    "Fields are quoted only where they must be",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("a\rb", "\"a\rb\""), (" space ", " space "),
      ("a;b", "a;b"),
      ("007", "007"), ("\u{FEFF}x", "\"\u{FEFF}x\""), ("'x", "'x"),
    ])
  func quoting(text: String, expected: String) throws {
    #expect(try written([0: [0: .text(text)]]).text == expected + "\n")
  }

  @Test("The table is rectangular from A1 on, with blank rows inside and none at the end")
  func rectangular() throws {
    let rows: [Int: [Int: Value]] = [
      1: [1: .text("a")], 3: [0: .number("1.50"), 2: .flag(true)], 7: [:],
    ]
    #expect(try written(rows).text == ",,\n,a,\n,,\n1.5,,true\n")
  }

  @Test("A blank record of one column is quoted, because readers skip empty lines")
  func oneColumn() throws {
    #expect(try written([0: [0: .text("a")], 2: [0: .text("b")]]).text == "a\n\"\"\nb\n")
  }

  @Test("A row wider than told is written whole and reported")
  func wider() throws {
    let (text, writer) = try written([0: [0: .text("a")], 1: [2: .text("b")]], width: 1)
    #expect(text == "a\n,,b\n")
    #expect(writer.widestRow == 3)
  }

  @Test("Tabs, and line ends of two characters")
  func dialects() throws {
    var dialect = CSVDialect.tsv
    dialect.lineEnding = .crlf
    let rows: [Int: [Int: Value]] = [0: [0: .text("a,b"), 1: .text("c\td")]]
    #expect(try written(rows, dialect: dialect).text == "a,b\t\"c\td\"\r\n")
  }

  @Test(
    "Texts that a spreadsheet would run get an apostrophe",
    arguments: [
      ("=1+1", true), ("+cmd|' /C calc'!A0", true), ("-2+3", true), ("@SUM(A1)", true),
      ("\tx", true), ("\rx", true), (" =1", true), ("\u{3000}=1", true), ("＝1", true), ("＠x", true),
      ("－1+1", true), ("+1-2", true), ("-A1", true), ("--1", true), ("+", true), ("\u{A0}=1", true),
      ("-5", false), ("-1.5%", false), ("+3.2e5", false), ("-1,234.50", false), ("－５", false),
      ("-", false), ("--", false), ("—", false), ("－", false), ("+86 138-0013-8000", false),
      ("+86-10-65529988", false), ("+8613800138000", false), ("x=1", false), ("", false),
      (" ", false),
      ("100%", false), ("A-1", false), ("#N/A", false), ("-,", true), ("\n=1", true),
    ])
  func guarding(text: String, isGuarded: Bool) throws {
    var dialect = CSVDialect()
    dialect.guardsFormulas = true
    let (guarded, writer) = try written([0: [1: .text(text)]], dialect: dialect)
    #expect(guarded.contains("'" + text.replacing("\"", with: "\"\"")) == isGuarded)
    #expect(writer.formulaLikeCells == (isGuarded ? 1 : 0))
    let (plain, counting) = try written([0: [1: .text(text)]])
    #expect(!plain.contains("'" + text.prefix(1)) || text.isEmpty)
    #expect(counting.formulaLikeCells == (isGuarded ? 1 : 0))
    #expect(counting.firstFormulaLikeCell == (isGuarded ? CellReference("B1") : nil))
  }

  @Test("Numbers are never guarded")
  func numbers() throws {
    var dialect = CSVDialect()
    dialect.guardsFormulas = true
    #expect(try written([0: [0: .number("-5")]], dialect: dialect).text == "-5\n")
  }

  @Test("Values far apart pass the limit on empty places")
  func limit() throws {
    var limits = ReadLimits()
    limits.emptyPlaces = 1000
    #expect(throws: EmptyPlacesError.self) {
      try written([1_000_000: [0: .text("x")]], limits: limits)
    }
    #expect(throws: EmptyPlacesError.self) {
      try written([0: [16_383: .text("x")]], limits: limits)
    }
  }

  @Test("A text goes out in UTF-8 with a mark, or in GB 18030, whatever the blocks")
  func encodings() throws {
    let text = Array("一览,é,😀\n".utf8)
    for size in 1...text.count {
      var encoder = try CSVTextEncoder(.gb18030)
      var output: [UInt8] = []
      var start = 0
      while start < text.count {
        let end = min(start + size, text.count)
        try encoder.encode(text[start..<end], to: &output)
        start = end
      }
      try encoder.finish(to: &output)
      #expect(
        output == [
          0xD2, 0xBB, 0xC0, 0xC0, 0x2C, 0xA8, 0xA6, 0x2C, 0x94, 0x39, 0xFC, 0x36, 0x0A,
        ])
    }
    var marked = try CSVTextEncoder(.utf8WithMark)
    var output: [UInt8] = []
    try marked.encode(text[...], to: &output)
    try marked.finish(to: &output)
    #expect(output == [0xEF, 0xBB, 0xBF] + text)
  }
}
