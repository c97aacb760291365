internal import Spreadsheet

/// Rows that wait to be put in order, in three runs of memory: a sheet of a million short rows in
/// reverse must not become a million arrays.
struct RowStore {
  private struct Record {
    var index: Int
    var height: Double?
    var isHidden: Bool
    var style: Int
    var richText: [Int: [TextRun]]
    var cells: Range<Int>
    var bytes: Range<Int>
  }

  private var records: [Record] = []
  private var cells: [StreamedCell] = []
  private var bytes: [UInt8] = []

  private let limit: Int
  private let location: SourceLocation

  /// Makes a store; a row with more bytes than the limit is an error at the location.
  init(rowSize limit: Int, location: SourceLocation) {
    self.limit = limit
    self.location = location
  }

  /// The number of cells.
  var cellCount: Int { cells.count }

  /// Adds a row, or a piece of one.
  mutating func append(_ row: StreamedRow) {
    let firstCell = cells.count
    let firstByte = bytes.count
    cells.append(contentsOf: row.cells)
    bytes.append(contentsOf: row.bytes)
    records.append(
      Record(
        index: row.index, height: row.height, isHidden: row.isHidden,
        style: row.style, richText: row.richText, cells: firstCell..<cells.count,
        bytes: firstByte..<bytes.count))
  }

  /// Gives all rows out in order, pieces of one put together; the flag says that there were several.
  func forEachSorted(_ body: (inout StreamedRow, _ isMerged: Bool) throws -> Void) throws {
    let order = records.indices.sorted { (records[$0].index, $0) < (records[$1].index, $1) }
    var row = StreamedRow()
    var place = 0
    while place < order.count {
      let first = records[order[place]]
      row.reset(index: first.index)
      var pieces = 0
      while place < order.count, records[order[place]].index == first.index {
        try add(records[order[place]], to: &row)
        pieces += 1
        place += 1
      }
      try body(&row, pieces > 1)
    }
  }

  private func add(_ record: Record, to row: inout StreamedRow) throws(XLSXError) {
    let size = row.bytes.count + record.bytes.count
    guard let shift = Int32(exactly: row.bytes.count), size <= limit, size < Int(Int32.max) else {
      throw XLSXError(
        code: "LIMIT", at: location,
        "row \(record.index + 1) has \(size) bytes of text; \(ReadLimits.advice("row-size", limit))"
      )
    }
    row.bytes.append(contentsOf: bytes[record.bytes])
    row.isHidden = row.isHidden || record.isHidden
    row.height = row.height ?? record.height
    if row.style == 0 { row.style = record.style }
    if !record.richText.isEmpty { row.richText.merge(record.richText) { $1 } }
    for var cell in cells[record.cells] {
      cell.text = (cell.text.lowerBound + shift)..<(cell.text.upperBound + shift)
      if !cell.formula.isEmpty {
        cell.formula = (cell.formula.lowerBound + shift)..<(cell.formula.upperBound + shift)
      }
      row.cells.append(cell)
    }
  }
}
