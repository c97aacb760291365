import FoundationEssentials
import ReportModel

/// Whether two fields say the same, however they are written.
struct FieldEquality {
  let organizations: OrganizationNames

  /// Whether two measures mean the same.
  func same(_ one: Measure, _ other: Measure) -> Bool {
    if one.isBlank || other.isBlank { return one.isBlank && other.isBlank }
    if one.text == other.text { return true }
    switch (one.value, other.value) {
    case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)): return a == b
    default: break
    }
    if CleanText.key(one.text) == CleanText.key(other.text) {
      return true
    }
    return same(one.value, other.value)
  }

  private func same(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.number(let a), .number(let b)), (.percent(let a), .percent(let b)): a == b
    case (.number(let number), .percent(let points)), (.percent(let points), .number(let number)):
      number == points
    case (.bound(let comparison, let a, let unit), .bound(let otherComparison, let b, let other)):
      comparison == otherComparison && a == b
        && (unit == nil || other == nil || unit.map(CleanText.key) == other.map(CleanText.key))
    case (.compound(let parts), .compound(let others)):
      parts.count == others.count && zip(parts, others).allSatisfy { same($0, $1) }
    case (.text(let a, _), .text(let b, _)): CleanText.key(a) == CleanText.key(b)
    default: false
    }
  }

  /// Whether two units of measure are one.
  func same(_ one: UnitField, _ other: UnitField) -> Bool {
    if CleanText.key(one.text) == CleanText.key(other.text) { return true }
    guard let a = one.unit, let b = other.unit else { return false }
    return a.canonical == b.canonical || (a.isConvertible(to: b) && a.scale == b.scale)
  }

  /// Whether two responsible units are the same ones, in whatever order.
  func sameLead(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    return Set(organizations.keys(in: one)) == Set(organizations.keys(in: other))
  }

  /// Whether two contents of a field say the same.
  func same(_ one: MergeContent, _ other: MergeContent, field: MergeField) -> Bool {
    switch (one, other) {
    case (.measure(let a), .measure(let b)): same(a, b)
    case (.unit(let a), .unit(let b)): same(a, b)
    case (.text(let a), .text(let b)):
      field == .lead
        ? sameLead(a.text, b.text) : CleanText.key(a.text) == CleanText.key(b.text)
    default: CleanText.key(one.text) == CleanText.key(other.text)
    }
  }

  /// Whether a measure in one unit is the same quantity as one in another.
  func same(_ one: Measure, in unit: Unit?, _ other: Measure, in otherUnit: Unit?) -> Bool {
    guard let unit, let otherUnit, unit.isConvertible(to: otherUnit),
      let a = one.value.decimal, let b = other.value.decimal
    else { return false }
    return a * unit.scale == b * otherUnit.scale
  }
}
