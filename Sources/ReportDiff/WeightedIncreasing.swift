/// The increasing subsequence of the greatest weight.
enum WeightedIncreasing {
  /// The positions that belong to it, ascending. The values are distinct, the weights positive. Cost:
  /// n log n.
  static func positions(of values: [Int], weights: [Int64]) -> [Int] {
    let ranks = values.indices.sorted { values[$0] < values[$1] }
    var rank = [Int](repeating: 0, count: values.count)
    for (place, index) in ranks.enumerated() { rank[index] = place + 1 }
    // A tree of prefix maxima over the ranks: the best chain that ends at or below each value.
    var best = [(weight: Int64, position: Int)](repeating: (0, -1), count: values.count + 1)
    var previous = [Int](repeating: -1, count: values.count)
    var chain = (weight: Int64(0), position: -1)
    for index in values.indices {
      var found = (weight: Int64(0), position: -1)
      var place = rank[index] - 1
      while place > 0 {
        if best[place].weight > found.weight { found = best[place] }
        place -= place & -place
      }
      previous[index] = found.position
      let weight = found.weight + weights[index]
      place = rank[index]
      while place <= values.count {
        if weight > best[place].weight { best[place] = (weight, index) }
        place += place & -place
      }
      if weight > chain.weight { chain = (weight, index) }
    }
    var positions: [Int] = []
    var position = chain.position
    while position >= 0 {
      positions.append(position)
      position = previous[position]
    }
    return positions.reversed()
  }
}
