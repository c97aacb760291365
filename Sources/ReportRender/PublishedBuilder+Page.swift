import ReportModel
import Spreadsheet

extension PublishedBuilder {
  /// Gives every row the height that its longest text needs, and the rows under a merged label
  /// what the label needs beyond that.
  mutating func setHeights() {
    var merged: Set<CellReference> = []
    for label in labels {
      merged.insert(CellReference(row: label.rows.lowerBound, column: label.columns.lowerBound))
    }
    for index in sheet.rows.indices where sheet.rows[index].height == nil {
      var height = Self.lineHeight
      for cell in sheet.rows[index].cells {
        guard case .string(let text) = cell.value,
          !merged.contains(CellReference(row: index, column: cell.column))
        else { continue }
        height = max(height, Self.height(of: text, width: columns[cell.column].width))
      }
      sheet.rows[index].height = height + Self.padding
    }
    // Inner labels come before the ones around them, so each sees the heights below it.
    for label in labels {
      let width = label.columns.reduce(0) { $0 + columns[$1].width }
      let needed = Self.height(of: label.text, width: width) + Self.padding
      let present = label.rows.reduce(0.0) { $0 + (sheet.rows[$1].height ?? 0) }
      guard needed > present else { continue }
      let share = ((needed - present) / Double(label.rows.count) * 4).rounded(.up) / 4
      for row in label.rows {
        sheet.rows[row].height = min(409, (sheet.rows[row].height ?? 0) + share)
      }
    }
  }

  /// Landscape A4, as wide as the page, with the header on every page and its number below.
  mutating func setPage() {
    sheet.columns = columns.enumerated().map { index, column in
      ColumnProperties(columns: index...index, width: column.width)
    }
    sheet.frozenPane = FrozenPane(rows: headerRows.upperBound + 1)
    sheet.page = .list(header: headerRows)
    sheet.page.footer = "&C第 &P 页，共 &N 页"
    sheet.page.isCenteredHorizontally = true
    sheet.page.margins = PageMargins(left: 0.5, right: 0.5, top: 0.6, bottom: 0.6)
  }

  static let lineHeight = 14.0
  private static let padding = 6.0

  /// The height in points of a text that is broken into lines of a width in characters.
  static func height(of text: String, width: Double) -> Double {
    let room = max(2, width - 1)
    var lines = 0.0
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += max(1, (Double(displayWidth(of: part)) / room).rounded(.up))
    }
    return min(409 - padding, lines * lineHeight)
  }

  /// The width of a text in narrow characters: Chinese ones count two.
  private static func displayWidth(of text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (CleanText.isCJK($1) ? 2 : 1) }
  }
}
