import CSV
import Spreadsheet
import XLSX
import Zip

/// A CSV text as a source of rows: one sheet of text cells.
final class TextSource: RowSource {
  let sheets = [SheetDescription(name: "Sheet1")]
  let formats = CSVTyping.formats
  let dateSystem = DateSystem.year1900
  private(set) var findings: [Diagnostic] = []
  private let source: any ByteSource
  private let file: String
  private let limits: ReadLimits
  private let options: CSVReader.Options

  init(_ source: any ByteSource, file: String, limits: ReadLimits, types: Bool) {
    self.source = source
    self.file = file
    self.limits = limits
    var options = CSVReader.Options()
    options.typing = types ? .inferred : .text
    self.options = options
  }

  func claimedRange(ofSheetAt index: Int) -> CellRange? { nil }

  func mergedRanges(ofSheetAt index: Int) -> [CellRange] { [] }

  func hiddenColumns(ofSheetAt index: Int) -> [ClosedRange<Int>] { [] }

  /// The styles of typed fields, and behind them that of long texts.
  let styles: StyleTable = {
    var styles = CSVTyping.formats.map { format in
      var style = CellStyle()
      style.numberFormat = format
      return style
    }
    var wrapped = CellStyle()
    wrapped.alignment.wrapsText = true
    wrapped.alignment.vertical = .top
    styles.append(wrapped)
    return StyleTable(styles: styles)
  }()

  var wrappedStyle: Int? { CSVTyping.formats.count }

  func frame(ofSheetAt index: Int) -> Worksheet { Worksheet(name: sheets[0].name) }

  func featuresBesideCells(sheets indices: [Int]) -> [WorkbookFeature] { [] }

  func workbook(sheets indices: [Int]) throws -> Workbook { try workbook() }

  func readRows(
    ofSheetAt index: Int, formulas: Bool, richText: Bool, restarted: @escaping () throws -> Void,
    _ body: (inout StreamedRow) throws -> Void
  ) throws {
    var reader = CSVReader(file: file, options: options, limits: limits)
    var offset = 0
    while let block = try block(at: offset) {
      offset += block.count
      try reader.read(block, body)
    }
    try reader.finish(body)
    findings = reader.findings
  }

  func workbook() throws -> Workbook {
    var bytes: [UInt8] = []
    while let block = try block(at: bytes.count) { bytes += block }
    let result = try CSVReader.workbook(bytes, file: file, options: options, limits: limits)
    findings = result.findings
    return result.workbook
  }

  private func block(at offset: Int) throws -> [UInt8]? {
    let size = min(256 << 10, source.count - offset)
    guard size > 0 else { return nil }
    var block = [UInt8](repeating: 0, count: size)
    let source = source
    let count = try unsafe block.withUnsafeMutableBytes { buffer in
      try unsafe source.read(at: offset, into: buffer)
    }
    guard count > 0 else {
      throw ToolError("INPUT_FAILED", file: file, "the file became shorter while it was read")
    }
    block.removeSubrange(count...)
    return block
  }
}
