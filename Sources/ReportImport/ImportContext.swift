import ReportModel

/// What the parts of the import need of a profile, made once.
struct ImportContext: Sendable {
  let profile: Profile
  let lexicon: HeaderLexicon
  let units: UnitTable
  let parser: ValueParser
  let organizations: OrganizationTable
  /// By `ReportField.position`.
  private let fills: [FieldRule.Fill]

  init(profile: Profile) {
    self.profile = profile
    lexicon = HeaderLexicon(profile: profile)
    units = UnitTable(profile: profile)
    parser = ValueParser(profile: profile, units: units)
    organizations = OrganizationTable(profile: profile)
    var fills = Array(repeating: FieldRule.Fill.merge, count: ReportField.allCases.count)
    for rule in profile.fields.reversed() { fills[rule.field.position] = rule.fill }
    self.fills = fills
  }

  /// From where a blank of a field takes its value.
  func fill(of field: ReportField) -> FieldRule.Fill { fills[field.position] }
}
