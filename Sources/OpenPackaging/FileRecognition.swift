public import Zip

// Submissions come under any name, so what a file is gets decided by its first bytes.

extension FileKind {
  /// The kind of a file that begins with these bytes, or nil where they look like a zip archive.
  ///
  /// A few kilobytes are enough. `source` is asked for more only where the bytes are an OLE2
  /// container, whose directory tells a workbook from an encrypted package.
  public static func recognize(
    head: [UInt8], source: (any ByteSource)? = nil
  ) throws(ZipError) -> FileKind? {
    guard !head.isEmpty else { return .empty }
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
      || head.starts(with: [0x50, 0x4B, 7, 8])
    {
      return nil
    }
    if head.starts(with: CompoundFile.signature) {
      guard let source else { return .compoundFile }
      return try CompoundFile.kind(of: source)
    }
    // BIFF 2 to 4 stand in no container: a BOF record begins the file.
    if head.count > 4, head[0] == 0x09, [0, 2, 4].contains(head[1]), head[3] == 0,
      head[2] == 4 || head[2] == 6
    {
      return .xls
    }
    for (signature, kind) in signatures where head.starts(with: signature) { return kind }
    return recognizeText(head)
  }

  private static let signatures: [([UInt8], FileKind)] = [
    (Array("%PDF".utf8), .pdf), (Array("{\\rtf".utf8), .rtf), (Array("Rar!".utf8), .otherArchive),
    ([0x37, 0x7A, 0xBC, 0xAF], .otherArchive), ([0x1F, 0x8B], .otherArchive),
    (Array("BZh".utf8), .otherArchive), ([0xFD, 0x37, 0x7A, 0x58], .otherArchive),
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
  ]

  private static func recognizeText(_ head: [UInt8]) -> FileKind {
    // Every second byte of UTF-16 in Latin letters is 0; without them the marks remain.
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    var text = isWide ? head.dropFirst(2).filter { $0 != 0 } : head
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if !isWide, text.contains(where: isBinary) { return .unknown }
    let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
    let begin = String(decoding: text[start...].prefix(4096), as: UTF8.self).lowercased()
    if begin.hasPrefix("mime-version:") || begin.hasPrefix("content-type: multipart/related") {
      return .mhtml
    }
    guard begin.hasPrefix("<") else { return .text }
    if begin.contains("urn:schemas-microsoft-com:office:spreadsheet")
      || begin.contains("progid=\"excel.sheet\"")
    {
      if begin.contains("<html") { return .html }
      return .xmlSpreadsheet
    }
    for word in ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<div"]
    where begin.contains(word) {
      return .html
    }
    return .xml
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 9 && byte <= 13)
  }

  private static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x20 && !isSpace(byte) && byte != 0x1B && byte != 0x1A
  }
}
