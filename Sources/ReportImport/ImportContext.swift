import ReportModel

/// What the parts of the import need of a profile, made once.
struct ImportContext: Sendable {
  let profile: Profile
  let lexicon: HeaderLexicon
  let units: UnitTable
  let parser: ValueParser
  let organizations: OrganizationTable
  private let fills: [ReportField: FieldRule.Fill]

  init(profile: Profile) {
    self.profile = profile
    lexicon = HeaderLexicon(profile: profile)
    units = UnitTable(profile: profile)
    parser = ValueParser(profile: profile, units: units)
    organizations = OrganizationTable(profile: profile)
    fills = Dictionary(
      profile.fields.map { ($0.field, $0.fill) }, uniquingKeysWith: { first, _ in first })
  }

  /// From where a blank of a field takes its value.
  func fill(of field: ReportField) -> FieldRule.Fill { fills[field] ?? .merge }
}
