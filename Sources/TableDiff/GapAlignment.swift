/// Similar rows between two anchors, paired in their order.
enum GapAlignment {
  /// The pairs with the greatest sum of scores that keep the order on both sides; scores below one
  /// half never pair. Costs the product of the two sizes, so callers keep these small.
  static func pairs(
    _ oldCount: Int, _ newCount: Int, score: (Int, Int) -> Double
  ) -> [(old: Int, new: Int, score: Double)] {
    guard oldCount > 0, newCount > 0 else { return [] }
    let width = newCount + 1
    var scores = [Double](repeating: 0, count: oldCount * newCount)
    var best = [Double](repeating: 0, count: (oldCount + 1) * width)
    for one in stride(from: oldCount - 1, through: 0, by: -1) {
      for other in stride(from: newCount - 1, through: 0, by: -1) {
        let found = score(one, other)
        let likeness = found >= 0.5 ? found : 0
        scores[one * newCount + other] = likeness
        best[one * width + other] = max(
          best[(one + 1) * width + other], best[one * width + other + 1],
          likeness > 0 ? likeness + best[(one + 1) * width + other + 1] : 0)
      }
    }
    var result: [(old: Int, new: Int, score: Double)] = []
    var one = 0
    var other = 0
    while one < oldCount, other < newCount {
      let likeness = scores[one * newCount + other]
      let here = best[one * width + other]
      if likeness > 0, here == likeness + best[(one + 1) * width + other + 1] {
        result.append((one, other, likeness))
        one += 1
        other += 1
      } else if here == best[(one + 1) * width + other] {
        one += 1
      } else {
        other += 1
      }
    }
    return result
  }
}
