public import Spreadsheet

extension TidyTable {
  /// The table as a workbook: one sheet with a header that stays in view and filter buttons.
  ///
  /// A text in a column of numbers becomes a number where its shortest form is that very text;
  /// everything else stays text.
  public func workbook(sheetName: String = "Sheet1") -> Workbook {
    var styles = StyleTable()
    var header = CellStyle()
    header.font.isBold = true
    header.fill = .solid(Color(rgb: 0xE8EEF7))
    header.border.bottom = .thin
    let headerStyle = styles.index(of: header)
    var text = CellStyle()
    text.numberFormat = NumberFormat(code: "@")
    let textStyle = styles.index(of: text)

    var sheet = Worksheet(name: sheetName)
    sheet.rows.append(
      Row(
        index: 0,
        cells: Self.headers.enumerated().map {
          Cell(column: $0, value: .string($1), style: headerStyle)
        }))
    for (index, texts) in rows.enumerated() {
      var cells: [Cell] = []
      for (column, field) in zip(TidyColumn.allCases, texts).enumerated() where !field.1.isEmpty {
        if field.0.isNumeric, let number = Self.number(field.1) {
          cells.append(Cell(column: column, value: .number(number)))
        } else {
          cells.append(
            Cell(
              column: column, value: .string(field.1),
              style: Self.looksLikeNumber(field.1) ? textStyle : 0))
        }
      }
      sheet.rows.append(Row(index: index + 1, cells: cells))
    }
    sheet.frozenPane = FrozenPane(rows: 1)
    sheet.page.isLandscape = true
    sheet.page.titleRows = 0...0
    sheet.autoFilter = CellRange(
      rows: 0...rows.count, columns: 0...(Self.headers.count - 1))
    sheet.columns = TidyColumn.allCases.enumerated().map { column, name in
      ColumnProperties(columns: column...column, width: Self.width(of: name))
    }
    return Workbook(sheets: [sheet], styles: styles)
  }

  /// The number whose shortest form is the text; nil if there is none.
  static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 17, let number = Double(text), number.isFinite else { return nil }
    if let whole = Int(exactly: number) { return String(whole) == text ? number : nil }
    return "\(number)" == text ? number : nil
  }

  private static func looksLikeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "-")
  }

  private static func width(of column: TidyColumn) -> Double {
    switch column {
    case .section, .goal, .action, .indicator: 24
    case .task: 48
    case .lead, .support, .remark, .rowID, .findings, .extras, .sourceFile: 18
    default: 12
    }
  }
}
