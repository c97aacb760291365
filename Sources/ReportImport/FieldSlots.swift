import ReportModel

/// The slots of the fields of a table, found by an index.
struct FieldSlots {
  private var slots: [Int?] = Array(repeating: nil, count: ReportField.allCases.count)

  init(_ columns: TableColumns) {
    for field in ReportField.allCases { slots[field.position] = columns.slot(of: field) }
  }

  subscript(field: ReportField) -> Int? { slots[field.position] }
}
