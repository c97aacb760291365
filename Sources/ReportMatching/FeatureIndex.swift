/// An index from features to the few nodes that have them, to find likely partners without comparing
/// everything with everything.
struct FeatureIndex {
  /// A feature that more nodes have says nothing and is left out.
  private static let mostHolders = 24
  /// So many partners are proposed for a node.
  private static let mostPartners = 6

  private var holders: [UInt64: [Int32]] = [:]
  private let count: Int

  init(_ features: [[UInt64]]) {
    count = features.count
    for (node, list) in features.enumerated() {
      for feature in list {
        var known = holders[feature] ?? []
        if known.count > Self.mostHolders || known.last == Int32(truncatingIfNeeded: node) {
          continue
        }
        known.append(Int32(truncatingIfNeeded: node))
        holders[feature] = known
      }
    }
  }

  /// For each query the nodes that share most of its features, the best first.
  func likely(_ queries: [[UInt64]]) -> [[Int]] {
    var shared = [Int32](repeating: 0, count: count)
    return queries.map { features in
      var touched: [Int] = []
      for feature in features {
        guard let nodes = holders[feature], nodes.count <= Self.mostHolders else { continue }
        for node in nodes {
          if shared[Int(node)] == 0 { touched.append(Int(node)) }
          shared[Int(node)] += 1
        }
      }
      touched.sort { shared[$0] != shared[$1] ? shared[$0] > shared[$1] : $0 < $1 }
      for node in touched.dropFirst(Self.mostPartners) { shared[node] = 0 }
      let best = Array(touched.prefix(Self.mostPartners))
      for node in best { shared[node] = 0 }
      return best
    }
  }
}
