import ReportMatching
import ReportModel

extension EditScript {
  /// The edits between the two reports of a comparison.
  init(_ comparison: ReportComparison) {
    let isWhole = NodeLevel.allCases.allSatisfy {
      !comparison.matching.left.isIgnored($0) && !comparison.matching.right.isIgnored($0)
    }
    // Edits speak of every level, so that none is left out here.
    self.init(
      isWhole
        ? comparison.matching
        : ReportMatcher().match(ReportTree(comparison.old), ReportTree(comparison.new)))
  }

  /// The edits between the two reports of a matching of all levels.
  init(_ matching: NodeMatching) {
    let maker = EditMaker(matching)
    self.init(
      oldFingerprint: EditFingerprint.of(matching.left.report),
      head: EditMaker.head(matching.left.report, matching.right.report),
      nodes: maker.edits(), groups: maker.groups(), sources: matching.right.report.sources)
    if isEmpty { sources = [] }
  }
}

/// Makes an edit script.
private struct EditMaker {
  let matching: NodeMatching
  let old: ReportTree
  let new: ReportTree
  let oldGroups: GroupIndex
  let newGroups: GroupIndex
  let groupPairs: GroupPairs

  init(_ matching: NodeMatching) {
    self.matching = matching
    old = matching.left
    new = matching.right
    oldGroups = GroupIndex((0..<old.rowCount).map { matching.left.indicator(ofRow: $0) })
    newGroups = GroupIndex((0..<new.rowCount).map { matching.right.indicator(ofRow: $0) })
    groupPairs = GroupPairs(oldGroups, newGroups, matching: matching)
  }

  func edits() -> [EditScript.NodeEdit] {
    old.nodes.indices.compactMap { node in
      guard let partner = matching.partner(ofLeft: node) else { return nil }
      var edit = EditScript.NodeEdit(path: path(node))
      let a = old.nodes[node]
      let b = new.nodes[partner]
      if a.level != .indicator, a.name != b.name || a.mark != b.mark {
        edit.label = .init(name: b.name, mark: b.mark)
      }
      if a.level == .indicator {
        let row = new.indicator(ofRow: b.rows.lowerBound)
        if !isSame(old.indicator(ofRow: a.rows.lowerBound), row) { edit.indicator = row }
      }
      if !hasSameChildren(node, partner) { edit.children = children(of: partner) }
      return edit.label == nil && edit.indicator == nil && edit.children == nil ? nil : edit
    }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  /// The shared cells that rows of the script belong to: those that are not the same on both sides.
  func groups() -> [Report.Group] {
    var kept: Set<String> = []
    for row in 0..<new.rowCount {
      let indicator = new.indicator(ofRow: row)
      if let partner = matching.partner(ofRightRow: row),
        isSame(old.indicator(ofRow: partner), indicator)
      {
        continue
      }
      for field in MeasureField.allCases {
        if let group = indicator[field].group { kept.insert(group) }
      }
    }
    return new.report.groups.filter { kept.contains($0.id) }
  }

  /// The head of the new report, where it is another.
  static func head(_ old: Report, _ new: Report) -> Report? {
    var one = old
    var other = new
    for report in [\Report.sections] {
      one[keyPath: report] = []
      other[keyPath: report] = []
    }
    one.groups = []
    other.groups = []
    one.sources = []
    other.sources = []
    one.meta = one.meta.map { MetaEntry(label: $0.label, value: $0.value) }
    other.meta = other.meta.map { MetaEntry(label: $0.label, value: $0.value) }
    return one == other ? nil : other
  }

  private func path(_ node: Int) -> EditScript.Path {
    let at = old.nodes[node].index
    let all = [at.section, at.goal, at.action, at.task, at.indicator]
    return Array(all.prefix(old.nodes[node].level.rawValue))
  }

  private func hasSameChildren(_ node: Int, _ partner: Int) -> Bool {
    let ones = old.nodes[node].children
    let others = new.nodes[partner].children
    return ones.count == others.count
      && zip(ones, others).allSatisfy { matching.partner(ofLeft: $0) == $1 }
  }

  private func children(of node: Int) -> [EditScript.Child] {
    var children: [EditScript.Child] = []
    for child in new.nodes[node].children {
      guard let partner = matching.partner(ofRight: child) else {
        children.append(.added(addition(child)))
        continue
      }
      let path = path(partner)
      if case .kept(let first, let count) = children.last,
        let place = first.last, path.dropLast() == first.dropLast(), path.last == place + count
      {
        children[children.count - 1] = .kept(first, count: count + 1)
      } else {
        children.append(.kept(path, count: 1))
      }
    }
    return children
  }

  private func addition(_ node: Int) -> EditScript.Addition {
    let added = new.nodes[node]
    if added.level == .indicator {
      return .init(name: added.name, indicator: new.indicator(ofRow: added.rows.lowerBound))
    }
    return .init(name: added.name, mark: added.mark, children: children(of: node))
  }

  // MARK: Rows

  /// Whether two rows say the same in the same words; where they stand does not matter.
  private func isSame(_ one: Report.Indicator, _ other: Report.Indicator) -> Bool {
    one.name == other.name && one.unit.text == other.unit.text && one.unit.unit == other.unit.unit
      && one.lead.text == other.lead.text && one.support.text == other.support.text
      && one.remark.text == other.remark.text
      && one.extras.map(\.header) == other.extras.map(\.header)
      && one.extras.map(\.text) == other.extras.map(\.text)
      && MeasureField.allCases.allSatisfy { isSame($0, one[$0], other[$0]) }
  }

  private func isSame(_ field: MeasureField, _ one: Measure, _ other: Measure) -> Bool {
    one.text == other.text && one.value == other.value
      && groupPairs.areSame(oldGroups.key(one, field), newGroups.key(other, field))
  }
}
