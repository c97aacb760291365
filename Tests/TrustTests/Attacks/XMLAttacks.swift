// XML that defines, nests, hides or breaks off.

private let plain = HostileBook.sheet(HostileBook.plainRow)

private func value(_ content: String) -> HostileBook {
  HostileBook(rows: HostileBook.cell("<v>\(content)</v>"))
}

private func inline(_ content: String) -> HostileBook {
  HostileBook(rows: HostileBook.cell("<is><t>\(content)</t></is>", #"r="A1" t="inlineStr""#))
}

private func string(_ item: String) -> HostileBook {
  HostileBook(rows: HostileBook.cell("<v>0</v>", #"r="A1" t="s""#)).with {
    $0["xl/sharedStrings.xml"] = HostileBook.strings(item)
  }
}

private func bytes(_ sheet: [UInt8]) -> HostileBook {
  HostileBook().with { $0.set("xl/worksheets/sheet1.xml", sheet) }
}

private func declared(_ declaration: String) -> HostileBook {
  HostileBook(sheet: declaration + plain)
}

private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
  let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
  return units.flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return bigEndian ? [high, low] : [low, high]
  }
}

private func nested(_ depth: Int) -> String {
  HostileBook.sheet(
    HostileBook.plainRow,
    tail: String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth))
}

enum XMLAttacks {
  static let declarations: [Attack] = [
    .refused("a document type", "XML_DOCTYPE", "DOCTYPE", declared("<!DOCTYPE worksheet>")),
    .refused(
      "an entity", "XML_DOCTYPE", "",
      declared(#"<!DOCTYPE x [<!ENTITY a "b">]>"#)),
    .refused(
      "a billion laughs", "XML_DOCTYPE", "",
      declared(
        #"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"#)),
    .refused(
      "an external entity", "XML_DOCTYPE", "",
      declared(#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#)),
    .refused(
      "an external document type", "XML_DOCTYPE", "",
      declared(#"<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">"#)),
    .refused(
      "a parameter entity", "XML_DOCTYPE", "",
      declared(#"<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/"> %a;]>"#)),
    .refused("an entity nobody defined", "XML_MALFORMED", "", value("&bogus;")),
    .refused("XML 1.1", "XML_VERSION", "1.1", declared(#"<?xml version="1.1"?>"#)),
    .refused("XML 2.0", "XML_VERSION", "", declared(#"<?xml version="2.0"?>"#)),
    .reads("a declaration that stands alone", declared(#"<?xml version="1.0" standalone="yes"?>"#)),
    .refused(
      "Latin-1", "XML_ENCODING", "ISO-8859-1",
      declared(#"<?xml version="1.0" encoding="ISO-8859-1"?>"#)),
    .refused(
      "UTF-7", "XML_ENCODING", "UTF-7", declared(#"<?xml version="1.0" encoding="UTF-7"?>"#)),
    .refused(
      "an unknown encoding", "XML_ENCODING", "",
      declared(#"<?xml version="1.0" encoding="x-nonsense"?>"#)),
    .reads("GB18030 by name", declared(#"<?xml version="1.0" encoding="GB18030"?>"#)),
    .reads("UTF-8 with a mark", bytes([0xEF, 0xBB, 0xBF] + Array(plain.utf8))),
    .reads("UTF-16 little-endian", bytes(utf16(plain, bigEndian: false, mark: true))),
    .reads("UTF-16 big-endian", bytes(utf16(plain, bigEndian: true, mark: true))),
    .reads("UTF-16 without a mark", bytes(utf16(plain, bigEndian: false, mark: false))),
    .refused(
      "UTF-16 cut in a character", "XML_", "",
      bytes(Array(utf16(plain, bigEndian: false, mark: true).dropLast()))),
    .refused("UTF-32", "XML_ENCODING", "UTF-32", bytes([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])),
    .refused("EBCDIC", "XML_ENCODING", "EBCDIC", bytes([0x4C, 0x6F, 0xA7, 0x94, 0x93])),
    .refused(
      "bytes that are no UTF-8", "XML_MALFORMED", "",
      bytes(Array(plain.utf8.prefix(200)) + [0xFF, 0xFE] + Array(plain.utf8.dropFirst(200)))),
    .refused(
      "a NUL", "XML_", "",
      bytes(
        Array(value("1").bytes.prefix(0))
          + Array("<worksheet xmlns=\"\(HostileBook.main)\"><sheetData>".utf8) + [0]
          + Array("</sheetData></worksheet>".utf8))),
  ]

  static let shapes: [Attack] = [
    .refused("another root", "XML_ROOT", "html", HostileBook(sheet: "<html/>")),
    .refused(
      "a root without a namespace", "XML_ROOT", "without a namespace",
      HostileBook(sheet: "<worksheet><sheetData/></worksheet>")),
    .refused(
      "a root in another namespace", "XML_ROOT", "urn:x",
      HostileBook(sheet: #"<worksheet xmlns="urn:x"/>"#)),
    .refused(
      "a prefix without a namespace", "XML_", "",
      HostileBook(
        sheet: plain.replacing("<sheetData>", with: "<p:sheetData>").replacing(
          "</sheetData>", with: "</p:sheetData>"))),
    .refused("an empty part", "XML_TRUNCATED", "", HostileBook(sheet: "")),
    .refused("white space only", "XML_", "", HostileBook(sheet: " \n\t ")),
    .refused("text only", "XML_", "", HostileBook(sheet: "hello")),
    .refused(
      "an end that is missing", "XML_TRUNCATED", "", HostileBook(sheet: String(plain.dropLast(12)))),
    .refused(
      "ends crossed over", "XML_MALFORMED", "",
      HostileBook(rows: "<row r=\"1\"><c r=\"A1\"><v>1</c></v></row>")),
    .refused("two roots", "XML_", "", HostileBook(sheet: plain + plain)),
    .refused("text behind the root", "XML_", "", HostileBook(sheet: plain + "x")),
    .reads(
      "white space and a comment behind the root", HostileBook(sheet: plain + "\n<!-- x -->\n")),
    .refused(
      "an attribute twice", "XML_MALFORMED", "",
      HostileBook(rows: #"<row r="1"><c r="A1" r="B1"><v>1</v></c></row>"#)),
    .refused("an attribute without quotes", "XML_MALFORMED", "", HostileBook(rows: "<row r=1/>")),
    .refused("a bare ampersand", "XML_MALFORMED", "", value("1 & 2")),
    .refused("a control character", "XML_MALFORMED", "", inline("a\u{1}b")),
    .refused("the number of a NUL", "XML_MALFORMED", "", inline("a&#0;b")),
    .refused("the number of no character", "XML_MALFORMED", "", inline("a&#x110000;b")),
    .refused("the number of a surrogate", "XML_MALFORMED", "", inline("&#xD800;")),
    .refused(
      "the number 2^64 of a character", "XML_MALFORMED", "", inline("&#18446744073709551681;")),
    .reads("the depth of the limit", HostileBook(sheet: nested(255))),
    .refused(
      "a depth past the limit", "LIMIT_XML_DEPTH", "--limit xml-depth=N",
      HostileBook(sheet: nested(256))),
    .refused("a depth of 100,000", "LIMIT_XML_DEPTH", "256", HostileBook(sheet: nested(100_000))),
    .refused(
      "a tag of 300 KiB", "LIMIT_TAG_SIZE", "--limit tag-size=N",
      HostileBook(rows: "<row r=\"1\" x=\"\(String(repeating: "y", count: 300 << 10))\"/>")),
    .refused(
      "100,000 attributes", "LIMIT_TAG_SIZE", "",
      HostileBook(rows: "<row " + (0..<100_000).map { "a\($0)=\"\" " }.joined() + "/>")),
    .refused(
      "30,000 namespaces", "LIMIT_TAG_SIZE", "",
      HostileBook(rows: "<row " + (0..<30_000).map { "xmlns:a\($0)=\"u\" " }.joined() + "/>")),
    .refused(
      "a comment of 400 KiB", "LIMIT_TAG_SIZE", "",
      HostileBook(rows: "<!--\(String(repeating: "x", count: 400 << 10))-->")),
    .refused("two hyphens in a comment", "XML_MALFORMED", "", HostileBook(rows: "<!-- a -- b -->")),
  ]

  static let values: [Attack] = [
    .reads("a comment inside a number", ["Sheet1!A1 number 2034.5"], value("20<!-- x -->34.5")),
    .reads("CDATA inside a number", ["Sheet1!A1 number 2034.5"], value("20<![CDATA[34]]>.5")),
    .reads("an instruction inside a number", ["Sheet1!A1 number 2034.5"], value("20<?x y?>34.5")),
    .reads(
      "numbers of characters inside a number", ["Sheet1!A1 number 2034.5"], value("2&#48;&#x33;4.5")
    ),
    .reads(
      "an element inside a number", ["Sheet1!A1 number 12"], findings: ["UNKNOWN_ELEMENT"],
      value("1<x>9</x>2")),
    .reads("CDATA inside a text", ["Sheet1!A1 string a<b>&c"], inline("a<![CDATA[<b>&]]>c")),
    .reads(
      "a comment inside a shared string", ["Sheet1!A1 string ab"],
      string("<si><t>a<!-- </t> -->b</t></si>")),
    .reads("a carriage return by its number", ["Sheet1!A1 string a\rb"], inline("a&#13;b")),
    .reads(
      "runs", ["Sheet1!A1 string abc"],
      string("<si><r><t>a</t></r><r><t>b</t></r><r><t>c</t></r></si>")),
    .reads(
      "phonetic runs are no text", ["Sheet1!A1 string 東"],
      string("<si><t>東</t><rPh><t>ひがし</t></rPh></si>")),
    .reads("escapes", ["Sheet1!A1 string a\u{1B}_x0041_"], inline("a_x001B__x005F_x0041_")),
    .reads("escapes of a lone surrogate", ["Sheet1!A1 string _xD800_"], inline("_xD800_")),
    .reads("escapes of a pair", ["Sheet1!A1 string 😀"], inline("_xD83D__xDE00_")),
    .reads("escapes cut short", ["Sheet1!A1 string _x00"], inline("_x00")),
    .reads(
      "rows in a foreign namespace", HostileBook.plainCells, findings: ["UNKNOWN_ELEMENT"],
      HostileBook(
        rows: HostileBook.plainRow + #"<row xmlns="urn:x" r="2"><c r="A2"><v>1</v></c></row>"#)),
    .reads(
      "a cell in no namespace", ["Sheet1!A1 number 1"], findings: ["UNKNOWN_ELEMENT"],
      HostileBook(rows: #"<row r="1"><c r="A1"><v>1</v></c><c xmlns="" r="B1"><v>2</v></c></row>"#)),
    .reads(
      "two values in a cell", ["Sheet1!A1 number 2"], findings: ["VALUE_TWICE"],
      HostileBook(rows: HostileBook.cell("<v>1</v><v>2</v>"))),
    .reads(
      "a value and a text in a cell", ["Sheet1!A1 string t"], findings: ["VALUE_TWICE"],
      HostileBook(rows: HostileBook.cell("<v>1</v><is><t>t</t></is>", #"r="A1" t="inlineStr""#))),
    .refused(
      "a text of more than 1 MiB", "LIMIT_TEXT_SIZE", "--limit text-size=N",
      inline(String(repeating: "x", count: (1 << 20) + 1))),
    .refused(
      "a text of more than 1 MiB in runs", "LIMIT_TEXT_SIZE", "--limit text-size=N",
      HostileBook(
        rows: HostileBook.cell(
          "<is>"
            + String(repeating: "<r><t>\(String(repeating: "x", count: 1 << 18))</t></r>", count: 5)
            + "</is>",
          #"r="A1" t="inlineStr""#))),
    .refused(
      "a shared string of more than 1 MiB in runs", "LIMIT", "--limit text-size=N",
      string(
        "<si>"
          + String(repeating: "<r><t>\(String(repeating: "x", count: 1 << 18))</t></r>", count: 5)
          + "</si>")),
    .reads(
      "a text of 32,768 characters", ["Sheet1!A1 string " + String(repeating: "字", count: 32_768)],
      findings: ["TEXT_TOO_LONG"], inline(String(repeating: "字", count: 32_768))),
    .reads(
      "a text of 32,767 characters", ["Sheet1!A1 string " + String(repeating: "字", count: 32_767)],
      inline(String(repeating: "字", count: 32_767))),
    .refused(
      "a formula of more than 1 MiB", "LIMIT_TEXT_SIZE", "--limit text-size=N",
      HostileBook(
        rows: HostileBook.cell("<f>\(String(repeating: "1+", count: 1 << 19))1</f><v>1</v>"))),
  ]

  /// A sound archive whose sheet was cut before it was packed: no checksum can tell.
  static let cuts: [Attack] = [
    1, 2, 11, 12, 13, 14, 23, 24, 25, 30, 40, 60, 80, 100, 120, 150, 180,
  ].map { size in
    .refused(
      "a sheet without its last \(size) bytes", "XML_", "",
      HostileBook(sheet: String(plain.dropLast(size))))
  }
}
