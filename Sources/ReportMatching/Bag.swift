/// Elements that may be there several times, in the room of the different ones.
struct Bag: Sendable {
  /// The different elements, ascending.
  let elements: [UInt64]
  /// How often each is there; empty where each is there once.
  private let counts: [UInt32]
  /// The number of all.
  let total: Int

  init(_ list: [UInt64]) {
    var elements: [UInt64] = []
    var counts: [UInt32] = []
    for element in list.sorted() {
      if elements.last == element {
        if counts.isEmpty { counts = Array(repeating: 1, count: elements.count) }
        counts[counts.count - 1] += 1
      } else {
        elements.append(element)
        if !counts.isEmpty { counts.append(1) }
      }
    }
    self.elements = elements
    self.counts = counts
    total = list.count
  }

  /// All elements, ascending, each as often as it is there.
  var all: [UInt64] {
    if counts.isEmpty { return elements }
    return elements.indices.flatMap { repeatElement(elements[$0], count: Int(counts[$0])) }
  }

  /// The number of common elements, each counted as often as both have it.
  func commonCount(_ other: Bag) -> Int {
    var i = 0
    var j = 0
    var common = 0
    while i < elements.count, j < other.elements.count {
      if elements[i] == other.elements[j] {
        common += min(count(i), other.count(j))
        i += 1
        j += 1
      } else if elements[i] < other.elements[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }

  /// Twice the common elements over all elements.
  func dice(_ other: Bag) -> Double {
    if total == 0 || other.total == 0 { return 0 }
    return 2 * Double(commonCount(other)) / Double(total + other.total)
  }

  private func count(_ place: Int) -> Int { counts.isEmpty ? 1 : Int(counts[place]) }
}
