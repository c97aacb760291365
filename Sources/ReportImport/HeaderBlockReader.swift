import ReportModel
import Spreadsheet

/// Reads the texts of header rows: merged ones over all their columns, group labels over the blanks
/// beside them.
struct HeaderBlockReader {
  let sheet: Worksheet
  let merges: SheetMerges

  /// More columns than this are no table that a person reads.
  static let columnLimit = 512

  /// Reads a block of rows.
  func block(_ rows: ClosedRange<Int>) -> HeaderBlock {
    var labels: [[Int: HeaderBlock.Label]] = Array(repeating: [:], count: rows.count)
    // A merged label may begin above the block.
    let start = max(0, rows.lowerBound - 3)
    for row in start...rows.upperBound {
      guard let cells = sheet.row(at: row)?.cells else { continue }
      for cell in cells {
        guard let text = text(of: cell) else { continue }
        let anchor = CellReference(row: row, column: cell.column)
        let range = merges.range(at: anchor) ?? CellRange(anchor)
        guard range.last.row >= rows.lowerBound else { continue }
        let last = min(range.last.column, range.first.column + Self.columnLimit)
        let label = HeaderBlock.Label(
          text: text, anchor: anchor, columns: range.first.column...last)
        for covered in max(row, rows.lowerBound)...min(range.last.row, rows.upperBound) {
          for column in label.columns where labels[covered - rows.lowerBound][column] == nil {
            labels[covered - rows.lowerBound][column] = label
          }
        }
      }
    }
    extendGroups(&labels)
    return HeaderBlock(rows: rows, columns: columns(of: labels))
  }

  private func text(of cell: Cell) -> String? {
    switch cell.value {
    case .string(let text):
      let shown = CleanText.display(text)
      return shown.isEmpty ? nil : shown
    case .number(let number): return CleanText.shortest(number)
    case .empty, .boolean, .error: return nil
    }
  }

  /// A group label without a merged range stands over the blanks to its right that have labels below.
  private func extendGroups(_ labels: inout [[Int: HeaderBlock.Label]]) {
    for level in labels.indices.dropLast() {
      let lower = labels[level + 1]
      for (column, label) in labels[level] where label.columns.count == 1 {
        guard let below = lower[column], below.anchor != label.anchor else { continue }
        var last = column
        while last - column < Self.columnLimit, labels[level][last + 1] == nil,
          lower[last + 1] != nil
        {
          last += 1
        }
        guard last > column else { continue }
        let wide = HeaderBlock.Label(
          text: label.text, anchor: label.anchor, columns: column...last)
        for covered in wide.columns { labels[level][covered] = wide }
      }
    }
  }

  private func columns(of labels: [[Int: HeaderBlock.Label]]) -> [HeaderBlock.Column] {
    var numbers: Set<Int> = []
    for row in labels { numbers.formUnion(row.keys) }
    return numbers.sorted().prefix(Self.columnLimit).map { column in
      var path: [HeaderBlock.Label] = []
      for row in labels {
        if let label = row[column], path.last?.anchor != label.anchor { path.append(label) }
      }
      return HeaderBlock.Column(
        column: column, path: path, isHidden: sheet.isColumnHidden(column))
    }
  }
}
