/// The name of an element or attribute as two small numbers of an `XMLVocabulary`.
public struct XMLName: Hashable, Sendable {
  /// The number of the namespace; 0 for none, `XMLName.unknownNamespace` for one that the
  /// vocabulary does not have.
  public var namespace: UInt8
  /// The number of the local name; 0 for one that the vocabulary does not have.
  public var local: UInt16

  /// The number of all namespaces that a vocabulary does not have.
  public static let unknownNamespace: UInt8 = 255
  /// The number of the namespace of markup compatibility, which the parser handles itself.
  static let markupCompatibility: UInt8 = 254

  /// Makes a name.
  @inlinable
  public init(namespace: UInt8, local: UInt16) {
    self.namespace = namespace
    self.local = local
  }
}
