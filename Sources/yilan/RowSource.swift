import Spreadsheet
import XLSX

/// Something with sheets whose rows can be streamed: a workbook or a text.
protocol RowSource: AnyObject {
  /// The sheets in their order.
  var sheets: [SheetDescription] { get }
  /// The formats by style index.
  var formats: [NumberFormat] { get }
  /// The styles that cells refer to by index.
  var styles: StyleTable { get }
  /// The style of long texts in a source that has no looks of its own.
  var wrappedStyle: Int? { get }
  /// The day from which dates count.
  var dateSystem: DateSystem { get }
  /// What was found so far.
  var findings: [Diagnostic] { get }
  /// The range that a sheet claims to fill, known once its rows have begun; never trusted, only tried
  /// first.
  func claimedRange(ofSheetAt index: Int) -> CellRange?
  /// The merged ranges of a sheet.
  func mergedRanges(ofSheetAt index: Int) throws -> [CellRange]
  /// The hidden columns of a sheet.
  func hiddenColumns(ofSheetAt index: Int) throws -> [ClosedRange<Int>]
  /// A sheet without its rows, as a clean copy takes it over.
  func frame(ofSheetAt index: Int) throws -> Worksheet
  /// What sheets and workbook hold beside cells and their looks.
  func featuresBesideCells(sheets indices: [Int]) throws -> [WorkbookFeature]
  /// The sheets with these places as a value, with all that a page shows.
  func workbook(sheets indices: [Int]) throws -> Workbook
  /// Streams the rows of a sheet; `restarted` is called where all rows come again.
  func readRows(
    ofSheetAt index: Int, formulas: Bool, richText: Bool, restarted: @escaping () throws -> Void,
    _ body: (inout StreamedRow) throws -> Void) throws
}

extension RowSource {
  /// Streams the rows of a sheet without the runs of rich text.
  func readRows(
    ofSheetAt index: Int, formulas: Bool, restarted: @escaping () throws -> Void,
    _ body: (inout StreamedRow) throws -> Void
  ) throws {
    try readRows(
      ofSheetAt: index, formulas: formulas, richText: false, restarted: restarted, body)
  }
}
