import ReportMatching
import ReportModel

/// The shared cells of a report: which rows share which values.
struct GroupIndex {
  /// A field of a group.
  struct Key: Hashable, Comparable {
    var id: String
    var field: MeasureField

    static func < (one: Key, other: Key) -> Bool {
      (one.id, one.field.rawValue) < (other.id, other.field.rawValue)
    }
  }

  /// A shared cell.
  struct Shared {
    var rows: [Int] = []
    var measure = Measure()
  }

  private(set) var cells: [Key: Shared] = [:]

  init(_ rows: [Report.Indicator]) {
    for (row, indicator) in rows.enumerated() {
      for field in MeasureField.allCases {
        let measure = indicator[field]
        guard let id = measure.group else { continue }
        var shared = cells[Key(id: id, field: field)] ?? Shared()
        shared.rows.append(row)
        if shared.rows.count == 1 || (shared.measure.isBlank && !measure.isBlank) {
          shared.measure = measure
        }
        cells[Key(id: id, field: field)] = shared
      }
    }
  }

  /// The shared cell that a measure belongs to.
  func key(_ measure: Measure, _ field: MeasureField) -> Key? {
    measure.group.map { Key(id: $0, field: field) }
  }

  /// What a measure says for its row: the shared value for every member.
  func effective(_ measure: Measure, _ field: MeasureField) -> Measure {
    guard let key = key(measure, field), let shared = cells[key] else { return measure }
    return shared.measure
  }
}

/// Which shared cells of two reports are the same: all members of the one are the members of the
/// other.
struct GroupPairs {
  private var partners: [GroupIndex.Key: GroupIndex.Key] = [:]

  init(_ old: GroupIndex, _ new: GroupIndex, matching: NodeMatching) {
    if old.cells.isEmpty || new.cells.isEmpty { return }
    var byMembers: [[Int]: [GroupIndex.Key]] = [:]
    for (key, shared) in new.cells { byMembers[shared.rows, default: []].append(key) }
    for (key, shared) in old.cells {
      let rows = shared.rows.compactMap { matching.partner(ofLeftRow: $0) }.sorted()
      guard rows.count == shared.rows.count else { continue }
      partners[key] = byMembers[rows]?.first { $0.field == key.field }
    }
  }

  /// Whether two measures belong to shared cells that are the same, or neither to one.
  func areSame(_ one: GroupIndex.Key?, _ other: GroupIndex.Key?) -> Bool {
    guard let one else { return other == nil }
    return other != nil && partners[one] == other
  }
}

extension Report.Indicator {
  /// A measure by its field.
  subscript(field: MeasureField) -> Measure {
    switch field {
    case .target: target
    case .achieved: achieved
    case .percent: percent
    }
  }
}
