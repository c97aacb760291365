import ReportModel
import Spreadsheet

/// The merged measures of a table: which rows share which cell.
struct SharedCells {
  private struct Shared {
    let field: MeasureField
    var rows: [Int]
    let range: CellRange
  }

  private var shared: [Shared] = []
  /// The places in `shared`, by the number of the merged range and the field.
  private var places: [Int: Int] = [:]
  private(set) var groups: [Report.Group] = []

  /// Takes in a row under a merged range; true for the first of them, which holds the value.
  mutating func add(_ number: Int, _ field: MeasureField, row: Int, range: CellRange) -> Bool {
    let key = number * MeasureField.allCases.count + Self.order(of: field)
    if let place = places[key] {
      shared[place].rows.append(row)
      return false
    }
    places[key] = shared.count
    shared.append(Shared(field: field, rows: [row], range: range))
    return true
  }

  private static func order(of field: MeasureField) -> Int {
    switch field {
    case .target: 0
    case .achieved: 1
    case .percent: 2
    }
  }

  /// Makes groups of the cells with several rows; cells over the same rows are one group.
  mutating func close(_ rows: inout [ImportedRow], source: Int) {
    // By the first row: few cells begin in one.
    var known: [Int: [(rows: [Int], place: Int)]] = [:]
    for cell in shared where cell.rows.count > 1 {
      let address = CellAddress(source: source, range: cell.range)
      let place: Int
      if let same = known[cell.rows[0]]?.first(where: { $0.rows == cell.rows }) {
        place = same.place
        groups[place].fields.append(cell.field)
      } else {
        place = groups.count
        known[cell.rows[0], default: []].append((cell.rows, place))
        groups.append(
          Report.Group(
            id: "", size: cell.rows.count, fields: [cell.field], evidence: .merge, address: address)
        )
      }
      // The name is made when all tables are read; until then it is the place.
      for row in cell.rows {
        let name = String(place)
        switch cell.field {
        case .target: rows[row].indicator.target.group = name
        case .achieved: rows[row].indicator.achieved.group = name
        case .percent: rows[row].indicator.percent.group = name
        }
      }
    }
  }
}
