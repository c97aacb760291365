import ReportModel

/// Which columns a submission has: a field that has no column there was not cleared.
struct SubmittedColumns {
  private var filled: Fields = []

  /// The fields as bits.
  private struct Fields: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ field: MergeField) {
      let place =
        switch field {
        case .name: 0
        case .unit: 1
        case .target: 2
        case .achieved: 3
        case .percent: 4
        case .lead: 5
        case .remark: 6
        }
      rawValue = 1 << UInt8(place)
    }
  }

  init(_ report: Report) {
    var filled: Fields = []
    report.forEachIndicator { row in
      if row.name?.isEmpty == false { filled.insert(Fields(.name)) }
      if !row.unit.isBlank { filled.insert(Fields(.unit)) }
      if !row.target.isBlank { filled.insert(Fields(.target)) }
      if !row.achieved.isBlank { filled.insert(Fields(.achieved)) }
      if !row.percent.isBlank { filled.insert(Fields(.percent)) }
      if !row.lead.isBlank { filled.insert(Fields(.lead)) }
      if !row.remark.isBlank { filled.insert(Fields(.remark)) }
    }
    self.filled = filled
  }

  /// Whether any row fills the field.
  func hasValues(_ field: MergeField) -> Bool { filled.contains(Fields(field)) }

  /// Whether there is such a column: some row fills it, or the blank has a cell.
  func has(_ field: MergeField, at address: CellAddress?) -> Bool {
    address != nil || hasValues(field)
  }

  /// Whether a lead is printed in a cell of the table, not taken from 填报单位 or a sheet's name.
  func isWritten(_ lead: TextField, in report: Report) -> Bool {
    guard let address = lead.address else { return false }
    return !report.meta.contains { $0.address == address }
  }
}
