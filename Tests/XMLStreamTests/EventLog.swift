import XMLStream

/// Writes events down as text: `<name attr=value>`, text, `</name>`.
struct EventLog: XMLHandler {
  static let names = [
    "root", "a", "b", "c", "row", "t", "v", "x", "y", "id", "Requires", "Choice", "Fallback",
    "stop",
    "skip",
  ]
  static let vocabulary = XMLVocabulary(
    names: names, namespaces: [.init("urn:main", 1), .init("urn:strict", 1), .init("urn:other", 2)])
  static let root = XMLName(namespace: 1, local: 1)

  var text = ""

  private func spelled(_ name: XMLName) -> String {
    let local = name.local == 0 ? "?" : Self.names[Int(name.local) - 1]
    return name.namespace < 2 ? local : "\(name.namespace):\(local)"
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    text += "<" + spelled(element.name)
    for attribute in element.attributes {
      text += " \(spelled(attribute.name))=\(element.string(attribute))"
    }
    text += ">"
    switch spelled(element.name) {
    case "stop": return .stop
    case "skip": return .skip
    default: return .proceed
    }
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow {
    for index in bytes.indices { pending.append(bytes[index]) }
    text += String(decoding: pending, as: UTF8.self)
    pending = []
    return .proceed
  }

  mutating func end(_ name: XMLName) -> XMLFlow {
    text += "</\(spelled(name))>"
    return .proceed
  }

  private var pending: [UInt8] = []

  /// The events of a document that is fed in pieces of a size.
  static func events(
    _ bytes: [UInt8], pieces: Int = .max, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> String {
    var parser = XMLStreamParser(
      handler: EventLog(), vocabulary: vocabulary, roots: [root], limits: limits, part: "part.xml")
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      try parser.feed(piece.span)
    }
    try parser.finish()
    return parser.handler.text
  }

  static func events(
    _ text: String, pieces: Int = .max, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> String {
    try events(Array(text.utf8), pieces: pieces, limits: limits)
  }
}
