/// What receives the events of an `XMLStreamParser`.
///
/// Content of `mc:AlternateContent` arrives as if its chosen branch stood there alone (ECMA-376
/// Part 3, 9.3). Comments and processing instructions do not arrive and do not split text for the
/// handler that joins what arrives between a start and an end.
public protocol XMLHandler {
  /// An element starts.
  mutating func start(_ element: borrowing XMLElement) -> XMLFlow
  /// Text of the innermost open element, in UTF-8; one text may arrive in several pieces.
  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow
  /// An element ends.
  mutating func end(_ name: XMLName) -> XMLFlow
}
