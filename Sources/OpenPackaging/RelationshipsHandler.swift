internal import XMLStream

/// Reads a part of relationships.
struct RelationshipsHandler: XMLHandler {
  static let root = XMLName(
    namespace: PackageWord.relationships, local: PackageWord.Relationships.rawValue)

  /// The part that has the relationships; empty for the package.
  let source: String
  var relationships: [Relationship] = []
  /// Whether there were more of them than are read.
  var passesLimit = false
  private let limit: Int
  /// The types that were met: few, and each of them long.
  private var types: [String: String] = [:]

  init(source: String, limit: Int) {
    self.source = source
    self.limit = limit
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard element.name.namespace == PackageWord.relationships else { return .skip }
    switch PackageWord(rawValue: element.name.local) {
    case .Relationships:
      return .proceed
    case .Relationship:
      guard relationships.count < limit else {
        passesLimit = true
        return .stop
      }
      let target = element.string(local: PackageWord.Target.rawValue) ?? ""
      let mode = element.string(local: PackageWord.TargetMode.rawValue) ?? ""
      relationships.append(
        Relationship(
          id: element.string(local: PackageWord.Id.rawValue) ?? "",
          type: known(element.string(local: PackageWord.type.rawValue) ?? ""),
          target: resolved(target, mode: mode)))
      return .skip
    default:
      return .skip
    }
  }

  /// The same text as one that is held already, where there is one.
  private mutating func known(_ type: String) -> String {
    if let held = types[type] { return held }
    if types.count < 256 { types[type] = type }
    return type
  }

  private func resolved(_ target: String, mode: String) -> Relationship.Target {
    if mode.lowercased() == "external" { return .external(target) }
    // A place in the document itself, such as `#Sheet2!A1`, is no part.
    if target.hasPrefix("#") { return .external(target) }
    guard let part = PartName.resolve(target, from: source) else { return .escaping(target) }
    return .part(part)
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }
  mutating func end(_ name: XMLName) -> XMLFlow { .proceed }
}
