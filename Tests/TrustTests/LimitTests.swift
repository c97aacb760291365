import Spreadsheet
import Testing

@Suite("Every limit has a name, and holds exactly")
struct LimitTests {
  /// A file that meets a limit at a value, and what reading the file needs of the limit.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// The least value of the limit under which the file is read.
    var needed: Int
    var bytes: [UInt8]
    /// Whether only reading the whole workbook meets the limit.
    var isWhole = false
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
    let plain = HostileBook()
    let sizes = plain.parts.map(\.bytes.count)
    let text = String(repeating: "x", count: 5000)
    func strings(_ items: String) -> HostileBook {
      HostileBook(rows: #"<row r="1"><c t="s"><v>0</v></c></row>"#).with {
        $0["xl/sharedStrings.xml"] = HostileBook.strings(items)
      }
    }
    return [
      Case(name: "file-size", needed: plain.bytes.count, bytes: plain.bytes),
      Case(name: "entries", needed: plain.parts.count, bytes: plain.bytes),
      Case(name: "part-size", needed: sizes.max() ?? 0, bytes: plain.bytes),
      Case(name: "inflated-size", needed: sizes.reduce(0, +), bytes: plain.bytes),
      Case(
        name: "text-size", needed: 5000, bytes: strings("<si><t>\(text)</t></si>").bytes),
      Case(
        name: "text-size", needed: 5000,
        bytes: HostileBook(
          rows: HostileBook.cell("<is><t>\(text)</t></is>", #"r="A1" t="inlineStr""#)
        ).bytes),
      Case(
        name: "shared-strings", needed: 3,
        bytes: strings("<si><t>a</t></si><si/><si><t>b</t></si>").bytes),
      Case(
        name: "xml-depth", needed: 9,
        bytes: HostileBook(rows: row, tail: "<a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a>")
          .bytes),
      Case(
        name: "row-size", needed: 15,
        bytes: strings("<si><t>12345</t></si>").with {
          let cells = String(repeating: #"<c t="s"><v>0</v></c>"#, count: 3)
          $0["xl/worksheets/sheet1.xml"] = HostileBook.sheet("<row>\(cells)</row>")
        }.bytes),
      Case(
        name: "merged-ranges", needed: 2,
        bytes: HostileBook(
          rows: row,
          tail: #"<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>"#
        ).bytes),
      Case(
        name: "rows", needed: 7,
        bytes: HostileBook(rows: #"<row r="7"><c><v>1</v></c></row>"#).bytes),
      Case(
        name: "columns", needed: 3,
        bytes: HostileBook(rows: #"<row r="1"><c r="C1"><v>1</v></c></row>"#).bytes),
      Case(
        name: "styles", needed: 4,
        bytes: plain.with {
          $0["xl/styles.xml"] = HostileBook.styles("<cellXfs><xf/><xf/><xf/><xf/></cellXfs>")
        }
        .bytes),
      Case(
        name: "sheets", needed: 2,
        bytes: plain.with {
          $0["xl/workbook.xml"] = HostileBook.workbook(
            #"<sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" r:id="r1"/>"#)
        }.bytes),
      Case(name: "cells", needed: 2, bytes: plain.bytes, isWhole: true),
      Case(
        name: "relationships", needed: 4,
        bytes: plain.with {
          $0["xl/_rels/workbook.xml.rels"] = HostileBook.relationships([
            ("r1", "worksheet", "worksheets/sheet1.xml", ""),
            ("r2", "sharedStrings", "sharedStrings.xml", ""),
            ("r3", "styles", "styles.xml", ""), ("r4", "theme", "theme.xml", ""),
          ])
        }.bytes),
      // The bytes of the values, and four for each attribute.
      Case(
        name: "tag-size", needed: 100_009,
        bytes: HostileBook(
          rows:
            "<row r=\"1\" x=\"\(String(repeating: "y", count: 100_000))\"><c><v>1</v></c></row>"
        ).bytes),
    ]
  }()

  @Test("A limit refuses what passes it by one, and nothing else", arguments: cases)
  func exact(_ limited: Case) throws {
    let path = try #require(ReadLimits.named.first { $0.name == limited.name }?.path)
    for (delta, isRead) in [(-1, false), (0, true), (1, true)] {
      var limits = ReadLimits()
      limits[keyPath: path] = limited.needed + delta
      let result =
        limited.isWhole
        ? AttackRunner.whole(limited.bytes, limits: limits)
        : try AttackRunner.streamed(limited.bytes, limits: limits)
      if isRead {
        #expect(result.refusal == nil, "\(result.refusal.map(String.init(describing:)) ?? "")")
        continue
      }
      let refusal = try #require(result.refusal)
      #expect(refusal.code.hasPrefix("LIMIT"), "\(refusal)")
      let line = "\(refusal)"
      #expect(line.contains("--limit \(limited.name)=N"), "\(line)")
      #expect(line.contains("\(limited.needed - 1)"), "the value of the limit: \(line)")
      #expect(line.contains("\(limited.needed)"), "the value met: \(line)")
    }
  }

  @Test("Names of elements and attributes are counted, each once")
  func names() throws {
    func least(_ extra: String) throws -> Int {
      let book = HostileBook(rows: HostileBook.plainRow, tail: extra)
      var (refused, read) = (0, 2000)
      while read - refused > 1 {
        var limits = ReadLimits()
        limits.xmlNames = (refused + read) / 2
        let refusal = try AttackRunner.streamed(book.bytes, limits: limits).refusal
        if let refusal {
          refused = limits.xmlNames
          #expect("\(refusal)".contains("--limit xml-names=N"), "\(refusal)")
          #expect("\(refusal)".contains("is \(limits.xmlNames);"), "\(refusal)")
        } else {
          read = limits.xmlNames
        }
      }
      return read
    }
    func names(_ count: Int) -> String {
      (0..<count).map { "<x\($0) y\($0)=\"\"/><x\($0)/>" }.joined()
    }
    #expect(try least(names(500)) == least(names(300)) + 400)
  }

  @Test("The ratio counts only past its floor")
  func ratio() throws {
    let bomb = spaceBomb(300 << 10).bytes
    var limits = ReadLimits()
    limits.compressionRatio = 20
    // The checksum of the bomb is wrong, which is found only when all of it was inflated.
    #expect(try AttackRunner.streamed(bomb, limits: limits).refusal?.code == "ZIP_CRC")
    limits.ratioFloor = 300 << 10
    let refusal = try #require(try AttackRunner.streamed(bomb, limits: limits).refusal)
    #expect(refusal.code == "LIMIT")
    #expect("\(refusal)".contains("--limit ratio=N"))
    limits.ratioFloor = 400 << 10
    #expect(try AttackRunner.streamed(bomb, limits: limits).refusal?.code == "ZIP_CRC")
  }

  @Test("Text that shared strings are spelled out to is held against the bytes of the file")
  func expansion() throws {
    let cells = String(repeating: #"<c t="s"><v>0</v></c>"#, count: 400)
    let book = HostileBook(rows: "<row>\(cells)</row>").with {
      $0["xl/sharedStrings.xml"] = HostileBook.strings(
        "<si><t>\(String(repeating: "x", count: 1000))</t></si>")
    }
    var limits = ReadLimits()
    limits.ratioFloor = 400_000
    limits.compressionRatio = 1
    #expect(try AttackRunner.streamed(book.bytes, limits: limits).refusal == nil)
    limits.ratioFloor = 399_999
    let refusal = try #require(try AttackRunner.streamed(book.bytes, limits: limits).refusal)
    #expect(refusal.code == "LIMIT")
    #expect("\(refusal)".contains("--limit ratio=N"), "\(refusal)")
  }

  @Test("A text past the length of a cell is a finding at exactly that length")
  func length() throws {
    let book = HostileBook(rows: HostileBook.cell("<is><t>𝄞𝄞a</t></is>", #"r="A1" t="inlineStr""#))
    var limits = ReadLimits()
    limits.textLength = 5
    #expect(try AttackRunner.streamed(book.bytes, limits: limits).findings.isEmpty)
    limits.textLength = 4
    #expect(
      try AttackRunner.streamed(book.bytes, limits: limits).findings.map(\.code) == [
        "TEXT_TOO_LONG"
      ])
  }

  @Test("A tag past its limit is refused wherever its bytes are")
  func tags() throws {
    let value = String(repeating: "y", count: 100_000)
    let book = HostileBook(rows: "<row r=\"1\" x=\"\(value)\"><c><v>1</v></c></row>")
    var limits = ReadLimits()
    limits.tagSize = 100_000 + 100
    #expect(try AttackRunner.streamed(book.bytes, limits: limits).refusal == nil)
    limits.tagSize = 100_000 - 1
    let refusal = try #require(try AttackRunner.streamed(book.bytes, limits: limits).refusal)
    #expect("\(refusal)".contains("--limit tag-size=N"), "\(refusal)")
  }
}
