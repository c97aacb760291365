extension MatchState {
  /// Pairs the leftovers of a level that have one name nobody else left over has: they have moved.
  /// Tells whether any was found.
  mutating func matchMoved(_ level: NodeLevel) -> Bool {
    guard level > .section, hasLeftovers else { return false }
    var lefts: [UInt64: [Int]] = [:]
    var rights: [UInt64: [Int]] = [:]
    // The smaller side says which names are wanted at all.
    if left.nodes.count < right.nodes.count {
      for node in left.nodes(at: level) where toRight[node] < 0 && left.nodes[node].hash != 0 {
        lefts[left.nodes[node].hash, default: []].append(node)
      }
      if lefts.isEmpty { return false }
      for node in right.nodes(at: level)
      where toLeft[node] < 0 && lefts[right.nodes[node].hash] != nil {
        rights[right.nodes[node].hash, default: []].append(node)
      }
    } else {
      for node in right.nodes(at: level) where toLeft[node] < 0 && right.nodes[node].hash != 0 {
        rights[right.nodes[node].hash, default: []].append(node)
      }
      if rights.isEmpty { return false }
      for node in left.nodes(at: level)
      where toRight[node] < 0 && rights[left.nodes[node].hash] != nil {
        lefts[left.nodes[node].hash, default: []].append(node)
      }
    }
    let common = lefts.keys.filter { rights[$0] != nil }.sorted()
    if common.isEmpty { return false }
    let spread = namesInUse(Set(common), at: level)
    var isChanged = false
    for hash in common {
      guard let ones = lefts[hash], let others = rights[hash] else { continue }
      for (one, other) in moved(ones, others, isSpread: spread.contains(hash)) {
        pair(one, other)
        descend(from: one)
        isChanged = true
      }
    }
    return isChanged
  }

  /// The pairs among leftovers of one name. A name that several have says little: then what they
  /// hold must agree.
  private mutating func moved(
    _ lefts: [Int], _ rights: [Int], isSpread: Bool
  ) -> [(Int, Int)] {
    if lefts.count == 1, rights.count == 1 {
      let key = left.nodes[lefts[0]].key
      guard key == right.nodes[rights[0]].key else { return [] }
      if !isSpread, key.unicodeScalars.count >= 4 { return [(lefts[0], rights[0])] }
      let content = evidence(ofLeft: lefts[0]).content(evidence(ofRight: rights[0]))
      return content >= 0.35 ? [(lefts[0], rights[0])] : []
    }
    var byContent: [UInt64: (left: [Int], right: [Int])] = [:]
    for node in lefts {
      byContent[evidence(ofLeft: node).contentHash, default: ([], [])].left.append(node)
    }
    for node in rights {
      byContent[evidence(ofRight: node).contentHash, default: ([], [])].right.append(node)
    }
    return byContent.keys.sorted().compactMap { content in
      guard let group = byContent[content], group.left.count == 1, group.right.count == 1,
        left.nodes[group.left[0]].key == right.nodes[group.right[0]].key
      else { return nil }
      return (group.left[0], group.right[0])
    }
  }

  /// Which of the names are also names of nodes that have their partner.
  private func namesInUse(_ names: Set<UInt64>, at level: NodeLevel) -> Set<UInt64> {
    var used: Set<UInt64> = []
    for node in left.nodes(at: level)
    where toRight[node] >= 0 && names.contains(left.nodes[node].hash) {
      used.insert(left.nodes[node].hash)
    }
    for node in right.nodes(at: level)
    where toLeft[node] >= 0 && names.contains(right.nodes[node].hash) {
      used.insert(right.nodes[node].hash)
    }
    return used
  }

  /// Pairs leftovers anywhere whose children are mostly each other's: renamed and moved at once.
  mutating func matchByChildren() -> Bool {
    var isChanged = false
    for level in [NodeLevel.task, .action, .goal] {
      for one in left.nodes(at: level) where toRight[one] < 0 {
        guard let other = commonParent(ofPartnersOf: one), toLeft[other] < 0,
          right.nodes[other].level == level, commonParentOnLeft(ofPartnersOf: other) == one
        else { continue }
        let similarity = evidence(ofLeft: one).name.similarity(evidence(ofRight: other).name)
        let content = evidence(ofLeft: one).content(evidence(ofRight: other))
        let count = min(left.nodes[one].children.count, right.nodes[other].children.count)
        guard content >= 0.5, count > 1 || similarity >= 0.5 else { continue }
        pair(one, other, score: Swift.min(0.99, 0.5 * similarity + 0.5 * content))
        descend(from: one)
        isChanged = true
      }
    }
    return isChanged
  }

  /// The one parent of the partners of most children.
  private func commonParent(ofPartnersOf node: Int) -> Int? {
    let children = left.nodes[node].children
    let parents = children.compactMap { toRight[$0] < 0 ? nil : right.nodes[toRight[$0]].parent }
    return Self.majority(of: parents, outOf: children.count)
  }

  private func commonParentOnLeft(ofPartnersOf node: Int) -> Int? {
    let children = right.nodes[node].children
    let parents = children.compactMap { toLeft[$0] < 0 ? nil : left.nodes[toLeft[$0]].parent }
    return Self.majority(of: parents, outOf: children.count)
  }

  private static func majority(of parents: [Int], outOf count: Int) -> Int? {
    guard let first = parents.first, parents.allSatisfy({ $0 == first }) else { return nil }
    return parents.count * 3 >= count * 2 ? first : nil
  }
}
