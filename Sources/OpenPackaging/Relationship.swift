/// A relationship of a part or of the package (ECMA-376 Part 2, 6.5).
public struct Relationship: Hashable, Sendable {
  /// Where a relationship leads.
  public enum Target: Hashable, Sendable {
    /// A part of the package.
    case part(String)
    /// An address outside, which is never followed.
    case external(String)
    /// A place above the root of the package, which is refused where it would be followed.
    case escaping(String)
  }

  /// The identifier, unique for its part.
  public var id: String
  /// The type, an address.
  public var type: String
  /// Where it leads.
  public var target: Target

  /// Makes a relationship.
  public init(id: String, type: String, target: Target) {
    self.id = id
    self.type = type
    self.target = target
  }
}

extension Relationship {
  /// The last word of a known type, the same for transitional and strict files: `worksheet`,
  /// `sharedStrings`; empty for types that nobody knows.
  public var kind: String {
    let known = [
      "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
      "http://schemas.microsoft.com/office/",
    ]
    guard known.contains(where: type.hasPrefix), let slash = type.lastIndex(of: "/") else {
      return ""
    }
    return String(type[type.index(after: slash)...])
  }
}

/// The relationships of one part, in the order of the file.
public struct Relationships: Hashable, Sendable {
  /// The relationships.
  public var all: [Relationship]

  /// Makes relationships.
  public init(_ all: [Relationship] = []) {
    self.all = all
  }

  /// The relationship with an identifier.
  public func with(id: String) -> Relationship? {
    all.first { $0.id == id }
  }

  /// The first relationship of a kind, such as `styles`.
  public func first(_ kind: String) -> Relationship? {
    all.first { $0.kind == kind }
  }

  /// All relationships of a kind.
  public func of(_ kind: String) -> [Relationship] {
    all.filter { $0.kind == kind }
  }
}
