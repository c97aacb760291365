import ReportModel
import Spreadsheet

/// What stands in a column below a header: the evidence where the header alone does not decide.
struct ColumnContent {
  var filled = 0
  var numbers = 0
  var percents = 0
  var units = 0
  var organizations = 0
  var longTexts = 0
  var serials = 0

  /// Looks at the first rows below a header.
  init(
    column: Int, below row: Int, sheet: Worksheet, styles: CellStyles, context: ImportContext,
    limit: Int = 40
  ) {
    let start = sheet.rows.partitioningIndex { $0.index > row }
    for row in sheet.rows[start...].prefix(limit) {
      let place = row.cells.partitioningIndex { $0.column >= column }
      guard place < row.cells.count, row.cells[place].column == column else { continue }
      let content = CellContent(row.cells[place], styles: styles)
      let text = CleanText.display(content.shown)
      guard !text.isEmpty, !context.parser.isPlaceholder(text) else { continue }
      filled += 1
      switch content.kind {
      case .percent: percents += 1
      case .number:
        numbers += 1
        if NumberedName.bareNumber(text) != nil { serials += 1 }
      default: count(text, context)
      }
    }
  }

  private mutating func count(_ text: String, _ context: ImportContext) {
    if text.unicodeScalars.count > 12 { longTexts += 1 }
    if NumberedName.bareNumber(text) != nil { serials += 1 }
    switch context.parser.value(of: text) {
    case .percent: percents += 1
    case .number, .bound, .compound: numbers += 1
    case .empty, .text:
      if context.units.isKnown(text) {
        units += 1
      } else if context.organizations.looksLikeOrganization(text) {
        organizations += 1
      }
    }
  }

  /// Whether more than half of what is there counts.
  func isMostly(_ count: Int) -> Bool { count * 2 > filled }
}
