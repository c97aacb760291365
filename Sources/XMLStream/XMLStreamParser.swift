/// A push parser: it is fed the bytes of a part and calls a handler.
///
/// The work is libxml2's; what the handler sees is safe Swift. Nothing outside the bytes is ever
/// read, and a document type declaration, other encodings than UTF-8, UTF-16 and the GB family,
/// wrong roots and whatever passes the limits are refused.
///
///     var parser = XMLStreamParser(
///       handler: handler, vocabulary: vocabulary, roots: [root], part: "xl/workbook.xml")
///     while let chunk = next() { try parser.feed(chunk) }
///     try parser.finish()
///     use(parser.handler)
@safe
public struct XMLStreamParser<Handler: XMLHandler>: ~Copyable {
  @usableFromInline let storage: UnsafeMutablePointer<Handler>
  @usableFromInline let core: XMLParserCore

  /// Makes a parser of one part; the root element must be one of `roots`.
  @inlinable
  public init(
    handler: consuming Handler, vocabulary: XMLVocabulary, roots: [XMLName],
    limits: XMLLimits = XMLLimits(), part: String
  ) {
    let pointer = UnsafeMutablePointer<Handler>.allocate(capacity: 1)
    unsafe pointer.initialize(to: handler)
    unsafe storage = pointer
    core = XMLParserCore(
      vocabulary: vocabulary, roots: roots, limits: limits, part: part,
      onStart: { unsafe pointer.pointee.start($0) },
      onText: { unsafe pointer.pointee.text($0) },
      onEnd: { unsafe pointer.pointee.end($0) })
  }

  deinit {
    unsafe storage.deinitialize(count: 1)
    unsafe storage.deallocate()
  }

  /// The handler.
  @inlinable
  public var handler: Handler {
    get { unsafe storage.pointee }
    _modify { yield unsafe &storage.pointee }
  }

  /// The line that was reached, counted from one.
  public var line: Int { core.line }

  /// Whether the handler asked to stop; bytes fed after that are not looked at.
  public var isStopped: Bool { core.isStopped }

  /// The number of elements that are open.
  public var depth: Int { core.openElements }

  /// Whether every byte that was fed has become an event, nothing is being left out, and the bytes
  /// are UTF-8: then the next byte is content of the innermost open element.
  ///
  /// A caller may read content by itself from here on and leave it out of what it feeds, provided
  /// that it is well-formed and leaves the same elements open; `skipLines(_:)` keeps the count.
  public var isAtRest: Bool { core.isAtRest }

  /// Counts the lines of bytes that are not fed.
  public mutating func skipLines(_ count: Int) { core.skipLines(count) }

  /// Parses the next bytes and calls the handler for what is complete in them.
  public mutating func feed(_ bytes: Span<UInt8>) throws(XMLError) {
    try core.feed(bytes)
  }

  /// Says that the part has ended; throws where the XML has not. Does nothing after a stop.
  public mutating func finish() throws(XMLError) {
    try core.finish()
  }
}
