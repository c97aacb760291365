/// The bounds of what the parser accepts.
public struct XMLLimits: Hashable, Sendable {
  /// Open elements.
  public var depth = 256
  /// Bytes of the names and values of one tag, or of one comment.
  public var tagSize = 256 << 10
  /// Bytes of text between two tags.
  public var textSize = 1 << 20
  /// Different names of elements, attributes and prefixes: libxml2 looks them up in a table that
  /// stops to grow, so a million of them take half a minute.
  public var names = 100_000

  /// The default limits.
  public init() {}

  /// Makes limits.
  public init(depth: Int, tagSize: Int, textSize: Int) {
    self.depth = depth
    self.tagSize = tagSize
    self.textSize = textSize
  }
}
