import ReportModel
import Spreadsheet

/// The columns whose labels are printed in every row, so that a blank in them means nothing and takes
/// nothing from above.
struct RepeatedLabels {
  private(set) var fields: FieldMask = []

  init(grid: TableGrid, roles: [SheetLayout.RowRole?]) {
    if grid.columns.isTidy {
      for field in ReportField.allCases { fields.insert(FieldMask(field)) }
      return
    }
    for field in [ReportField.section, .serial, .goal, .action, .task, .lead] {
      guard let slot = grid.columns.slot(of: field) else { continue }
      var repeats = 0
      var blanks = 0
      var previous: CellValue?
      for offset in roles.indices where roles[offset] == .data {
        let value = grid.ownCell(offset, slot)?.value
        if let value {
          if value == previous { repeats += 1 }
        } else if grid.mergeNumber(offset, slot) == nil {
          blanks += 1
        }
        previous = value
      }
      // A blank lead belongs to the lead above within the goal; it takes more to think otherwise.
      let weight = field == .lead ? 4 : 1
      if repeats > blanks * weight { fields.insert(FieldMask(field)) }
    }
  }
}
