public import Spreadsheet
public import TableDiff

/// The difference of two tables as a workbook: a summary and the list of changes.
public enum TableDiffWorkbook {
  /// The workbook; what is only info is listed where it is asked for.
  public static func workbook(
    of comparison: TableComparison, includesInfo: Bool = false, language: MergeLanguage = .chinese
  ) -> Workbook {
    let words = TableDiffWords(language: language)
    let styles = MergeLogStyles()
    var table = styles.table
    var deleted = CellStyle()
    deleted.font.isStruckThrough = true
    deleted.fill = .solid(Color(rgb: 0xFBDCDC))
    deleted.alignment.wrapsText = true
    deleted.alignment.vertical = .top
    let old = table.index(of: deleted)
    var added = deleted
    added.font.isStruckThrough = false
    added.fill = .solid(Color(rgb: 0xD7F3DD))
    let new = table.index(of: added)
    var sheet = Worksheet(name: words.title)
    sheet.rows = [
      Row(index: 0, cells: [Cell(column: 0, value: .string(words.title), style: styles.title)]),
      Row(
        index: 1,
        cells: [Cell(column: 0, value: .string(words.summary(comparison)), style: styles.plain)]),
      Row(
        index: 3,
        cells: ([language("Sheet", "工作表")] + words.headers).enumerated().map {
          Cell(column: $0, value: .string($1), style: styles.header)
        }),
    ]
    for change in comparison.changes where includesInfo || change.level == .change {
      let texts = [change.sheet] + words.cells(change)
      let cells = texts.enumerated().compactMap { column, text -> Cell? in
        if text.isEmpty { return nil }
        let style = column == 4 ? old : column == 5 ? new : styles.plain
        return Cell(column: column, value: .string(text), style: style)
      }
      sheet.rows.append(Row(index: sheet.rows.count + 1, cells: cells))
    }
    sheet.columns = [14, 12, 18, 18, 28, 28, 12, 18, 18].enumerated().map {
      ColumnProperties(columns: $0.offset...$0.offset, width: $0.element)
    }
    sheet.frozenPane = FrozenPane(rows: 4)
    sheet.page = .list(header: 3...3)
    return Workbook(sheets: [sheet], styles: table)
  }
}
