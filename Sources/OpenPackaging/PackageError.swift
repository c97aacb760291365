public import XMLStream
public import Zip

/// The reason why a package could not be read.
public enum PackageError: Error, Hashable {
  /// The archive is damaged or passes a limit.
  case zip(ZipError)
  /// The XML of a part is damaged, refused or passes a limit.
  case xml(XMLError)
  /// The file is something else.
  case fileKind(FileKind)
  /// A part that must be there is not.
  case missingPart(String)
  /// A relationship leads out of the package.
  case escapingTarget(part: String, target: String)
  /// A relationship that must lead to a part leads to an address outside.
  case externalTarget(part: String, target: String)
  /// A part has more relationships than the limit allows.
  case relationships(part: String, limit: Int)
}

extension PackageError {
  /// A stable code for scripts.
  public var code: String {
    switch self {
    case .zip(let error): error.code
    case .xml(let error): error.code
    case .fileKind(let kind): kind.code
    case .missingPart: "MISSING_PART"
    case .escapingTarget: "ESCAPING_TARGET"
    case .externalTarget: "EXTERNAL_TARGET"
    case .relationships: "LIMIT"
    }
  }

  /// One sentence without a full stop.
  public var message: String {
    switch self {
    case .zip(let error): error.message
    case .xml(let error): error.message
    case .fileKind(let kind): kind.message
    case .missingPart: "the part is missing from the package: the file is incomplete"
    case .escapingTarget(_, let target):
      "the relationship target \(Self.quoted(target)) leads out of the package, which is refused"
    case .relationships(_, let limit):
      "the part has \(limit + 1) relationships or more, and the limit relationships is \(limit); "
        + "--limit relationships=N raises it"
    case .externalTarget(_, let target):
      "the relationship target \(Self.quoted(target)) lies outside the file and is never followed"
    }
  }

  /// The part that it is about, where one is known.
  public var part: String? {
    switch self {
    case .zip(let error): error.entry
    case .xml(let error): error.part
    case .fileKind: nil
    case .missingPart(let part), .escapingTarget(let part, _), .externalTarget(let part, _),
      .relationships(let part, _):
      part
    }
  }

  /// The line in the part, counted from one, where one is known.
  public var line: Int? {
    if case .xml(let error) = self { error.line } else { nil }
  }

  private static func quoted(_ text: String) -> String {
    "“" + (text.count > 80 ? String(text.prefix(70)) + "…" : text) + "”"
  }
}
