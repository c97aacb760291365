import Spreadsheet

/// The merged ranges of a sheet in reading order, for lookups by row.
struct SheetMerges {
  /// The ranges over more than one cell, by their top left corners.
  let ranges: [CellRange]

  init(_ sheet: Worksheet) {
    let several = sheet.mergedRanges.filter { !$0.isSingleCell }
    let isSorted = zip(several, several.dropFirst()).allSatisfy { $0.first < $1.first }
    ranges = isSorted ? several : several.sorted()
  }

  /// The ranges whose first row is one of the given ones. Logarithmic.
  func starting(in rows: Range<Int>) -> ArraySlice<CellRange> {
    let start = ranges.partitioningIndex { $0.first.row >= rows.lowerBound }
    let end = ranges.partitioningIndex { $0.first.row >= rows.upperBound }
    return ranges[start..<max(start, end)]
  }

  /// The range that begins at a cell.
  func range(at cell: CellReference) -> CellRange? {
    let place = ranges.partitioningIndex { $0.first >= cell }
    guard place < ranges.count, ranges[place].first == cell else { return nil }
    return ranges[place]
  }
}
