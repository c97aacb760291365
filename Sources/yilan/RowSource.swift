import Spreadsheet

/// Something with sheets whose rows can be streamed: a workbook or a text.
protocol RowSource: AnyObject {
  /// The sheets in their order.
  var sheets: [SheetDescription] { get }
  /// The formats by style index.
  var formats: [NumberFormat] { get }
  /// The day from which dates count.
  var dateSystem: DateSystem { get }
  /// What was found so far.
  var findings: [Diagnostic] { get }
  /// The range that a sheet claims to fill; never trusted, only tried first.
  func claimedRange(ofSheetAt index: Int) throws -> CellRange?
  /// The merged ranges of a sheet.
  func mergedRanges(ofSheetAt index: Int) throws -> [CellRange]
  /// The hidden columns of a sheet.
  func hiddenColumns(ofSheetAt index: Int) throws -> [ClosedRange<Int>]
  /// Streams the rows of a sheet; `restarted` is called where all rows come again.
  func readRows(
    ofSheetAt index: Int, formulas: Bool, restarted: @escaping () throws -> Void,
    _ body: (inout StreamedRow) throws -> Void) throws
}
