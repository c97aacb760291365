import Spreadsheet

/// The cells of a table by row and slot, with the merged range that each lies in.
///
/// Rows are those that the sheet holds; both tables are flat arrays, so that a lookup is an index.
struct TableGrid {
  let sheet: Worksheet
  /// The positions in `sheet.rows`.
  let rows: Range<Int>
  let columns: TableColumns
  private(set) var merges: [CellRange] = []
  /// The first cells of the merged ranges, where there is something in them.
  private(set) var anchors: [Cell?] = []
  private var cellPlaces: [Int32]
  private var mergePlaces: [Int32]
  /// Cells outside of the table, by column: how many and the first row.
  private(set) var outside: [Int: (count: Int, row: Int)] = [:]

  init(sheet: Worksheet, merges: SheetMerges, rows: Range<Int>, columns: TableColumns) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
    let width = columns.slots.count
    cellPlaces = Array(repeating: -1, count: rows.count * width)
    mergePlaces = []
    for (offset, position) in rows.enumerated() {
      for (place, cell) in sheet.rows[position].cells.enumerated() {
        let slot = cell.column - columns.first
        if slot >= 0, slot < width {
          if cell.isFilled { cellPlaces[offset * width + slot] = Int32(place) }
        } else if cell.isFilled {
          let known = outside[cell.column]
          outside[cell.column] = ((known?.count ?? 0) + 1, known?.row ?? sheet.rows[position].index)
        }
      }
    }
    place(merges)
  }

  private mutating func place(_ all: SheetMerges) {
    guard let first = rows.first, let last = rows.last else { return }
    let width = columns.slots.count
    let span = sheet.rows[first].index..<(sheet.rows[last].index + 1)
    for range in all.starting(in: span) {
      let left = max(range.first.column - columns.first, 0)
      let right = min(range.last.column - columns.first, width - 1)
      guard left <= right else { continue }
      if mergePlaces.isEmpty { mergePlaces = Array(repeating: -1, count: cellPlaces.count) }
      let number = Int32(truncatingIfNeeded: merges.count)
      merges.append(range)
      let anchor = sheet.cell(at: range.first)
      anchors.append(anchor?.isFilled == true ? anchor : nil)
      var offset =
        sheet.rows[rows].partitioningIndex { $0.index >= range.first.row } - rows.lowerBound
      while offset < rows.count, index(of: offset) <= range.last.row {
        // Ranges that overlap are no ranges of an office program; the first one counts.
        if mergePlaces[offset * width + left] >= 0 { break }
        for slot in left...right where mergePlaces[offset * width + slot] < 0 {
          mergePlaces[offset * width + slot] = number
        }
        offset += 1
      }
    }
  }

  /// The row of the sheet.
  func index(of offset: Int) -> Int { sheet.rows[rows.lowerBound + offset].index }

  /// Whether the row is hidden.
  func isHidden(_ offset: Int) -> Bool { sheet.rows[rows.lowerBound + offset].isHidden }

  /// The cell that stands in a slot itself, merged or not; nil for a blank.
  func ownCell(_ offset: Int, _ slot: Int) -> Cell? {
    let place = cellPlaces[offset * columns.slots.count + slot]
    guard place >= 0 else { return nil }
    return sheet.rows[rows.lowerBound + offset].cells[Int(place)]
  }

  /// Whether there is a cell with content in a slot.
  func isFilled(_ offset: Int, _ slot: Int) -> Bool {
    cellPlaces[offset * columns.slots.count + slot] >= 0
  }

  /// The number of the merged range that a slot lies in.
  func mergeNumber(_ offset: Int, _ slot: Int) -> Int? {
    guard !mergePlaces.isEmpty else { return nil }
    let number = mergePlaces[offset * columns.slots.count + slot]
    return number < 0 ? nil : Int(number)
  }

  /// The merged range that a slot lies in.
  func merge(_ offset: Int, _ slot: Int) -> CellRange? {
    mergeNumber(offset, slot).map { merges[$0] }
  }

  /// The position of a cell.
  func reference(_ offset: Int, _ slot: Int) -> CellReference {
    CellReference(row: index(of: offset), column: columns.column(of: slot))
  }

  /// Whether a slot is the top left cell of its merged range, or in none.
  func isAnchor(_ offset: Int, _ slot: Int) -> Bool {
    guard let range = merge(offset, slot) else { return true }
    return range.first == reference(offset, slot)
  }
}
