import Synchronization

// The one place of the module where something is shared: readers of several entries may run side
// by side, and all count against one limit. An entry read twice counts once, by its furthest byte.

/// The number of bytes that were inflated from an archive.
final class InflationCounter: Sendable {
  private let total = Atomic<Int>(0)

  /// Adds bytes and returns the new total.
  func add(_ bytes: Int) -> Int {
    total.wrappingAdd(bytes, ordering: .relaxed).newValue
  }

  /// The bytes so far.
  var value: Int { total.load(ordering: .relaxed) }
}

/// The furthest place to which an entry was inflated.
final class EntryProgress: Sendable {
  private let furthest = Atomic<Int>(0)

  /// Notes that an entry was inflated up to a place; returns how many bytes of that are new.
  func advance(to place: Int) -> Int {
    var old = furthest.load(ordering: .relaxed)
    while place > old {
      let (done, current) = furthest.compareExchange(
        expected: old, desired: place, ordering: .relaxed)
      if done { return place - old }
      old = current
    }
    return 0
  }
}
