import Testing
import XMLStream

@Suite struct XMLRefusalTests {
  private func code(_ text: String, limits: XMLLimits = XMLLimits()) -> String? {
    code(Array(text.utf8), limits: limits)
  }

  private func code(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> String? {
    do {
      _ = try EventLog.events(bytes, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  @Test(
    "A document type declaration is refused",
    arguments: [
      "<!DOCTYPE root><root xmlns='urn:main'/>",
      "<!DOCTYPE root SYSTEM 'file:///etc/passwd'><root xmlns='urn:main'/>",
      "<!DOCTYPE root [<!ENTITY x 'boom'>]><root xmlns='urn:main'>&x;</root>",
      "<!DOCTYPE root [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'>%p;]><root xmlns='urn:main'/>",
    ])
  func documentType(text: String) {
    #expect(code(text) == "XML_DOCTYPE")
  }

  @Test("An entity that is not predefined is refused")
  func entity() {
    #expect(code("<root xmlns='urn:main'>&nbsp;</root>") == "XML_MALFORMED")
    #expect(code("<root xmlns='urn:main' x='&y;'/>") == "XML_MALFORMED")
  }

  @Test(
    "Damaged XML is refused",
    arguments: [
      "<root xmlns='urn:main'><a></b></root>", "<root xmlns='urn:main' x='1' x='2'/>",
      "<root xmlns='urn:main'>\u{1}</root>", "<root xmlns='urn:main'>&#0;</root>",
      "<root xmlns='urn:main'/><root/>", "<root xmlns='urn:main'/>text", "no XML at all",
      "<root xmlns='urn:main'>]]></root>", "<root xmlns='urn:main' x=1/>",
    ])
  func malformed(text: String) {
    #expect(code(text) == "XML_MALFORMED" || code(text) == "XML_TRUNCATED")
  }

  @Test("Bytes that are not valid in their encoding are refused")
  func invalidBytes() {
    let head = Array("<root xmlns='urn:main'>".utf8)
    let tail = Array("</root>".utf8)
    #expect(code(head + [0xFF] + tail) == "XML_MALFORMED")
    #expect(code(head + [0xC0, 0x80] + tail) == "XML_MALFORMED")
    #expect(code(head + [0xED, 0xA0, 0x80] + tail) == "XML_MALFORMED")
    let gbk = Array("<?xml version='1.0' encoding='GBK'?>".utf8) + head
    #expect(code(gbk + [0xFF, 0xFF, 0xFF] + tail) != nil)
  }

  @Test("Other encodings and versions are refused by name")
  func encodings() {
    let root = "<root xmlns='urn:main'/>"
    #expect(code("<?xml version='1.0' encoding='ISO-8859-1'?>" + root) == "XML_ENCODING")
    #expect(code("<?xml version='1.0' encoding='no-such'?>" + root) == "XML_ENCODING")
    #expect(code([0, 0, 0, 0x3C, 0, 0, 0, 0x3F]) == "XML_ENCODING")
    #expect(code([0x4C, 0x6F, 0xA7, 0x94]) == "XML_ENCODING")
    #expect(code("<?xml version='1.1'?>" + root) == "XML_VERSION")
  }

  @Test("A wrong root, a missing namespace and a prefix without one are refused")
  func roots() {
    #expect(code("<a xmlns='urn:main'/>") == "XML_ROOT")
    #expect(code("<root/>") == "XML_ROOT")
    #expect(code("<root xmlns='urn:wrong'/>") == "XML_ROOT")
    #expect(code("<root xmlns='urn:main'><q:a/></root>") == "XML_PREFIX")
  }

  @Test("The depth is limited exactly")
  func depth() {
    func nested(_ count: Int) -> String {
      "<root xmlns='urn:main'>" + String(repeating: "<a>", count: count - 1)
        + String(repeating: "</a>", count: count - 1) + "</root>"
    }
    let limits = XMLLimits(depth: 20, tagSize: 1000, textSize: 1000)
    #expect(code(nested(19), limits: limits) == nil)
    #expect(code(nested(20), limits: limits) == nil)
    #expect(code(nested(21), limits: limits) == "LIMIT_XML_DEPTH")
    #expect(code(nested(100_000)) == "LIMIT_XML_DEPTH")
  }

  @Test("The text between two tags is limited exactly")
  func text() {
    let limits = XMLLimits(depth: 20, tagSize: 1000, textSize: 5000)
    func document(_ count: Int) -> String {
      "<root xmlns='urn:main'><t>\(String(repeating: "x", count: count))</t></root>"
    }
    #expect(code(document(4999), limits: limits) == nil)
    #expect(code(document(5000), limits: limits) == nil)
    #expect(code(document(5001), limits: limits) == "LIMIT_TEXT_SIZE")
  }

  @Test("A tag of endless attributes, names or comments is refused before it costs much")
  func tags() {
    let attributes = (0..<100_000).map { " a\($0)='1'" }.joined()
    #expect(code("<root xmlns='urn:main'\(attributes)/>") == "LIMIT_TAG_SIZE")
    let declarations = (0..<100_000).map { " xmlns:a\($0)='u'" }.joined()
    #expect(code("<root xmlns='urn:main'\(declarations)/>") == "LIMIT_TAG_SIZE")
    let long = String(repeating: "x", count: 400_000)
    #expect(code("<root xmlns='urn:main' x='\(long)'/>") == "LIMIT_TAG_SIZE")
    #expect(code("<root xmlns='urn:main'><!--\(long)--></root>") == "LIMIT_TAG_SIZE")
  }

  @Test("An error names the part and the line")
  func place() {
    #expect(throws: XMLError(.prefix("q:a"), part: "part.xml", line: 3)) {
      try EventLog.events("<root xmlns='urn:main'>\n\n<q:a/></root>")
    }
  }
}
