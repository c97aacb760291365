import ReportMatching
import ReportModel

extension Comparer {
  /// Two leads, as they changed.
  private struct LeadChange: Hashable {
    var old: String
    var new: String
    var isInfo: Bool
  }

  /// What the rows of a pair of nodes have in common: nothing yet, one change of lead, or no one
  /// change.
  private enum Common: Equatable {
    case none
    case all(LeadChange)
    case mixed
  }

  /// Tells changed leads, each at the deepest node that holds exactly the rows that changed alike;
  /// never above a goal.
  mutating func compareLeads() {
    var changes: [LeadChange?] = []
    var rows: [(old: Int, new: Int)] = []
    for (oldRow, newRow) in matching.rowPairs {
      rows.append((oldRow, newRow))
      changes.append(leadChange(oldRows[oldRow].lead, newRows[newRow].lead))
    }
    if changes.allSatisfy({ $0 == nil }) { return }
    var common: [Int: Common] = [:]
    for (index, pair) in rows.enumerated() {
      let found: Common = changes[index].map { .all($0) } ?? .mixed
      forEachHolder(of: old.node(ofRow: pair.old)) { node in
        switch common[node] ?? .none {
        case .none: common[node] = found
        case found: break
        default: common[node] = .mixed
        }
      }
    }
    // From each changed row up to the highest node whose rows all changed alike, then down again
    // while one child holds them all.
    var holders: [Int: (change: LeadChange, rows: [Int])] = [:]
    var order: [Int] = []
    for (index, pair) in rows.enumerated() {
      guard let change = changes[index] else { continue }
      var top = old.node(ofRow: pair.old)
      forEachHolder(of: top) { node in
        if common[node] == .all(change) { top = node }
      }
      if holders[top] == nil { order.append(top) }
      holders[top, default: (change, [])].rows.append(index)
    }
    for top in order {
      guard let holder = holders[top], let first = holder.rows.first else { continue }
      addLead(
        holder.change, at: deepest(from: top, rows: holder.rows.map { rows[$0].old }),
        rows: (rows[first].old, rows[first].new), count: holder.rows.count)
    }
  }

  /// Calls a closure with a row's node and the nodes above it up to the goal, as long as they are
  /// the same node on both sides.
  private func forEachHolder(of row: Int, _ body: (Int) -> Void) {
    var node = row
    while old.nodes[node].level >= .goal {
      body(node)
      guard !matching.isMoved(left: node) else { return }
      node = old.nodes[node].parent
    }
  }

  /// The deepest node at or below one that holds all of some rows.
  private func deepest(from top: Int, rows: [Int]) -> Int {
    var node = top
    while let child = old.nodes[node].children.first(where: {
      old.nodes[$0].rows.contains(rows[0])
    }) {
      guard rows.allSatisfy({ old.nodes[child].rows.contains($0) }),
        let partner = matching.partner(ofLeft: child),
        rows.allSatisfy({
          matching.partner(ofLeftRow: $0).map(new.nodes[partner].rows.contains) ?? false
        })
      else { break }
      node = child
    }
    return node
  }

  private func leadChange(_ one: TextField, _ other: TextField) -> LeadChange? {
    if TextComparison.areSame(one.text, other.text) {
      let a = CleanText.display(one.raw)
      let b = CleanText.display(other.raw)
      guard one.isBlank, !TextComparison.areSame(a, b) else { return nil }
      return LeadChange(old: a, new: b, isInfo: true)
    }
    let isInfo = shortForms(in: one.text) == shortForms(in: other.text)
    return LeadChange(old: one.text, new: other.text, isInfo: isInfo)
  }

  /// The organizations of a cell as people abbreviate them: 教育局 for 市教育局, 卫健局 for 市卫健委.
  private func shortForms(in text: String) -> [String] {
    organizations.organizations(in: text).map { name in
      var key = CleanText.key(name)
      if let first = key.first, "市县区州省".contains(first), key.count >= 3 { key.removeFirst() }
      if key.hasSuffix("委") { key = key.dropLast() + "局" }
      return key
    }
  }

  private mutating func addLead(
    _ lead: LeadChange, at node: Int, rows: (old: Int, new: Int), count: Int
  ) {
    var change = ReportChange(
      .lead, level: lead.isInfo ? .info : .change, field: "lead",
      old: lead.old.isEmpty ? nil : lead.old, new: lead.new.isEmpty ? nil : lead.new, rows: count)
    let one = oldRows[rows.old]
    let other = newRows[rows.new]
    change.oldAddress = location(old, one.lead.address ?? one.row)
    change.newAddress = location(new, other.lead.address ?? other.row)
    add(change, node, matching.partner(ofLeft: node), rank: 30)
  }
}
