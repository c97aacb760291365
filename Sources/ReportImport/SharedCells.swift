import ReportModel
import Spreadsheet

/// The merged measures of a table: which rows share which cell.
struct SharedCells {
  private struct Key: Hashable {
    var number: Int
    var field: MeasureField
  }

  private struct Shared {
    var rows: [Int]
    var range: CellRange
  }

  private var shared: [Key: Shared] = [:]
  private var order: [Key] = []
  private(set) var groups: [Report.Group] = []

  /// Takes in a row under a merged range; true for the first of them, which holds the value.
  mutating func add(_ number: Int, _ field: MeasureField, row: Int, range: CellRange) -> Bool {
    let key = Key(number: number, field: field)
    if shared[key] != nil {
      shared[key]?.rows.append(row)
      return false
    }
    shared[key] = Shared(rows: [row], range: range)
    order.append(key)
    return true
  }

  /// Makes groups of the cells with several rows; cells over the same rows are one group.
  mutating func close(_ rows: inout [ImportedRow], source: Int) {
    var places: [[Int]: Int] = [:]
    for key in order {
      guard let cell = shared[key], cell.rows.count > 1 else { continue }
      let address = CellAddress(source: source, range: cell.range)
      let place: Int
      if let known = places[cell.rows] {
        place = known
        groups[place].fields.append(key.field)
      } else {
        place = groups.count
        places[cell.rows] = place
        groups.append(
          Report.Group(
            id: "", size: cell.rows.count, fields: [key.field], evidence: .merge, address: address))
      }
      // The name is made when all tables are read; until then it is the place.
      for row in cell.rows {
        let name = String(place)
        switch key.field {
        case .target: rows[row].indicator.target.group = name
        case .achieved: rows[row].indicator.achieved.group = name
        case .percent: rows[row].indicator.percent.group = name
        }
      }
    }
  }
}
