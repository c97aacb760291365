/// The reason why a part was not read as XML, with the place.
public struct XMLError: Error, Hashable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The text is not well-formed; the message is the parser's.
    case malformed(String)
    /// The part ends before its root element does, or is empty.
    case truncated
    /// There is a document type declaration, which no part of a package may have.
    case documentType
    /// The encoding is none of UTF-8, UTF-16 and the GB family.
    case encoding(String)
    /// The version of XML is not 1.0.
    case version(String)
    /// The root element is none that belongs here.
    case root(String)
    /// An element has a prefix that stands for no namespace.
    case prefix(String)
    /// Elements are nested deeper than the limit.
    case depth(limit: Int)
    /// A tag, comment or instruction is longer than the limit, in bytes.
    case tagSize(limit: Int)
    /// There are more different names than the limit.
    case names(limit: Int, met: Int)
    /// A stretch of text is longer than the limit, in bytes.
    case textSize(limit: Int)
  }

  /// What is wrong.
  public var kind: Kind
  /// The part, such as `xl/workbook.xml`.
  public var part: String
  /// The line in the part, counted from one.
  public var line: Int

  /// Makes an error.
  public init(_ kind: Kind, part: String, line: Int) {
    self.kind = kind
    self.part = part
    self.line = line
  }
}

extension XMLError {
  /// A stable code for scripts.
  public var code: String {
    switch kind {
    case .malformed: "XML_MALFORMED"
    case .truncated: "XML_TRUNCATED"
    case .documentType: "XML_DOCTYPE"
    case .encoding: "XML_ENCODING"
    case .version: "XML_VERSION"
    case .root: "XML_ROOT"
    case .prefix: "XML_PREFIX"
    case .depth: "LIMIT_XML_DEPTH"
    case .tagSize: "LIMIT_TAG_SIZE"
    case .textSize: "LIMIT_TEXT_SIZE"
    case .names: "LIMIT_XML_NAMES"
    }
  }

  /// One sentence without a full stop.
  public var message: String {
    switch kind {
    case .malformed(let reason): "the XML is damaged: \(reason)"
    case .truncated: "the XML is cut off before its end"
    case .documentType:
      "the XML has a document type declaration (DOCTYPE), which is refused because it can define "
        + "entities"
    case .encoding(let name):
      "the XML is in the encoding \(name); only UTF-8, UTF-16 and the GB family are read"
    case .version(let version): "the XML is of version \(version); only 1.0 is read"
    case .root(let name): "the root element is \(name), which does not belong here"
    case .prefix(let name): "the element \(name) has a prefix without a namespace"
    case .depth(let limit):
      "elements are nested \(limit + 1) deep or more, and the limit xml-depth is \(limit); "
        + "--limit xml-depth=N raises it"
    case .tagSize(let limit):
      "one tag or comment has \(limit + 1) bytes or more, and the limit tag-size is \(limit); "
        + "--limit tag-size=N raises it"
    case .names(let limit, let met):
      "the part has \(met) different names, and the limit xml-names is \(limit); "
        + "--limit xml-names=N raises it"
    case .textSize(let limit):
      "one text has \(limit + 1) bytes or more, and the limit text-size is \(limit); "
        + "--limit text-size=N raises it"
    }
  }
}

extension XMLError: CustomStringConvertible {
  /// `PART:LINE: sentence [code]`.
  public var description: String { "\(part):\(line): \(message) [\(code)]" }
}
