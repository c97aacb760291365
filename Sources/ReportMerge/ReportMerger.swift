import FoundationEssentials
public import ReportModel
import Spreadsheet

/// Makes one report out of a plan and the submissions of many units.
///
///     let merger = ReportMerger(plan: plan)
///     var merge = MergeAccumulator(merger)
///     for submission in submissions { merge.add(merger.extract(submission)) }
///     let result = merge.result()
///
/// The plan is laid out once; of each submission only an extract is kept. Whatever the order in which
/// extracts are added, the result is the same.
public struct ReportMerger: Sendable {
  let plan: PlanIndex
  let equality: FieldEquality
  private let parser: ValueParser
  private let units: UnitTable
  /// The scales that a value of each unit of the plan may be off by, by canonical unit.
  private let scales: [TextKey: UnitScales]
  /// What a person decided before.
  public let decisions: [MergeDecision]

  /// Makes a merger for a plan.
  public init(plan: Report, profile: Profile = .standard, decisions: [MergeDecision] = []) {
    self.decisions = decisions
    let organizations = OrganizationNames(OrganizationTable(profile: profile))
    self.plan = PlanIndex(plan, organizations: organizations)
    equality = FieldEquality(organizations: organizations)
    let units = UnitTable(profile: profile)
    self.units = units
    parser = ValueParser(profile: profile, units: units)
    var scales: [TextKey: UnitScales] = [:]
    plan.forEachIndicator { row in
      guard let unit = row.unit.unit, scales[TextKey(unit.canonical)] == nil else { return }
      scales[TextKey(unit.canonical)] = UnitScales(
        factors: ScaleSlip.factors(of: unit, in: units), scale: unit.scale)
    }
    self.scales = scales
  }

  /// What a merge needs of a submission: one extract for each unit in it. Costs a matching of the
  /// submission with the plan.
  public func extract(_ submission: Submission) -> [SubmissionExtract] {
    let file = Self.baseName(submission.file)
    guard case .report(let report) = submission.content else {
      var extract = SubmissionExtract(file: file, digest: submission.digest)
      extract.isUnreadable = true
      return [extract]
    }
    if let held = heldForTemplate(report, file: file, digest: submission.digest) { return [held] }
    var result: [SubmissionExtract] = []
    for part in senders(of: report, file: file) {
      switch part.sender {
      case .unknown(let name, let address):
        result.append(
          held(
            .unknownUnit, report, file: file, digest: submission.digest, unit: nil,
            unitName: name, value: name, at: address, part: result.count))
      case .known(let unit, let isLikely, let name):
        var comparison = SubmissionComparison(
          merger: self, report: part.report, unit: unit,
          extract: SubmissionExtract(file: file, digest: submission.digest, part: result.count),
          matching: part.matching)
        if isLikely { comparison.noteLikelyUnit(name) }
        result.append(comparison.extract())
      case .byRow:
        let matching = part.matching ?? plan.match(part.report)
        for unit in plan.units.names.indices {
          let comparison = SubmissionComparison(
            merger: self, report: part.report, unit: unit,
            extract: SubmissionExtract(file: file, digest: submission.digest, part: result.count),
            ownRowsOnly: true, matching: matching)
          let extract = comparison.extract()
          if !extract.ownRows.isEmpty { result.append(extract) }
        }
      }
    }
    return result
  }

  /// The scales that a value of a unit may be off by.
  func scales(of unit: Unit?) -> UnitScales {
    unit.flatMap { scales[TextKey($0.canonical)] } ?? .none
  }

  /// What a text that a person wrote says in a field.
  func content(_ text: String, for field: MergeField, in row: Int?) -> MergeContent {
    let unit = row.flatMap { plan.indicator($0).unit.unit }
    switch field {
    case .name: return .name(CleanText.display(text))
    case .unit:
      let shown = CleanText.display(text)
      return .unit(UnitField(raw: text, text: shown, unit: units.unit(shown)))
    case .lead, .remark: return .text(TextField(raw: text, text: CleanText.display(text)))
    case .target, .achieved, .percent:
      var (shown, value) = parser.read(text, unit: field == .percent ? nil : unit)
      if field == .percent, case .number(let points) = value {
        shown += "%"
        value = .percent(points)
      }
      return .measure(Measure(raw: text, text: shown, value: value))
    }
  }

  // MARK: - Files held back

  /// A decision may name the unit of a file.
  private func senders(of report: Report, file: String) -> [SubmissionPart] {
    for decision in decisions where decision.kind == .unknownUnit && decision.file == file {
      if case .unit(let name) = decision.choice, let found = plan.units.unit(named: name) {
        return [
          SubmissionPart(
            sender: .known(found.unit, isLikely: false, name: name), report: report)
        ]
      }
    }
    return SenderRecognition(plan: plan).parts(of: report, file: file)
  }

  private func heldForTemplate(
    _ report: Report, file: String, digest: String
  ) -> SubmissionExtract? {
    guard let wanted = plan.report.templateVersion, let found = report.templateVersion,
      CleanText.key(wanted) != CleanText.key(found),
      !decisions.contains(where: {
        $0.kind == .oldTemplate && $0.file == file && $0.choice == .file(file)
      })
    else { return nil }
    let parts = SenderRecognition(plan: plan).parts(of: report, file: file)
    var unit: Int?
    var name: String?
    if case .known(let known, _, _)? = parts.first?.sender { unit = known }
    if case .unknown(let stated, _)? = parts.first?.sender {
      name = stated
      return held(
        .unknownUnit, report, file: file, digest: digest, unit: nil, unitName: name, value: name,
        at: nil, part: 0)
    }
    let line = report.meta.first { CleanText.key($0.label) == "模板版本" }
    var extract = held(
      .oldTemplate, report, file: file, digest: digest, unit: unit,
      unitName: unit.map { plan.units.names[$0] }, value: found, at: line?.address, part: 0)
    let planLine = plan.report.meta.first { CleanText.key($0.label) == "模板版本" }
    extract.conflicts[0].values.append(
      MergeValue(value: wanted, location: plan.location(of: planLine?.address), isPlan: true))
    return extract
  }

  private func held(
    _ kind: MergeConflict.Kind, _ report: Report, file: String, digest: String, unit: Int?,
    unitName: String?, value: String?, at address: CellAddress?, part: Int
  ) -> SubmissionExtract {
    var extract = SubmissionExtract(file: file, digest: digest, part: part)
    extract.unit = unit
    extract.unitName = unitName
    extract.isHeld = true
    extract.sources = report.sources
    extract.conflicts = [
      MergeConflict(
        kind, unit: unitName, file: file,
        values: [MergeValue(value: value, location: extract.location(of: address))])
    ]
    return extract
  }

  private static func baseName(_ file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }
}
