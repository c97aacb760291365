import Spreadsheet

/// The pieces of a cell's tag that come again and again, ready to be copied.
struct CellFragments {
  private var columns: [UInt8] = []
  private var columnEnds: [Int] = []
  private var styles: [UInt8] = []
  private var styleEnds: [Int] = []

  init(styles indices: [Int]) {
    for index in indices {
      styles.append(0x22)
      if index > 0 {
        styles.append(contentsOf: Array(" s=\"".utf8))
        styles.appendDecimal(index)
        styles.append(0x22)
      }
      styleEnds.append(styles.count)
    }
  }

  /// Makes the pieces of columns up to one.
  mutating func prepare(upTo column: Int) {
    while columnEnds.count <= column {
      columns.append(contentsOf: Array("<c r=\"".utf8))
      CellReference.appendColumnName(columnEnds.count, to: &columns)
      columnEnds.append(columns.count)
    }
  }

  /// Appends `<c r="B7" s="3"` without the end of the tag.
  @inline(__always)
  func put(column: Int, row: Span<UInt8>, style: Int, into buffer: inout XMLBuffer) {
    let start = column == 0 ? 0 : columnEnds[column - 1]
    buffer.put(columns.span.extracting(start..<columnEnds[column]))
    buffer.put(row)
    let index = style >= 0 && style < styleEnds.count ? style : 0
    let first = index == 0 ? 0 : styleEnds[index - 1]
    buffer.put(styles.span.extracting(first..<styleEnds[index]))
  }
}
