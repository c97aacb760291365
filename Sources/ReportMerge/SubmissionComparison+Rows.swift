import ReportMatching
import ReportModel
import Spreadsheet

// Names that were edited, rows that are gone or new, rows that share a cell.

extension SubmissionComparison {
  mutating func compareNames(_ present: Set<Int>) {
    for node in matching.right.nodes.indices.dropFirst() {
      let submitted = matching.right.nodes[node]
      guard let partner = matching.partner(ofRight: node), let name = submitted.name else {
        continue
      }
      if matching.areNamedAlike(left: partner, right: node) { continue }
      let planned = matching.left.nodes[partner]
      guard planned.rows.contains(where: present.contains) else { continue }
      let path = matching.left.path(of: partner)
      // An indicator called like its task has no name of its own.
      if submitted.level == .indicator, planned.name == nil,
        path[3].map(CleanText.key) == CleanText.key(name)
      {
        continue
      }
      if submitted.level == .section,
        planned.name == nil || report.sources.contains(where: { $0.sheet == name })
      {
        continue
      }
      var conflict = MergeConflict(
        .notOwner, path: path, field: .name, unit: extracted.unitName, file: extracted.file)
      conflict.row = planned.rows.lowerBound
      conflict.level = submitted.level
      var value = MergeValue(
        value: name, location: extracted.location(of: report.address(submitted)))
      value.content = .name(name)
      conflict.values = [
        value,
        MergeValue(
          value: planned.name,
          location: merger.plan.location(of: merger.plan.report.address(planned)), isPlan: true),
      ]
      extracted.conflicts.append(conflict)
    }
  }

  mutating func reportDeletedRows(_ present: Set<Int>) {
    for planRow in merger.plan.units.rows[unit] where !present.contains(planRow) {
      var conflict = MergeConflict(
        .rowDeleted, path: merger.plan.paths[planRow], unit: extracted.unitName,
        file: extracted.file)
      conflict.row = planRow
      let before = merger.plan.indicator(planRow)
      conflict.values = [
        MergeValue(value: nil, location: SourceLocation(file: extracted.file)),
        MergeValue(
          value: merger.plan.paths[planRow].compactMap { $0 }.last,
          location: merger.plan.location(of: before.row ?? before.nameAddress), isPlan: true),
      ]
      extracted.conflicts.append(conflict)
    }
  }

  mutating func reportInserted(_ row: ReportRow, _ node: Int) {
    var path = row.path
    // Parents that the plan has are called as there.
    var parent = matching.right.nodes[node].parent
    while parent > 0 {
      let level = matching.right.nodes[parent].level.rawValue - 1
      if let partner = matching.partner(ofRight: parent) {
        path[level] = matching.left.nodes[partner].name
      }
      parent = matching.right.nodes[parent].parent
    }
    var conflict = MergeConflict(
      .rowInserted, path: path, unit: extracted.unitName, file: extracted.file)
    conflict.values = [value(.row(row.indicator, path: path))]
    extracted.conflicts.append(conflict)
  }

  /// Which rows of the plan share one cell in the submission.
  mutating func collectSharedCells() {
    var rows: [String: [MergeField: [Int32]]] = [:]
    for (planRow, indicator) in partners where owns(planRow) {
      for (field, measure) in [
        (MergeField.achieved, indicator.achieved), (.percent, indicator.percent),
      ] {
        if let group = measure.group {
          rows[group, default: [:]][field, default: []].append(Int32(planRow))
        }
      }
    }
    for group in report.groups {
      for field in [MergeField.achieved, .percent] {
        guard let members = rows[group.id]?[field], members.count > 1 else { continue }
        extracted.sharedCells.append(
          .init(field: field, rows: members, evidence: group.evidence, address: group.address))
      }
    }
  }
}

extension Report {
  /// Where the name of a node stands.
  fileprivate func address(_ node: ReportTree.Node) -> CellAddress? {
    let at = node.index
    let section = sections[at.section]
    switch node.level {
    case .report: return nil
    case .section: return section.address
    case .goal: return section.goals[at.goal].address
    case .action: return section.goals[at.goal].actions[at.action].address
    case .task: return section.goals[at.goal].actions[at.action].tasks[at.task].address
    case .indicator: return self[at].nameAddress
    }
  }
}
