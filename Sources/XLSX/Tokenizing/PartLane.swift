/// Who read the rows of a sheet, or the shared strings.
public struct PartLane: Hashable, Sendable {
  /// The part, such as `xl/worksheets/sheet1.xml`.
  public var part: String
  /// Rows or strings that the tokenizer read.
  public var tokenized: Int
  /// Rows or strings that the tokenizer left to the XML parser, one by one or from there on.
  public var declined: Int
  /// What it did not know for certain in the first of these; nil where there is none.
  public var reason: String?

  /// Makes an entry.
  public init(part: String, tokenized: Int, declined: Int, reason: String? = nil) {
    self.part = part
    self.tokenized = tokenized
    self.declined = declined
    self.reason = reason
  }

  init(part: String, _ record: LaneRecord) {
    self.init(
      part: part, tokenized: record.tokenized, declined: record.declined,
      reason: record.reason?.rawValue)
  }
}

extension PartLane {
  /// The lane in one word: `tokenizer`, `libxml2`, or `both`.
  public var name: String {
    tokenized == 0 ? "libxml2" : declined == 0 ? "tokenizer" : "both"
  }
}
