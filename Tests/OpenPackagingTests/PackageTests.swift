import OpenPackaging
import Testing
import Zip

@Suite struct PackageTests {
  static let relationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func archive(_ parts: [(String, String)]) throws -> MemoryByteSource {
    let sink = MemoryByteSink()
    var writer = try ZipWriter(to: sink)
    for (name, text) in parts { try writer.add(name, Array(text.utf8)) }
    try writer.finish()
    return MemoryByteSource(sink.bytes)
  }

  static func relationships(_ entries: String) -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    \(entries)</Relationships>
    """
  }

  static func main(_ target: String) -> (String, String) {
    (
      "_rels/.rels",
      relationships(
        "<Relationship Id='a' Type='\(relationshipType)/officeDocument' Target='\(target)'/>")
    )
  }

  @Test(
    "The workbook is found by its relationship, wherever it is",
    arguments: ["/book/main.xml", "book/main.xml", "./book/../book/main.xml", "BOOK\\MAIN.XML"])
  func mainPart(target: String) throws {
    let source = try Self.archive([Self.main(target), ("book/main.xml", "<x/>")])
    #expect(try Package(source: source).mainPart.lowercased() == "book/main.xml")
  }

  @Test("Without relationships the workbook is found by its content type or usual name")
  func fallBack() throws {
    let types = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
      PartName="/a.xml" ContentType="application/vnd.openxmlformats-officedocument.\
      spreadsheetml.sheet.main+xml"/></Types>
      """
    let byType = try Self.archive([("[Content_Types].xml", types), ("a.xml", "<x/>")])
    #expect(try Package(source: byType).mainPart == "a.xml")
    let byName = try Self.archive([("xl/workbook.xml", "<x/>")])
    #expect(try Package(source: byName).mainPart == "xl/workbook.xml")
  }

  @Test(
    "An archive that holds something else is refused by what it is",
    arguments: [
      ("word/document.xml", FileKind.docx), ("xl/workbook.bin", .xlsb), ("a.txt", .zip),
      ("ppt/presentation.xml", .pptx), ("Index/Document.iwa", .numbers),
    ])
  func otherKinds(part: String, kind: FileKind) throws {
    let source = try Self.archive([(part, "x")])
    #expect(throws: PackageError.fileKind(kind)) { try Package(source: source) }
    let linked = try Self.archive([Self.main(part), (part, "x")])
    if kind == .docx || kind == .xlsb {
      #expect(throws: PackageError.self) { try Package(source: linked) }
    }
  }

  @Test("An OpenDocument spreadsheet is named")
  func openDocument() throws {
    let source = try Self.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    ])
    #expect(throws: PackageError.fileKind(.ods)) { try Package(source: source) }
  }

  @Test("Targets outside the package are refused, and addresses never followed")
  func targets() throws {
    #expect(PartName.resolve("../../../etc/passwd", from: "xl/workbook.xml") == nil)
    #expect(PartName.resolve("../a.xml#x", from: "xl/workbook.xml") == "a.xml")
    #expect(PartName.resolve("/xl/a.xml", from: "q/r/s.xml") == "xl/a.xml")
    let source = try Self.archive([Self.main("../../book.xml"), ("book.xml", "<x/>")])
    #expect(
      throws: PackageError.escapingTarget(part: "_rels/.rels", target: "../../book.xml")
    ) { try Package(source: source) }
  }

  @Test("Relationships keep external targets apart, in any order and of any type")
  func relationships() throws {
    let parts = [
      Self.main("xl/workbook.xml"), ("xl/workbook.xml", "<x/>"),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships(
          """
          <Relationship TargetMode="External" Target="http://a.example/?x=1&amp;y=2" Id="r1" \
          Type="\(Self.relationshipType)/hyperlink"/>\
          <Relationship Id="r2" Type="urn:unknown/worksheet" Target="a.xml"/>\
          <Relationship Id="r3" Target="/xl/s.xml" \
          Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles"/>
          """)
      ),
    ]
    let package = try Package(source: try Self.archive(parts))
    let relationships = try package.relationships(of: package.mainPart)
    #expect(relationships.with(id: "r1")?.target == .external("http://a.example/?x=1&y=2"))
    #expect(relationships.with(id: "r2")?.kind == "")
    #expect(relationships.first("styles")?.target == .part("xl/s.xml"))
  }
}
