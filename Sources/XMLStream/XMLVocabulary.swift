/// The names and namespaces that a handler knows, each with a small number.
public struct XMLVocabulary: Sendable {
  /// A namespace that a handler knows.
  public struct Namespace: Sendable {
    /// The address that identifies it.
    public var uri: String
    /// Its number, from 1 to 200; several addresses may share one.
    public var number: UInt8

    /// Makes a namespace.
    public init(_ uri: String, _ number: UInt8) {
      self.uri = uri
      self.number = number
    }
  }

  private let names: [String: UInt16]
  private let namespaces: [String: UInt8]

  /// Makes a vocabulary; the first name has the number 1.
  ///
  /// A choice of `mc:AlternateContent` is taken when all namespaces that it requires are among
  /// `namespaces`.
  public init(names: [String], namespaces: [Namespace]) {
    var numbers: [String: UInt16] = [:]
    for (index, name) in names.enumerated() where numbers[name] == nil {
      numbers[name] = UInt16(truncatingIfNeeded: index + 1)
    }
    self.names = numbers
    self.namespaces = Dictionary(
      namespaces.map { ($0.uri, $0.number) }, uniquingKeysWith: { first, _ in first })
  }

  func local(_ name: String) -> UInt16 { names[name] ?? 0 }

  func namespace(_ uri: String) -> UInt8 {
    if uri == "http://schemas.openxmlformats.org/markup-compatibility/2006" {
      return XMLName.markupCompatibility
    }
    return namespaces[uri] ?? XMLName.unknownNamespace
  }
}
