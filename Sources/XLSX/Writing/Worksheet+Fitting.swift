public import Spreadsheet

extension Worksheet {
  /// The sheet with the sizes that its contents need, where it states none: widths of columns, and
  /// heights of rows with wrapped or merged text. Linear in the cells.
  ///
  /// Some programs open up rows for wrapped text when they read a file, others print what is stated.
  public func fitted(styles: StyleTable, dateSystem: DateSystem = .year1900) -> Worksheet {
    var sheet = self
    let looks = styles.styles.map { ColumnFit.Look($0) }
    var fit = SheetFit(self, looks: looks, dateSystem: dateSystem)
    var added: [Row] = []
    var streamed = StreamedRow()
    for index in rows.indices {
      streamed.fill(rows[index])
      fit.columns.take(streamed)
      added += fit.rows.rows(before: streamed.index).map { Row(index: $0.index, height: $0.height) }
      if let height = fit.rows.height(of: streamed) { sheet.rows[index].height = height }
    }
    added += fit.rows.rows(before: CellReference.rowLimit)
      .map { Row(index: $0.index, height: $0.height) }
    sheet.columns = fit.columns.fitted(columns)
    if !added.isEmpty { sheet.rows = (sheet.rows + added).sorted { $0.index < $1.index } }
    return sheet
  }
}

extension StreamedRow {
  /// Takes the cells of a row that is a value.
  fileprivate mutating func fill(_ row: Row) {
    reset(index: row.index)
    isHidden = row.isHidden
    height = row.height
    style = row.style
    for cell in row.cells {
      switch cell.value {
      case .empty: append([UInt8](), kind: .empty, column: cell.column, style: cell.style)
      case .string(let text):
        append(text, kind: .string, column: cell.column, style: cell.style)
      case .error(let text):
        append(text, kind: .error, column: cell.column, style: cell.style)
      case .boolean(let flag):
        append(flag ? "1" : "0", kind: .boolean, column: cell.column, style: cell.style)
      case .number(let number):
        var digits: [UInt8] = []
        NumberText.append(number, to: &digits)
        append(digits, kind: .number, column: cell.column, style: cell.style)
      }
    }
  }
}
