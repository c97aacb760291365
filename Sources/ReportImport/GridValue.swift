import Spreadsheet

/// What a field of a row finds in the grid: a cell of its own, the anchor of a merged range, or nothing.
struct GridValue {
  enum Origin {
    /// The cell stands in the row itself.
    case own
    /// The cell is the anchor of a merged range that began in a row above.
    case above
    /// There is nothing, or the range belongs to a column further left.
    case nothing
  }

  var cell: Cell?
  var origin: Origin
  /// The merged range, where there is one over several rows.
  var rows: CellRange?
  /// Where the value stands: the cell, or the whole range.
  var place: CellRange

  /// Whether there is nothing to read.
  var isBlank: Bool { cell == nil }
}

extension TableGrid {
  /// The value of a slot, merged ranges resolved (invariant I2).
  func value(_ offset: Int, _ slot: Int) -> GridValue {
    let reference = reference(offset, slot)
    guard let number = mergeNumber(offset, slot) else {
      let cell = ownCell(offset, slot)
      return GridValue(
        cell: cell, origin: cell == nil ? .nothing : .own, rows: nil, place: CellRange(reference))
    }
    let range = merges[number]
    // A range over several columns belongs to the leftmost of them.
    if range.first.column < reference.column, range.first.column >= columns.first {
      return GridValue(cell: nil, origin: .nothing, rows: nil, place: CellRange(reference))
    }
    let several = range.rows.count > 1 ? range : nil
    if range.first.row == reference.row {
      let cell = anchors[number]
      return GridValue(
        cell: cell, origin: cell == nil ? .nothing : .own, rows: several, place: range)
    }
    let filled = anchors[number]
    return GridValue(
      cell: filled, origin: filled == nil ? .nothing : .above, rows: several, place: range)
  }
}
