import ReportModel

/// Which columns a submission has: a field that has no column there was not cleared.
struct SubmittedColumns {
  private var filled: Set<MergeField> = []

  init(_ report: Report) {
    report.forEachRow { row in
      for field in MergeField.allCases where !filled.contains(field) {
        let content = row.indicator.content(of: field)
        if !content.text.isEmpty { filled.insert(field) }
      }
    }
  }

  /// Whether any row fills the field.
  func hasValues(_ field: MergeField) -> Bool { filled.contains(field) }

  /// Whether there is such a column: some row fills it, or the blank has a cell.
  func has(_ field: MergeField, at address: CellAddress?) -> Bool {
    address != nil || filled.contains(field)
  }

  /// Whether a lead is printed in a cell of the table, not taken from 填报单位 or a sheet's name.
  func isWritten(_ lead: TextField, in report: Report) -> Bool {
    guard let address = lead.address else { return false }
    return !report.meta.contains { $0.address == address }
  }
}
