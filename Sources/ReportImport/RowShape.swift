import ReportModel
import Spreadsheet

/// Which fields of a row are filled, before any text is looked at.
struct RowShape {
  /// Fields with a cell of their own.
  var own: FieldMask = []
  /// Fields that a merged range from above fills.
  var above: FieldMask = []
  /// How many slots with headers are filled.
  var count = 0
  /// The first filled slot.
  var first = 0
  /// Whether a level's label stands in a merged range that goes on below.
  var continuesBelow = false

  init(_ grid: TableGrid, _ offset: Int, masks: [FieldMask]) {
    for slot in grid.columns.telling {
      if grid.isFilled(offset, slot) {
        if let range = grid.merge(offset, slot) {
          // What stands under a merged range is not read.
          guard range.first == grid.reference(offset, slot) else { continue }
          if range.rows.count > 1 { continuesBelow = true }
        }
        if count == 0 { first = slot }
        count += 1
        own.formUnion(masks[slot])
      } else if let range = grid.merge(offset, slot), range.first.row < grid.index(of: offset),
        range.first.column == grid.columns.column(of: slot)
      {
        above.formUnion(masks[slot])
      }
    }
  }
}
