import Spreadsheet

/// The header of a table, where there is one: the first full row of distinct texts, with data below.
struct TableHeader {
  /// The position of the header in `SheetTable.lines`; nil for a table without header.
  var line: Int?
  /// The columns that hold anything from the header down, ascending.
  var columns: [Int]
  /// The name of each column, by the same positions; nil where the header is blank or absent.
  var names: [String?]

  /// The rows below the header.
  func dataLines(of table: SheetTable) -> [Int] {
    Array(((line ?? -1) + 1)..<max(table.lines.count, (line ?? -1) + 1))
  }

  /// The rows above the header: titles and the like.
  func leadingLines() -> [Int] { Array(0..<(line ?? 0)) }

  /// Finds the header among the first rows.
  init(of table: SheetTable) {
    line = Self.headerLine(of: table)
    var isUsed = [Bool](repeating: false, count: CellReference.columnLimit)
    for line in table.lines[(line ?? 0)...] {
      for position in line.cells { isUsed[Int(table.cells[position].column)] = true }
    }
    columns = isUsed.indices.filter { isUsed[$0] }
    names = columns.map { _ in nil }
    if let line { names = columns.map { table.text(line: line, column: $0) } }
  }

  /// Treats the table as one without header.
  mutating func dropHeader(of table: SheetTable) {
    guard line != nil else { return }
    var isUsed = Set(columns)
    for line in table.lines {
      for position in line.cells { isUsed.insert(Int(table.cells[position].column)) }
    }
    line = nil
    columns = isUsed.sorted()
    names = columns.map { _ in nil }
  }

  /// What a column is called: its header, or its letters.
  func title(of column: Int) -> String {
    let place = columns.partitioningIndex { $0 >= column }
    if place < columns.count, columns[place] == column, let name = names[place] { return name }
    return CellReference.columnName(column)
  }

  private static func headerLine(of table: SheetTable) -> Int? {
    let sample = table.lines.prefix(200).map(\.count).sorted()
    guard let usual = sample.isEmpty ? nil : sample[sample.count * 3 / 4] else { return nil }
    for (place, line) in table.lines.prefix(20).enumerated() {
      // A title or a note fills fewer cells than the rows of the table do.
      guard Int(line.count) * 5 >= Int(usual) * 3, line.count > 1 || usual == 1 else { continue }
      let cells = table.cells[line.cells]
      guard cells.allSatisfy({ $0.kind == .text }), place + 1 < table.lines.count else {
        return nil
      }
      let texts = Set(cells.map { table.text($0) })
      return texts.count * 10 >= cells.count * 7 ? place : nil
    }
    return nil
  }
}
