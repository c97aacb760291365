/// The longest increasing subsequence: what kept its order.
enum IncreasingSubsequence {
  /// The positions of one longest strictly increasing subsequence of distinct numbers. n log n.
  static func positions(in values: [Int]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for (position, value) in values.enumerated() {
      if let last = tails.last, values[last] < value {
        previous[position] = last
        tails.append(position)
        continue
      }
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = tails[low - 1] }
      if low < tails.count { tails[low] = position } else { tails.append(position) }
    }
    var result: [Int] = []
    var position = tails.last ?? -1
    while position >= 0 {
      result.append(position)
      position = previous[position]
    }
    result.reverse()
    return result
  }
}
