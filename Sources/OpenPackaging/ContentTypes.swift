internal import XMLStream

/// The content types of the parts (ECMA-376 Part 2, 7.2).
public struct ContentTypes: Hashable, Sendable {
  /// Types by part, in lower case and without a leading slash.
  var overrides: [String: String] = [:]
  /// Types by extension, in lower case.
  var defaults: [String: String] = [:]
  /// Parts with a type of their own, in the order of the file.
  public internal(set) var parts: [(name: String, type: String)] = []

  /// The content type of a part, or nil where none is stated.
  public func type(of part: String) -> String? {
    let name = part.lowercased()
    return overrides[name] ?? defaults[PartName.pathExtension(name)]
  }

  /// Equal content.
  public static func == (left: ContentTypes, right: ContentTypes) -> Bool {
    left.overrides == right.overrides && left.defaults == right.defaults
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(overrides)
    hasher.combine(defaults)
  }
}

/// Reads `[Content_Types].xml`.
struct ContentTypesHandler: XMLHandler {
  static let root = XMLName(
    namespace: PackageWord.contentTypes, local: PackageWord.Types.rawValue)

  var types = ContentTypes()

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard element.name.namespace == PackageWord.contentTypes else { return .skip }
    let type = element.string(local: PackageWord.ContentType.rawValue) ?? ""
    switch PackageWord(rawValue: element.name.local) {
    case .Types:
      break
    case .Default:
      if let name = element.string(local: PackageWord.Extension.rawValue) {
        types.defaults[name.lowercased()] = type
      }
    case .Override:
      if let name = element.string(local: PackageWord.PartName.rawValue) {
        let part = PartName.resolve(name, from: "") ?? name
        types.overrides[part.lowercased()] = type
        types.parts.append((part, type))
      }
    default:
      return .skip
    }
    return .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }
  mutating func end(_ name: XMLName) -> XMLFlow { .proceed }
}
