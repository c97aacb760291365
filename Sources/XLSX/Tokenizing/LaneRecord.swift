/// Counts the items of a part by who read them.
struct LaneRecord {
  /// Items that the tokenizer took.
  var tokenized = 0
  /// Items that it left to the XML parser.
  private(set) var declined = 0
  /// Why it left the first of them.
  private(set) var reason: DeclineReason?

  mutating func decline(_ reason: DeclineReason) {
    declined += 1
    if self.reason == nil { self.reason = reason }
  }

  /// Whether so many items are declined that going to and fro costs more than it gains.
  var isHopeless: Bool { declined > 64 && declined > tokenized / 4 }
}
