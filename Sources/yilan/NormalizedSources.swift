import ReportModel
import ReportRender
import Spreadsheet

/// The source columns of an input that is in the tidy form already, so that normalizing again keeps the
/// addresses of the first file and changes nothing.
struct NormalizedSources {
  private static let columns: [TidyColumn] = [.sourceFile, .sourceSheet, .sourceRange]
  private var texts: [Key: [String]] = [:]

  private struct Key: Hashable {
    let sheet: String
    let row: Int
  }

  /// Looks for sheets that begin with the headers of the tidy form.
  init(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      guard let header = sheet.row(at: 0),
        TidyTable.headers == header.cells.map(Self.text)
      else { continue }
      let places = Self.columns.compactMap { TidyColumn.allCases.firstIndex(of: $0) }
      for row in sheet.rows.dropFirst() {
        let found = places.map { place in
          sheet.cell(at: CellReference(row: row.index, column: place)).map(Self.text) ?? ""
        }
        if found.contains(where: { !$0.isEmpty }) {
          texts[Key(sheet: sheet.name, row: row.index)] = found
        }
      }
    }
  }

  /// Puts the sources of the first file into rows of the tidy table.
  func apply(to rows: inout [[String]], of report: Report) {
    guard !texts.isEmpty else { return }
    for (number, row) in report.rows.enumerated() where rows.indices.contains(number) {
      let location = report.location(of: row.indicator.row)
      guard let sheet = location.sheet, let range = location.range,
        let found = texts[Key(sheet: sheet, row: range.first.row)]
      else { continue }
      for (column, text) in zip(Self.columns, found) {
        if let place = TidyColumn.allCases.firstIndex(of: column) { rows[number][place] = text }
      }
    }
  }

  private static func text(_ cell: Cell) -> String {
    if case .string(let text) = cell.value { return text }
    return ""
  }
}
