/// A matching while it is made.
struct MatchState {
  let left: ReportTree
  let right: ReportTree
  /// The right node of each left node, or -1.
  var toRight: [Int]
  /// The left node of each right node, or -1.
  var toLeft: [Int]
  /// How much alike each left node and its partner are; 1 for equal names.
  var scores: [Double]
  /// What has been learned about the leftovers, by node.
  var leftEvidence: [Int: NodeEvidence] = [:]
  var rightEvidence: [Int: NodeEvidence] = [:]

  private var pairCount = 0

  init(_ left: ReportTree, _ right: ReportTree) {
    self.left = left
    self.right = right
    toRight = Array(repeating: -1, count: left.nodes.count)
    toLeft = Array(repeating: -1, count: right.nodes.count)
    scores = Array(repeating: 0, count: left.nodes.count)
  }

  /// Whether both sides have nodes without partner.
  var hasLeftovers: Bool { pairCount < left.nodes.count && pairCount < right.nodes.count }

  /// Pairs two nodes of one level that have no partners yet.
  mutating func pair(_ one: Int, _ other: Int, score: Double = 1) {
    toRight[one] = other
    toLeft[other] = one
    scores[one] = score
    pairCount += 1
  }

  /// Pairs what is named alike below a pair, level by level, as far down as names agree.
  mutating func descend(from node: Int) {
    var stack = [node]
    while let next = stack.popLast() {
      matchChildren(of: next, and: toRight[next], into: &stack)
    }
  }

  /// Pairs the children of a pair that are named alike. Both lists are ordered by name, so that one
  /// walk over the two finds the equal ones.
  private mutating func matchChildren(of one: Int, and other: Int, into stack: inout [Int]) {
    let lefts = left.childOrder[left.nodes[one].children]
    let rights = right.childOrder[right.nodes[other].children]
    var i = lefts.startIndex
    var j = rights.startIndex
    while i < lefts.endIndex, j < rights.endIndex {
      let a = left.nodes[lefts[i]]
      let b = right.nodes[rights[j]]
      if a.hash != b.hash {
        if a.hash < b.hash { i += 1 } else { j += 1 }
        continue
      }
      if a.key != b.key {
        if a.key < b.key { i += 1 } else { j += 1 }
        continue
      }
      var sameLeft: [Int] = []
      while i < lefts.endIndex, left.nodes[lefts[i]].hash == a.hash,
        left.nodes[lefts[i]].key == a.key
      {
        if toRight[lefts[i]] < 0 { sameLeft.append(lefts[i]) }
        i += 1
      }
      var sameRight: [Int] = []
      while j < rights.endIndex, right.nodes[rights[j]].hash == b.hash,
        right.nodes[rights[j]].key == b.key
      {
        if toLeft[rights[j]] < 0 { sameRight.append(rights[j]) }
        j += 1
      }
      for (one, other) in toldApart(sameLeft, sameRight) {
        pair(one, other)
        stack.append(one)
      }
    }
  }
}
