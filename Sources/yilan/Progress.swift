#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Synchronization

/// A bar on a terminal for work that takes longer than a second; nothing anywhere else.
final class Progress: Sendable {
  private let isShown: Bool
  private let total: Int
  private let label: String
  private let done = Atomic<Int>(0)
  private let rows = Atomic<Int>(0)
  private let lastShown = Atomic<Int>(0)
  private let started: Int

  /// A bar over `total` steps; nothing is shown when quiet or where standard error is no terminal.
  init(total: Int, label: String, isQuiet: Bool) {
    self.total = max(total, 1)
    self.label = label
    isShown = !isQuiet && isatty(2) == 1
    started = Self.milliseconds()
  }

  /// Notes that some steps are done.
  func advance(by steps: Int = 1) {
    guard isShown else { return }
    let now = done.add(steps, ordering: .relaxed).newValue
    let time = Self.milliseconds()
    let last = lastShown.load(ordering: .relaxed)
    guard time - started > 1000, time - last > 100 else { return }
    guard lastShown.compareExchange(expected: last, desired: time, ordering: .relaxed).exchanged
    else { return }
    show(now)
  }

  /// Notes that a row is done; cheap enough for every row.
  func advanceRow() {
    guard isShown else { return }
    if rows.add(1, ordering: .relaxed).newValue % 4096 == 0 { advance(by: 4096) }
  }

  /// Removes the bar.
  func finish() {
    if isShown, lastShown.load(ordering: .relaxed) > 0 { printError("\r\u{1B}[K") }
  }

  private func show(_ now: Int) {
    let share = min(max(Double(now) / Double(total), 0), 1)
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    printError("\r\u{1B}[K\(label) \(bar) \(Int(share * 100))%")
  }

  /// A steady clock, for the display only: no output depends on it.
  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
