/// The exit statuses of the contract; the highest wins.
enum ExitStatus: Int32, Comparable, Sendable {
  /// Done, and nothing to look at.
  case done = 0
  /// Done, and the answer is "look".
  case look = 1
  /// An input could not be read, an output not be written, or a limit was passed.
  case failed = 2
  /// The command line is wrong.
  case usage = 64

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
