import Spreadsheet
import XLSX
import Zip

extension InputFile {
  /// Opens the input as a source of rows, a workbook or a text by its name and content.
  func openRows(
    limits: ReadLimits, types: Bool = false, parser: ParserChoice = .automatic,
    readsAhead: Bool = false
  ) throws -> any RowSource {
    let source: any ByteSource
    do {
      source = try open(limits: limits)
    } catch let error as ZipError {
      throw ToolError(error.code, file: name, error.message)
    }
    return try Self.rows(
      of: source, name: name, expectation: expectation, limits: limits, types: types,
      parser: parser, readsAhead: readsAhead)
  }

  /// Opens bytes as a source of rows.
  static func rows(
    of source: any ByteSource, name: String, expectation: Expectation, limits: ReadLimits,
    types: Bool = false, parser: ParserChoice = .automatic, readsAhead: Bool = false
  ) throws -> any RowSource {
    func workbook() throws -> WorkbookSource {
      try WorkbookSource(
        source, file: name, limits: limits, parser: parser, readsAhead: readsAhead)
    }
    let isBinary = try startsAsBinary(source, name: name)
    switch expectation {
    case .workbook:
      return try workbook()
    case .either:
      if isBinary { return try workbook() }
      return TextSource(source, file: name, limits: limits, types: types)
    case .text:
      if isBinary {
        throw ToolError(
          "WORKBOOK_AS_TEXT", file: name,
          "is a workbook under the name of a text; rename it to .xlsx",
          zh: "是工作簿却用了文本文件的扩展名，请改名为 .xlsx")
      }
      return TextSource(source, file: name, limits: limits, types: types)
    }
  }

  /// Whether the first bytes are those of a zip archive or of an OLE2 container.
  private static func startsAsBinary(_ source: any ByteSource, name: String) throws -> Bool {
    var start = [UInt8](repeating: 0, count: 8)
    do {
      let count = try unsafe start.withUnsafeMutableBytes { buffer in
        try unsafe source.read(at: 0, into: buffer)
      }
      start.removeSubrange(count...)
    } catch let error as ZipError {
      throw ToolError(error.code, file: name, error.message)
    }
    return start.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }
}
