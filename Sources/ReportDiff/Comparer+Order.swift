import ReportMatching
import ReportModel

extension Comparer {
  /// Tells the siblings that left their place, as few as explain the new order.
  mutating func compareOrder() {
    for parent in old.nodes.indices {
      guard let other = matching.partner(ofLeft: parent) else { continue }
      let common = old.nodes[parent].children.compactMap { child -> (node: Int, partner: Int)? in
        guard let partner = matching.partner(ofLeft: child), new.nodes[partner].parent == other
        else { return nil }
        return (child, partner)
      }
      if zip(common, common.dropFirst()).allSatisfy({ $0.partner < $1.partner }) { continue }
      let isSplit = isSplitByUnit(common)
      let kept = WeightedIncreasing.positions(
        of: common.map { $0.partner }, weights: common.map { weight($0.node, $0.partner) })
      var isKept = [Bool](repeating: false, count: common.count)
      for position in kept { isKept[position] = true }
      for (position, pair) in common.enumerated() where !isKept[position] {
        var change = ReportChange(
          .reorder, level: isSplit ? .info : .change, rows: old.nodes[pair.node].rows.count)
        change.place = place(of: pair.partner)
        add(change, pair.node, pair.partner, rank: 1)
      }
    }
  }

  /// How much a node wants to stay: all the same but for a little, so that as few as possible leave
  /// their place, small ones rather than large ones; equal weights are rare.
  private func weight(_ node: Int, _ partner: Int) -> Int64 {
    let rows = min(old.nodes[node].rows.count, new.nodes[partner].rows.count, 0x3FF)
    let tie = (fingerprint(old, node) &+ fingerprint(new, partner)) & 0xFFFFF
    return 1 << 40 + Int64(rows) << 20 + Int64(truncatingIfNeeded: tie)
  }

  private func fingerprint(_ tree: ReportTree, _ node: Int) -> UInt64 {
    if let name = tree.nodes[node].name { return KeyHash.of(CleanText.key(name)) }
    guard let row = tree.nodes[node].rows.first else { return 0 }
    let indicator = tree.indicator(ofRow: row)
    return [
      indicator.unit.text, indicator.target.text, indicator.achieved.text, indicator.remark.text,
    ].reduce(0) { KeyHash.combine($0, KeyHash.of(CleanText.key($1))) }
  }

  /// Whether one side has the siblings on several sheets, one sheet for each unit, and keeps their
  /// order on each: then the order between the sheets means nothing.
  private func isSplitByUnit(_ pairs: [(node: Int, partner: Int)]) -> Bool {
    func sheet(_ tree: ReportTree, _ node: Int) -> Int32? {
      tree.nodes[node].rows.first.flatMap { tree.indicator(ofRow: $0).row?.source }
    }
    let oldSheets = pairs.map { sheet(old, $0.node) }
    let newSheets = pairs.map { sheet(new, $0.partner) }
    let isNew = Set(newSheets).count > Set(oldSheets).count
    guard Set(oldSheets).count != Set(newSheets).count else { return false }
    var last: [Int32?: Int] = [:]
    var leads: [String: Int32?] = [:]
    let sequence =
      isNew ? Array(pairs.indices) : pairs.indices.sorted { pairs[$0].partner < pairs[$1].partner }
    for index in sequence {
      let at = isNew ? newSheets[index] : oldSheets[index]
      let place = isNew ? pairs[index].partner : pairs[index].node
      if let before = last[at], before > place { return false }
      last[at] = place
      let tree = isNew ? new : old
      let node = isNew ? pairs[index].partner : pairs[index].node
      guard let row = tree.nodes[node].rows.first else { return false }
      let lead = CleanText.key(tree.indicator(ofRow: row).lead.text)
      if let known = leads[lead], known != at { return false }
      leads[lead] = at
    }
    return true
  }
}
