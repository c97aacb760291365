// Leftovers below parents that are the same, by likeness: of the names, of what they hold, and of
// their place between siblings that have their partners.

extension MatchState {
  /// Up to so many pairs of leftovers below one parent are compared one by one; beyond, an index
  /// finds likely partners.
  private static let comparedPairs = 1024
  /// The least score of a pair.
  private static let leastScore = 0.47
  /// The least score where the names are those of two lots.
  private static let leastScoreOfLots = 0.6

  /// Pairs leftovers of a level below parents that are the same. By content means: only those of
  /// which most of the names below are the same, so that a renamed parent is known before its
  /// children are looked for elsewhere. Tells whether any was found.
  mutating func matchSiblings(_ level: NodeLevel, isByContent: Bool) -> Bool {
    if isByContent, level == .indicator { return false }
    guard hasLeftovers else { return false }
    var isChanged = false
    for parent in parentsWithLeftovers(at: level) {
      let lefts = left.nodes[parent].children.filter { toRight[$0] < 0 }
      let rights = right.nodes[toRight[parent]].children.filter { toLeft[$0] < 0 }
      for candidate in alikePairs(lefts, rights, below: parent, isByContent: isByContent) {
        pair(candidate.left, candidate.right, score: candidate.score)
        descend(from: candidate.left)
        isChanged = true
      }
    }
    return isChanged
  }

  /// The left parents that have leftovers, found from the side that is smaller.
  private func parentsWithLeftovers(at level: NodeLevel) -> [Int] {
    var parents: [Int] = []
    if left.nodes.count <= right.nodes.count {
      for node in left.nodes(at: level) where toRight[node] < 0 {
        let parent = left.nodes[node].parent
        if toRight[parent] >= 0, parents.last != parent { parents.append(parent) }
      }
      return parents
    }
    var last = -1
    for node in right.nodes(at: level) where toLeft[node] < 0 {
      let parent = right.nodes[node].parent
      if parent != last, toLeft[parent] >= 0 { parents.append(toLeft[parent]) }
      last = parent
    }
    return parents
  }

  private mutating func alikePairs(
    _ lefts: [Int], _ rights: [Int], below parent: Int, isByContent: Bool
  ) -> [MatchCandidate] {
    if lefts.isEmpty || rights.isEmpty { return [] }
    let isAlone =
      left.nodes[parent].children.count == 1 && right.nodes[toRight[parent]].children.count == 1
    let leftPlaces = places(ofLeft: lefts, below: parent)
    let rightPlaces = places(ofRight: rights, below: toRight[parent])
    var candidates: [MatchCandidate] = []
    for (i, j) in likelyPairs(lefts, rights) {
      let place =
        (leftPlaces[i].before == rightPlaces[j].before ? 0.5 : 0)
        + (leftPlaces[i].after == rightPlaces[j].after ? 0.5 : 0)
      let score = likeness(
        lefts[i], rights[j], place: place, isAlone: isAlone, isByContent: isByContent)
      guard let score else { continue }
      let a = left.nodes[lefts[i]].position
      let b = right.nodes[rights[j]].position
      candidates.append(
        MatchCandidate(
          left: lefts[i], right: rights[j], score: score, distance: abs(a - b), order: a + b))
    }
    candidates.sort()
    var takenLeft: Set<Int> = []
    var takenRight: Set<Int> = []
    return candidates.filter {
      guard !takenLeft.contains($0.left), !takenRight.contains($0.right) else { return false }
      takenLeft.insert($0.left)
      takenRight.insert($0.right)
      return true
    }
  }

  /// The score of a pair, or nil where the two are not the same.
  private mutating func likeness(
    _ one: Int, _ other: Int, place: Double, isAlone: Bool, isByContent: Bool
  ) -> Double? {
    let a = evidence(ofLeft: one)
    let b = evidence(ofRight: other)
    let isNamed = left.nodes[one].hash != 0 && right.nodes[other].hash != 0
    let similarity = a.name.similarity(b.name)
    let content = a.content(b)
    let score = min(0.99, 0.5 * similarity + 0.35 * content + 0.15 * place)
    if isByContent { return a.namesInCommon(b) >= 0.5 ? score : nil }
    let level = left.nodes[one].level
    if isAlone, level == .section { return score }
    if isAlone, !isNamed, level == .indicator { return max(score, 0.5) }
    if !isNamed { return content >= 0.5 ? max(score, 0.5) : nil }
    let least = a.name.isOtherLot(than: b.name) ? Self.leastScoreOfLots : Self.leastScore
    return score >= least ? score : nil
  }

  // MARK: Places

  /// The partners of the nearest siblings before and after that have one below the other parent; for
  /// both sides told in right nodes, -1 where there is none.
  private typealias Place = (before: Int, after: Int)

  private func places(ofLeft nodes: [Int], below parent: Int) -> [Place] {
    let children = left.nodes[parent].children
    let partners = children.map { child -> Int in
      let partner = toRight[child]
      return partner >= 0 && right.nodes[partner].parent == toRight[parent] ? partner : -1
    }
    return Self.places(of: nodes.map { $0 - children.lowerBound }, among: partners)
  }

  private func places(ofRight nodes: [Int], below parent: Int) -> [Place] {
    let children = right.nodes[parent].children
    let partners = children.map { child -> Int in
      let partner = toLeft[child]
      return partner >= 0 && left.nodes[partner].parent == toLeft[parent] ? child : -1
    }
    return Self.places(of: nodes.map { $0 - children.lowerBound }, among: partners)
  }

  private static func places(of positions: [Int], among partners: [Int]) -> [Place] {
    var before = [Int](repeating: -1, count: partners.count)
    var after = before
    var last = -1
    for (position, partner) in partners.enumerated() {
      before[position] = last
      if partner >= 0 { last = partner }
    }
    last = -1
    for (position, partner) in partners.enumerated().reversed() {
      after[position] = last
      if partner >= 0 { last = partner }
    }
    return positions.map { (before[$0], after[$0]) }
  }

  // MARK: Candidates

  /// The pairs worth comparing, as positions in both lists: all of a few, else for each node those
  /// that share most of its rarer features.
  private mutating func likelyPairs(_ lefts: [Int], _ rights: [Int]) -> [(Int, Int)] {
    let (count, isTooLarge) = lefts.count.multipliedReportingOverflow(by: rights.count)
    if !isTooLarge, count <= Self.comparedPairs {
      return lefts.indices.flatMap { i in rights.indices.map { (i, $0) } }
    }
    let leftFeatures = lefts.map { evidence(ofLeft: $0).features }
    let rightFeatures = rights.map { evidence(ofRight: $0).features }
    var pairs = Set<[Int]>()
    for (i, likely) in FeatureIndex(rightFeatures).likely(leftFeatures).enumerated() {
      for j in likely { pairs.insert([i, j]) }
    }
    for (j, likely) in FeatureIndex(leftFeatures).likely(rightFeatures).enumerated() {
      for i in likely { pairs.insert([i, j]) }
    }
    return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }
}
