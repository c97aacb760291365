import Spreadsheet
import XLSX
import Zip

/// A workbook as a source of rows.
final class WorkbookSource: RowSource {
  let reader: XLSXReader
  private var claimedRanges: [Int: CellRange] = [:]

  init(
    _ source: any ByteSource, file: String, limits: ReadLimits, parser: ParserChoice = .automatic,
    readsAhead: Bool = false
  ) throws {
    reader = try XLSXReader(
      source: source, file: file, limits: limits, parser: parser, readsAhead: readsAhead)
  }

  var sheets: [SheetDescription] { reader.sheets }
  var formats: [NumberFormat] { reader.formats }
  var styles: StyleTable { reader.cellStyles }
  var wrappedStyle: Int? { nil }
  var dateSystem: DateSystem { reader.dateSystem }
  var findings: [Diagnostic] { reader.findings }

  func claimedRange(ofSheetAt index: Int) -> CellRange? { claimedRanges[index] }

  func mergedRanges(ofSheetAt index: Int) throws -> [CellRange] {
    try reader.mergedRanges(ofSheetAt: index)
  }

  func hiddenColumns(ofSheetAt index: Int) throws -> [ClosedRange<Int>] {
    try reader.outline(ofSheetAt: index).columns.filter(\.isHidden).map(\.columns)
  }

  func frame(ofSheetAt index: Int) throws -> Worksheet {
    try reader.frame(ofSheetAt: index)
  }

  func featuresBesideCells(sheets indices: [Int]) throws -> [WorkbookFeature] {
    try reader.featuresBesideCells(sheets: indices)
  }

  func workbook(sheets indices: [Int]) throws -> Workbook {
    try reader.workbook(WorkbookReadOptions(isFull: true, sheets: indices))
  }

  func readRows(
    ofSheetAt index: Int, formulas: Bool, richText: Bool, restarted: @escaping () throws -> Void,
    _ body: (inout StreamedRow) throws -> Void
  ) throws {
    try reader.readRows(
      ofSheetAt: index, formulas: formulas, richText: richText,
      started: { [self] in claimedRanges[index] = $0.claimedDimension }, restarted: restarted,
      body)
  }
}
