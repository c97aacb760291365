import ReportMatching
import ReportModel

extension Comparer {
  /// Compares the nodes above the fields: names, numbers, what is new, gone or elsewhere.
  mutating func compareNodes() {
    for node in old.nodes.indices.dropFirst() {
      guard let partner = matching.partner(ofLeft: node) else {
        if isTopOfLeftovers(old, node, partner: matching.partner(ofLeft:)) {
          let rows = old.nodes[node].rows.filter { matching.partner(ofLeftRow: $0) == nil }.count
          add(ReportChange(.delete, rows: rows), node, nil, rank: 0)
        }
        continue
      }
      compareName(node, partner)
      compareMark(node, partner)
      if matching.isMoved(left: node) {
        var change = ReportChange(.move, rows: old.nodes[node].rows.count)
        change.place = place(of: partner)
        add(change, node, partner, rank: 1)
      }
    }
    for node in new.nodes.indices.dropFirst()
    where isTopOfLeftovers(new, node, partner: matching.partner(ofRight:)) {
      let rows = new.nodes[node].rows.filter { matching.partner(ofRightRow: $0) == nil }.count
      var change = ReportChange(.add, rows: rows)
      change.place = place(of: node)
      add(change, nil, node, rank: 0)
    }
  }

  /// Whether a node has no partner and its parent has one.
  private func isTopOfLeftovers(
    _ tree: ReportTree, _ node: Int, partner: (Int) -> Int?
  ) -> Bool {
    partner(node) == nil && partner(tree.nodes[node].parent) != nil
  }

  /// Where a node stands among its new siblings.
  func place(of node: Int) -> ReportChange.Place {
    let position = new.nodes[node].position
    return ReportChange.Place(
      position: position + 1, after: position == 0 ? nil : new.nodes[node - 1].name)
  }

  private mutating func compareName(_ node: Int, _ partner: Int) {
    let one = old.nodes[node]
    let other = new.nodes[partner]
    if TextComparison.areSame(one.name, other.name) { return }
    let isSection = one.level == .section
    var change = ReportChange(
      isSection ? .sectionRename : .rename, field: "name", old: one.name, new: other.name,
      rows: max(one.rows.count, other.rows.count))
    // Where nothing in the table names the section, the name of the sheet does.
    if isSection, isNamedBySheet(old, node) || isNamedBySheet(new, partner) {
      change.level = .info
    }
    add(change, node, partner, rank: 2)
  }

  private func isNamedBySheet(_ tree: ReportTree, _ node: Int) -> Bool {
    let section = tree.report.sections[tree.nodes[node].index.section]
    guard section.address == nil, let name = section.name else { return false }
    return tree.report.sources.contains { TextComparison.areSame($0.sheet, name) }
  }

  private mutating func compareMark(_ node: Int, _ partner: Int) {
    let one = old.nodes[node]
    let other = new.nodes[partner]
    guard one.mark != other.mark, one.mark.map(CleanText.key) != other.mark.map(CleanText.key)
    else { return }
    add(
      ReportChange(
        .value, level: .info, field: one.level == .section ? "section_no" : "goal_no",
        old: one.mark, new: other.mark, rows: one.rows.count), node, partner, rank: 3)
  }
}
