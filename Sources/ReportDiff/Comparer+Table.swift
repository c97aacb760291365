import ReportMatching
import ReportModel

extension Comparer {
  /// The further columns that both revisions have, by their names in both.
  static func commonColumns(_ old: Report, _ new: Report) -> [(old: String, new: String)] {
    var known: [String: String] = [:]
    for header in old.extraColumns { known[CleanText.key(header)] = header }
    return new.extraColumns.compactMap { header in
      known[CleanText.key(header)].map { ($0, header) }
    }
  }

  /// Compares which further columns there are, and in which order.
  mutating func compareColumns() {
    let oldKeys = old.report.extraColumns.map(CleanText.key)
    let newKeys = new.report.extraColumns.map(CleanText.key)
    let oldSet = Set(oldKeys)
    var places: [String: Int] = [:]
    for (place, key) in newKeys.enumerated() where places[key] == nil { places[key] = place }
    for (key, header) in zip(oldKeys, old.report.extraColumns) where places[key] == nil {
      addForTable(
        ReportChange(
          .columnDelete, level: onlyNamesSections(key, in: old) ? .info : .change, field: header,
          rows: Self.count(key, in: oldRows)))
    }
    for (key, header) in zip(newKeys, new.report.extraColumns) where !oldSet.contains(key) {
      addForTable(ReportChange(.columnAdd, field: header, rows: Self.count(key, in: newRows)))
    }
    let common = oldKeys.compactMap { places[$0] }
    if zip(common, common.dropFirst()).contains(where: { $0 > $1 }) {
      let kept = Set(
        WeightedIncreasing.positions(
          of: common, weights: Array(repeating: 1, count: common.count)))
      for (position, place) in common.enumerated() where !kept.contains(position) {
        addForTable(
          ReportChange(
            .reorder, level: .info, field: new.report.extraColumns[place], rows: new.rowCount))
      }
    }
    compareLevels()
  }

  private static func count(_ key: String, in rows: [Report.Indicator]) -> Int {
    rows.reduce(0) { count, row in
      count
        + (row.extras.contains { CleanText.key($0.header) == key && !$0.text.isEmpty } ? 1 : 0)
    }
  }

  /// Whether a further column says nothing but the section of each row.
  private func onlyNamesSections(_ key: String, in tree: ReportTree) -> Bool {
    var says = false
    for row in 0..<tree.rowCount {
      let node = tree.nodes[tree.node(ofRow: row)]
      guard
        let text = tree.report[node.index].extras.first(where: {
          CleanText.key($0.header) == key && !$0.text.isEmpty
        })?.text
      else { continue }
      says = true
      let section = tree.report.sections[node.index.section]
      let names = [section.name, section.number.map { $0 + "、" + (section.name ?? "") }]
      guard names.contains(where: { TextComparison.areSame($0, text) }) else { return false }
    }
    return says
  }

  /// A level that only one revision has names for is one column, not a change at each node; names of
  /// sections are a matter of the layout.
  private mutating func compareLevels() {
    guard old.rowCount > 0, new.rowCount > 0 else { return }
    for (level, name) in [(NodeLevel.section, "类别"), (.action, "举措")]
    where old.isIgnored(level) || new.isIgnored(level) {
      let isGone = old.hasNames(at: level)
      addForTable(
        ReportChange(
          isGone ? .columnDelete : .columnAdd, level: level == .section ? .info : .change,
          field: name, rows: isGone ? old.rowCount : new.rowCount))
    }
  }

  /// Compares what stands above and below the table.
  mutating func compareHead() {
    let one = old.report
    let other = new.report
    for (field, a, b) in [
      ("title", one.title, other.title), ("attachment", one.attachment, other.attachment),
      ("region", one.region, other.region),
      ("year", one.year.map(String.init), other.year.map(String.init)),
      ("as_of", one.asOf, other.asOf), ("issuer", one.issuer, other.issuer),
      ("prepared_by", one.preparedBy, other.preparedBy),
      ("submitting_unit", one.submittingUnit, other.submittingUnit),
      ("template_version", one.templateVersion, other.templateVersion),
    ] where !TextComparison.areSame(a, b) {
      addForTable(ReportChange(.value, level: .info, field: field, old: a, new: b, rows: 0))
    }
  }
}

extension ReportTree {
  /// Whether the names of a level take no part.
  func isIgnored(_ level: NodeLevel) -> Bool {
    nodes(at: level).isEmpty && !nodes(at: .indicator).isEmpty
  }

  /// Whether the report has names of a level.
  func hasNames(at level: NodeLevel) -> Bool {
    switch level {
    case .section: report.sections.contains { $0.name != nil }
    case .action:
      report.sections.contains { $0.goals.contains { $0.actions.contains { $0.name != nil } } }
    default: true
    }
  }
}
