import Testing

@testable import ReportMatching

@Suite struct BagTests {
  /// Twice the common elements over all, counted by taking them out one by one.
  private func dice(_ one: [UInt64], _ other: [UInt64]) -> Double {
    if one.isEmpty || other.isEmpty { return 0 }
    var rest = other
    var common = 0
    for element in one {
      if let place = rest.firstIndex(of: element) {
        rest.remove(at: place)
        common += 1
      }
    }
    return 2 * Double(common) / Double(one.count + other.count)
  }

  @Test("Elements count as often as both sides have them")
  func commonElements() {
    var lists: [[UInt64]] = [
      [], [1], [1, 1], [2, 1, 2], [3, 3, 3, 1], [1, 2, 3, 4], [4, 4, 2, 2, 2, 9],
    ]
    lists.append(Array(repeating: 7, count: 300) + [1, 2])
    lists.append((0..<40).map { $0 % 7 })
    for one in lists {
      #expect(Bag(one).elements == Array(Set(one)).sorted())
      #expect(Bag(one).all == one.sorted())
      for other in lists {
        #expect(Bag(one).dice(Bag(other)) == dice(one, other))
      }
    }
  }
}
