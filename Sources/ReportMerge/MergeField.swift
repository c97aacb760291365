import ReportModel

/// The fields of a row that a merge compares.
public enum MergeField: String, Hashable, Sendable, CaseIterable {
  /// The name of a row or of one of its parents.
  case name
  /// The unit of measure.
  case unit
  /// The target.
  case target
  /// What was achieved.
  case achieved
  /// The stated percent.
  case percent
  /// The responsible unit.
  case lead
  /// The remark.
  case remark

  /// The fields that belong to the unit that is responsible for the row; all others are the plan's.
  public static let results: [MergeField] = [.achieved, .percent, .remark]
}

/// What a field of a row holds, for the few fields that a merge carries over.
enum MergeContent: Hashable, Sendable {
  /// A measure.
  case measure(Measure)
  /// A text.
  case text(TextField)
  /// A unit of measure.
  case unit(UnitField)
  /// A name.
  case name(String)
  /// A whole row that the plan does not have, with its place.
  case row(Report.Indicator, path: [String?])

  /// The cleaned text; empty for a blank.
  var text: String {
    switch self {
    case .measure(let measure): measure.text
    case .text(let field): field.text
    case .unit(let field): field.text
    case .name(let name): name
    case .row(let indicator, let path): indicator.name ?? path.compactMap { $0 }.last ?? ""
    }
  }

  /// Where it stands.
  var address: CellAddress? {
    switch self {
    case .measure(let measure): measure.address
    case .text(let field): field.address
    case .unit(let field): field.address
    case .name: nil
    case .row(let indicator, _): indicator.row
    }
  }

  /// The same content in a report that knows other sheets.
  func relocated(by places: [Int32]) -> MergeContent {
    func move(_ address: CellAddress?) -> CellAddress? {
      guard var address, places.indices.contains(Int(address.source)) else { return nil }
      address.source = places[Int(address.source)]
      return address
    }
    switch self {
    case .measure(var measure):
      measure.address = move(measure.address)
      return .measure(measure)
    case .text(var field):
      field.address = move(field.address)
      return .text(field)
    case .unit(var field):
      field.address = move(field.address)
      return .unit(field)
    case .name: return self
    case .row(var indicator, let path):
      indicator.nameAddress = move(indicator.nameAddress)
      indicator.unit.address = move(indicator.unit.address)
      indicator.target.address = move(indicator.target.address)
      indicator.achieved.address = move(indicator.achieved.address)
      indicator.percent.address = move(indicator.percent.address)
      indicator.lead.address = move(indicator.lead.address)
      indicator.support.address = move(indicator.support.address)
      indicator.remark.address = move(indicator.remark.address)
      indicator.row = move(indicator.row)
      indicator.target.group = nil
      indicator.achieved.group = nil
      indicator.percent.group = nil
      for place in indicator.extras.indices {
        indicator.extras[place].address = move(indicator.extras[place].address)
      }
      return .row(indicator, path: path)
    }
  }
}

extension Report.Indicator {
  /// What a field holds; the name of a row is no field of its own.
  func content(of field: MergeField) -> MergeContent {
    switch field {
    case .name: .name(name ?? "")
    case .unit: .unit(unit)
    case .target: .measure(target)
    case .achieved: .measure(achieved)
    case .percent: .measure(percent)
    case .lead: .text(lead)
    case .remark: .text(remark)
    }
  }

  /// Puts content into a field that can hold it.
  mutating func set(_ field: MergeField, to content: MergeContent) {
    switch (field, content) {
    case (.target, .measure(let measure)): target = measure
    case (.achieved, .measure(let measure)): achieved = measure
    case (.percent, .measure(let measure)): percent = measure
    case (.lead, .text(let text)): lead = text
    case (.remark, .text(let text)): remark = text
    case (.unit, .unit(let field)): unit = field
    case (.name, .name(let text)): name = text.isEmpty ? nil : text
    default: break
    }
  }
}
