import Testing
import XMLStream

@Suite struct XMLStreamParserTests {
  private static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <m:root xmlns:m="urn:main" xmlns:o='urn:other' x="1 &lt; 2 &#x4E2D;"><m:a o:id="7" y=""/>\
    <m:b>20<!-- no -->3<?pi?>4.5<![CDATA[<&]]>&amp;中文</m:b><o:c>é</o:c></m:root>
    """
  private static let expected =
    "<root x=1 < 2 中><a 2:id=7 y=></a><b>2034.5<&&中文</b><2:c>é</2:c></root>"

  @Test(
    "The events do not depend on the pieces in which a document arrives",
    arguments: [1, 2, 3, 5, 7, 64, 1000])
  func pieces(size: Int) throws {
    #expect(try EventLog.events(Self.document, pieces: size) == Self.expected)
  }

  @Test("UTF-16 is read with and without a mark, in both orders", arguments: [1, 2, 3, 100])
  func utf16(size: Int) throws {
    let plain = "<root xmlns='urn:main'>中😀</root>"
    for text in [plain, "<?xml version='1.0' encoding='UTF-16'?>" + plain] {
      let little = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      #expect(try EventLog.events([0xFF, 0xFE] + little, pieces: size) == "<root>中😀</root>")
      #expect(try EventLog.events([0xFE, 0xFF] + big, pieces: size) == "<root>中😀</root>")
      #expect(try EventLog.events(little, pieces: size) == "<root>中😀</root>")
      #expect(try EventLog.events(big, pieces: size) == "<root>中😀</root>")
    }
  }

  @Test("A byte order mark of UTF-8 and the GB family are read")
  func otherEncodings() throws {
    let utf8 = [0xEF, 0xBB, 0xBF] + Array("<root xmlns='urn:main'>中</root>".utf8)
    #expect(try EventLog.events(utf8) == "<root>中</root>")
    for name in ["GBK", "gb18030", "GB2312"] {
      let head = "<?xml version='1.0' encoding='\(name)'?><root xmlns='urn:main'>"
      let bytes = Array(head.utf8) + [0xD6, 0xD0] + Array("</root>".utf8)
      #expect(try EventLog.events(bytes, pieces: 3) == "<root>中</root>")
    }
  }

  @Test("A text longer than a piece keeps every character")
  func longText() throws {
    let text = String(repeating: "指标完成情况—x😀", count: 3000)
    let document = "<root xmlns='urn:main'><t>\(text)</t></root>"
    for size in [1, 301, 4096, 40_000] {
      #expect(try EventLog.events(document, pieces: size) == "<root><t>\(text)</t></root>")
    }
  }

  @Test("A bracket in an attribute does not end a tag that arrives in pieces", arguments: 1...40)
  func brackets(size: Int) throws {
    let document = "<root xmlns='urn:main'><a x='1>2' y=\"a'>\"/><t>it's</t><a x='>'/></root>"
    #expect(
      try EventLog.events(document, pieces: size)
        == "<root><a x=1>2 y=a'>></a><t>it's</t><a x=>></a></root>")
  }

  @Test("An ampersand in an attribute stays one character")
  func ampersands() throws {
    #expect(
      try EventLog.events(
        "<root xmlns='urn:main' x='a&amp;b &#38;&#x26; &amp;#38; &amp;amp;' y='&amp;'/>")
        == "<root x=a&b && &#38; &amp; y=&></root>")
  }

  @Test("Two namespaces of one number are the same to the handler")
  func equivalentNamespaces() throws {
    #expect(try EventLog.events("<root xmlns='urn:strict'><a/></root>") == "<root><a></a></root>")
  }

  @Test("Names and namespaces that are not in the vocabulary are told as unknown")
  func unknownNames() throws {
    #expect(
      try EventLog.events("<root xmlns='urn:main'><z q='1'/><w:a xmlns:w='urn:w'/></root>")
        == "<root><? ?=1></?><255:a></255:a></root>")
  }

  @Test("A handler can leave out an element, or stop")
  func flow() throws {
    #expect(
      try EventLog.events("<root xmlns='urn:main'><skip><a>1</a></skip><b/></root>")
        == "<root><skip><b></b></root>")
    #expect(
      try EventLog.events("<root xmlns='urn:main'><stop/><a/></root> no more XML")
        == "<root><stop>")
  }

  @Test("Every prefix of a document is refused as cut off or damaged")
  func prefixes() {
    let bytes = Array(Self.document.utf8)
    for count in 0..<bytes.count {
      #expect(throws: XMLError.self) { try EventLog.events(Array(bytes.prefix(count))) }
    }
  }
}
