import Spreadsheet

/// A sheet under construction, row by row from a corner.
struct SheetSketch {
  private let name: String
  private let left: Int
  private var row: Int
  private var cells: [Int: [Int: Cell]] = [:]
  /// Merged ranges that grow downwards, by column, and those that are done.
  private var growing: [Int: CellRange] = [:]
  private var merged: [CellRange] = []

  init(name: String, row: Int = 0, left: Int = 0) {
    self.name = name
    self.row = row
    self.left = left
  }

  mutating func next() { row += 1 }

  mutating func put(_ value: CellValue, at place: Int, style: Int = 0) {
    let column = left + place
    cells[row, default: [:]][column] = Cell(column: column, value: value, style: style)
    close(column)
  }

  /// Merges the cell of this row with those to its right and below.
  mutating func merge(at place: Int = 0, rows: Int = 1, columns: Int = 1) {
    let column = left + place
    merged.append(
      CellRange(rows: row...(row + rows - 1), columns: column...(column + columns - 1)))
  }

  /// Lets the cell above reach into this row.
  mutating func extend(at place: Int) {
    let column = left + place
    let range = growing[column] ?? CellRange(rows: (row - 1)...row, columns: column...column)
    growing[column] = CellRange(rows: range.first.row...row, columns: column...column)
  }

  private mutating func close(_ column: Int) {
    if let range = growing.removeValue(forKey: column) { merged.append(range) }
  }

  func worksheet() -> Worksheet {
    var sheet = Worksheet(name: name)
    sheet.rows = cells.sorted { $0.key < $1.key }.map { index, cells in
      Row(index: index, cells: cells.values.sorted { $0.column < $1.column })
    }
    sheet.mergedRanges = (merged + growing.values).sorted()
    return sheet
  }
}

extension Workbook {
  /// A workbook with one sheet out of texts: rows at line ends, cells at `|`, numbers as numbers.
  static func sketch(_ text: String, name: String = "Sheet1", merged: [String] = []) -> Workbook {
    var sheet = Worksheet(name: name)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var cells: [Cell] = []
      for (column, cell) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      where !cell.isEmpty {
        let number =
          cell.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) ? Double(cell) : nil
        cells.append(
          Cell(column: column, value: number.map { .number($0) } ?? .string(String(cell))))
      }
      sheet.rows.append(Row(index: index, cells: cells))
    }
    sheet.mergedRanges = merged.map { CellRange($0) ?? CellRange(rows: 0...0, columns: 0...0) }
    return Workbook(sheets: [sheet])
  }
}
