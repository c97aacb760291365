// Nodes of one name below one parent: rows without a name of their own, two goals called alike.

extension MatchState {
  /// The largest number of pairs of equally named nodes that are compared one by one.
  private static let comparedPairs = 4096

  /// Which of the left nodes is which of the right ones, all of one name: first those that are equal
  /// in all they hold, then by number or serial, the likest first, then in order.
  mutating func toldApart(_ lefts: [Int], _ rights: [Int]) -> [(Int, Int)] {
    if lefts.isEmpty || rights.isEmpty { return [] }
    if lefts.count == 1, rights.count == 1 { return [(lefts[0], rights[0])] }
    var pairs: [(Int, Int)] = []
    var (ones, others) = pairEqual(lefts, rights, into: &pairs)
    if !ones.isEmpty, !others.isEmpty,
      !ones.count.multipliedReportingOverflow(by: others.count).overflow,
      ones.count * others.count <= Self.comparedPairs
    {
      pairAlike(&ones, &others, into: &pairs)
    }
    pairs.append(contentsOf: zip(ones, others))
    return pairs
  }

  /// Pairs the nodes that hold the same, in order; gives back the rest.
  private mutating func pairEqual(
    _ lefts: [Int], _ rights: [Int], into pairs: inout [(Int, Int)]
  ) -> ([Int], [Int]) {
    var byContent: [UInt64: [Int]] = [:]
    for node in rights.reversed() {
      byContent[evidence(ofRight: node).contentHash, default: []].append(node)
    }
    var rest: [Int] = []
    var taken: Set<Int> = []
    for node in lefts {
      if let partner = byContent[evidence(ofLeft: node).contentHash]?.popLast() {
        pairs.append((node, partner))
        taken.insert(partner)
      } else {
        rest.append(node)
      }
    }
    return (rest, rights.filter { !taken.contains($0) })
  }

  /// Pairs the likest first: by number or serial, by what they hold, by their order.
  private mutating func pairAlike(
    _ lefts: inout [Int], _ rights: inout [Int], into pairs: inout [(Int, Int)]
  ) {
    var candidates: [MatchCandidate] = []
    for (i, one) in lefts.enumerated() {
      for (j, other) in rights.enumerated() {
        let a = left.nodes[one]
        let b = right.nodes[other]
        let content = evidence(ofLeft: one).content(evidence(ofRight: other))
        let mark = a.mark != nil && a.mark == b.mark ? 0.3 : 0
        candidates.append(
          MatchCandidate(
            left: one, right: other, score: content + mark, distance: abs(i - j), order: i + j))
      }
    }
    candidates.sort()
    var takenLeft: Set<Int> = []
    var takenRight: Set<Int> = []
    for candidate in candidates where candidate.score >= 0.3 {
      if takenLeft.contains(candidate.left) || takenRight.contains(candidate.right) { continue }
      takenLeft.insert(candidate.left)
      takenRight.insert(candidate.right)
      pairs.append((candidate.left, candidate.right))
    }
    lefts.removeAll { takenLeft.contains($0) }
    rights.removeAll { takenRight.contains($0) }
  }
}
