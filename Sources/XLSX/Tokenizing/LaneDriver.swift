internal import XMLStream

// Two lanes, one truth. The XML parser is fed the part from its start; when it stands at rest
// between two items, the tokenizer may read items by itself, and the parser is fed on behind them
// as if they had never been there. So the parser judges everything around the items, and every item
// that the tokenizer declines. That an item in between is left out cannot change what the parser
// makes of the rest: a well-formed item declares nothing for its siblings.

/// Feeds the bytes of a part to a handler by way of the XML parser, and of a tokenizer where the
/// bytes allow.
@safe
struct LaneDriver<Handler: LaneHandler>: ~Copyable {
  private enum Phase {
    /// In front of the items.
    case head
    /// Between two items, the tokenizer reads.
    case items
    /// The XML parser reads up to the end of the next item.
    case detour
    /// The XML parser reads the rest.
    case rest
  }

  var parser: XMLStreamParser<Handler>
  /// Who read what.
  private(set) var record = LaneRecord()
  /// Whether the handler wants no more.
  private(set) var isStopped = false
  private var phase: Phase
  /// Lines of items that the parser has not seen.
  private var lines = 0
  private let itemLimit: Int

  /// A driver of a parser that was fed nothing yet.
  init(_ parser: consuming XMLStreamParser<Handler>, limits: XMLLimits, choice: ParserChoice) {
    self.parser = parser
    // Tags that a tokenizer takes are shorter and less deep than this.
    let isAble = limits.depth >= Handler.depth + 6 && limits.tagSize >= 16 << 10
    phase = choice == .automatic && isAble ? .head : .rest
    itemLimit = min(limits.textSize, 1 << 20)
  }

  /// Reads bytes and returns how many; the others must come again with more behind them.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, with `ByteCursor.padding` zeros behind them that do not count.
  ///   - isLast: Whether nothing will follow; then all are read.
  mutating func read(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) -> Int {
    let count = bytes.count - ByteCursor.padding
    var place = 0
    while place < count, !isStopped {
      switch phase {
      case .head:
        guard try readHead(bytes, &place, count, isLast) else { return place }
      case .items:
        guard takeItems(bytes, &place, count, isLast) else { return place }
      case .detour:
        guard let end = ByteSearch.first(Handler.itemEnd, in: bytes, from: place, to: count) else {
          // The tag may be cut in two.
          let kept = isLast ? 0 : min(count - place, Handler.itemEnd.utf8CodeUnitCount - 1)
          try feed(bytes, place..<(count - kept))
          return count - kept
        }
        try feed(bytes, place..<end)
        place = end
        if isAtItems { phase = .items }
      case .rest:
        try feed(bytes, place..<count)
        place = count
      }
    }
    return count
  }

  /// Says that the part has ended.
  mutating func finish() throws(XMLError) {
    if isStopped { return }
    skipLines()
    try parser.finish()
  }

  private var isAtItems: Bool {
    parser.isAtRest && parser.depth == Handler.depth && parser.handler.isBetweenItems
  }

  private mutating func skipLines() {
    if lines > 0 { parser.skipLines(lines) }
    lines = 0
  }

  private mutating func feed(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(XMLError) {
    if range.isEmpty { return }
    skipLines()
    try parser.feed(bytes.extracting(range))
    if parser.isStopped { isStopped = true }
  }

  /// Feeds the parser up to the start tag of the items; false where it is not there yet.
  private mutating func readHead(
    _ bytes: Span<UInt8>, _ place: inout Int, _ count: Int, _ isLast: Bool
  ) throws(XMLError) -> Bool {
    let found = ByteSearch.first(Handler.container, in: bytes, from: place, to: count)
    let close = found.flatMap { ByteSearch.first(">", in: bytes, from: $0, to: count) }
    let size = Handler.container.utf8CodeUnitCount
    if let close {
      try feed(bytes, place..<close)
      place = close
      if !isStopped, isAtItems { phase = .items }
      return true
    }
    // The tag may be cut in two; one that takes too long is left to the parser.
    let kept = isLast ? 0 : found.map { count - $0 + size } ?? min(count - place, size - 1)
    if kept > 4096 {
      phase = .rest
      return true
    }
    try feed(bytes, place..<(count - kept))
    place = count - kept
    return false
  }

  /// Takes items as long as they are whole and certain; false where more bytes are needed.
  private mutating func takeItems(
    _ bytes: Span<UInt8>, _ place: inout Int, _ count: Int, _ isLast: Bool
  ) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      while place < count {
        switch unsafe parser.handler.takeItem(base, from: place, limit: itemLimit) {
        case .taken(let end, let passed):
          place = end
          lines += passed
          record.tokenized += 1
        case .end:
          phase = .rest
          return true
        case .stopped:
          isStopped = true
          return true
        case .declined(let reason, let position):
          // What is seen at the very end may only be cut off; no look goes farther than this.
          if position + ByteCursor.padding / 2 >= count, !isLast, count - place <= itemLimit {
            return false
          }
          record.decline(count - place > itemLimit ? .size : reason)
          phase = record.isHopeless ? .rest : .detour
          return true
        }
      }
      return true
    }
  }
}
