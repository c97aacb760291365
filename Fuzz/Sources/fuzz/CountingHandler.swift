import XMLStream

/// Takes every event and keeps nothing.
struct CountingHandler: XMLHandler {
  static let vocabulary = XMLVocabulary(
    names: ["worksheet", "sst", "styleSheet"],
    namespaces: [.init("http://schemas.openxmlformats.org/spreadsheetml/2006/main", 1)])
  static let roots = (1...3).map { XMLName(namespace: 1, local: $0) }

  private var events = 0

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    events += 1
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    events += bytes.count > 0 ? 1 : 0
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    events += 1
    return .proceed
  }
}
