import ReportModel

/// Brings the groups of a tidy form back: which rows share a cell, and in which fields.
enum TidyGroups {
  /// The value of a shared field stands in the first row of its group only.
  static func apply(to rows: inout [ImportedRow], groups: inout [Report.Group]) {
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for index in rows.indices where !rows[index].tidyGroup.isEmpty {
      for name in rows[index].tidyGroup.split(separator: ";").map(String.init) {
        if members[name] == nil { order.append(name) }
        members[name, default: []].append(index)
      }
    }
    var taken: [MeasureField: Set<Int>] = [:]
    for name in order {
      guard let indices = members[name], let first = indices.first, indices.count > 1 else {
        continue
      }
      var fields: [MeasureField] = []
      for field in MeasureField.allCases
      where taken[field, default: []].isDisjoint(with: indices) {
        let isShared =
          !measure(field, rows[first]).isBlank
          && indices.dropFirst().allSatisfy { measure(field, rows[$0]).isBlank }
        guard isShared else { continue }
        fields.append(field)
        taken[field, default: []].formUnion(indices)
        for index in indices { set(name, field, &rows[index].indicator) }
      }
      guard !fields.isEmpty else { continue }
      groups.append(
        Report.Group(id: name, size: indices.count, fields: fields, evidence: .manual))
    }
  }

  private static func measure(_ field: MeasureField, _ row: ImportedRow) -> Measure {
    switch field {
    case .target: row.indicator.target
    case .achieved: row.indicator.achieved
    case .percent: row.indicator.percent
    }
  }

  private static func set(_ name: String, _ field: MeasureField, _ row: inout Report.Indicator) {
    switch field {
    case .target: row.target.group = name
    case .achieved: row.achieved.group = name
    case .percent: row.percent.group = name
    }
  }
}
