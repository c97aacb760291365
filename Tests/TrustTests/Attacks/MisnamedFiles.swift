// Files that are something else under a workbook's name.

/// An OLE2 container whose directory has one stream of a name.
private func compound(_ name: String) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: 512 * 3)
  bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  bytes.replaceSubrange(30..<32, with: [9, 0])
  bytes.replaceSubrange(48..<52, with: [1, 0, 0, 0])
  // The allocation table is sector 0; the directory, sector 1, ends its chain.
  bytes.replaceSubrange(76..<80, with: [0, 0, 0, 0])
  bytes.replaceSubrange((512 + 4)..<(512 + 8), with: [0xFE, 0xFF, 0xFF, 0xFF])
  let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  bytes.replaceSubrange(1024..<(1024 + units.count), with: units)
  bytes[1024 + 64] = UInt8(units.count + 2)
  return bytes
}

private func archive(_ parts: (String, String)...) -> RawZip {
  RawZip(entries: parts.map { RawEntry($0.0, $0.1) })
}

private func main(_ type: String, _ target: String) -> RawZip {
  archive(
    (
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Override PartName=\"/\(target)\" ContentType=\"\(type)\"/></Types>"
    ), ("_rels/.rels", HostileBook.relationships([("a", "officeDocument", target, "")])),
    (target, "<x/>"))
}

enum MisnamedFiles {
  private static let word = "application/vnd.openxmlformats-officedocument."

  static let all: [Attack] = [
    .refused("no bytes", "EMPTY_FILE", "empty", []),
    .refused("one byte", "NOT_A_WORKBOOK", "", [0]),
    .refused("zeros", "NOT_A_WORKBOOK", "", Array(repeating: 0, count: 5000)),
    .refused(
      "an encrypted workbook", "PASSWORD_PROTECTED", "password", compound("EncryptedPackage")),
    .refused("a workbook of Excel 97", "IS_XLS", ".xls", compound("Workbook")),
    .refused("a workbook of Excel 5", "IS_XLS", ".xls", compound("Book")),
    .refused("a document of Word 97", "IS_OLE2", "OLE2", compound("WordDocument")),
    .refused("an OLE2 container cut short", "IS_OLE2", "", Array(compound("Workbook").prefix(600))),
    .refused("BIFF 2 without a container", "IS_XLS", "", [9, 0, 4, 0, 2, 0, 0x10, 0]),
    .refused(
      "a web page", "IS_HTML", "HTML", Array("<html><table><tr><td>1</td></tr></table></html>".utf8)
    ),
    .refused("a web page in capitals", "IS_HTML", "", Array("\n <!DOCTYPE HTML><HTML>".utf8)),
    .refused("a web page in one file", "IS_MHTML", "", Array("MIME-Version: 1.0\r\n".utf8)),
    .refused("CSV", "IS_TEXT", ".csv", Array("a,b\n1,2\n".utf8)),
    .refused("text in UTF-16", "IS_TEXT", "", [0xFF, 0xFE, 0x31, 0, 0x2C, 0]),
    .refused("PDF", "IS_PDF", "PDF", Array("%PDF-1.7\n".utf8)),
    .refused("RTF", "IS_RTF", "RTF", Array("{\\rtf1}".utf8)),
    .refused(
      "XML of 2003", "IS_XML_2003", "2003",
      Array(
        #"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>"#
          .utf8)),
    .refused("other XML", "IS_XML", "", Array(#"<?xml version="1.0"?><a/>"#.utf8)),
    .refused("RAR", "IS_ARCHIVE", "", Array("Rar!\u{1A}\u{7}".utf8)),
    .refused("7z", "IS_ARCHIVE", "", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    .refused("gzip", "IS_ARCHIVE", "", [0x1F, 0x8B, 8, 0]),
    .refused("PNG", "IS_IMAGE", "picture", [0x89, 0x50, 0x4E, 0x47, 0x0D]),
    .refused("JPEG", "IS_IMAGE", "", [0xFF, 0xD8, 0xFF, 0xE0]),
    .refused("an archive of other things", "NO_WORKBOOK", "zip", archive(("a.txt", "x"))),
    .refused(
      "a workbook inside an archive", "NO_WORKBOOK", "",
      RawZip(entries: [RawEntry("a.xlsx", stored: HostileBook().bytes)])),
    .refused(
      "OpenDocument", "IS_ODS", ".ods",
      archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))),
    .refused(
      "OpenDocument text", "IS_OPENDOCUMENT", "",
      archive(("mimetype", "application/vnd.oasis.opendocument.text"))),
    .refused(
      "Word", "IS_DOCX", "Word",
      main(word + "wordprocessingml.document.main+xml", "word/document.xml")),
    .refused(
      "PowerPoint", "IS_PPTX", "",
      main(word + "presentationml.presentation.main+xml", "ppt/presentation.xml")),
    .refused(
      "a binary workbook", "IS_XLSB", ".xlsb",
      main("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin")),
    .refused("Numbers", "IS_NUMBERS", "Numbers", archive(("Index/Document.iwa", "x"))),
  ]
}
