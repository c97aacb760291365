internal import XMLStream

/// A handler of a part most of which is a run of equal items, such as rows, and which can read
/// such items out of bytes as well as out of events.
protocol LaneHandler: XMLHandler {
  /// How the start tag begins behind which the items stand.
  static var container: StaticString { get }
  /// Elements that are open between two items.
  static var depth: Int { get }
  /// The end tag of an item.
  static var itemEnd: StaticString { get }
  /// Whether the next event may be the start of an item.
  var isBetweenItems: Bool { get }
  /// Reads one item out of bytes with `ByteCursor.padding` zeros behind them, and takes it if it is
  /// whole, certain, and not longer than `limit`.
  mutating func takeItem(
    _ bytes: UnsafePointer<UInt8>, from offset: Int, limit: Int
  ) -> ItemOutcome
}

/// What became of the bytes of an item.
enum ItemOutcome {
  /// The item was taken; `end` is the offset behind it.
  case taken(end: Int, lines: Int)
  /// There is no further item: an end tag is next.
  case end
  /// Something is not known for certain at an offset; nothing was taken.
  case declined(DeclineReason, at: Int)
  /// The item was taken, and the handler wants no more.
  case stopped
}
