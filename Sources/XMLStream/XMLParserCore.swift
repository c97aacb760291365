internal import CLibXML2

// The part of the parser that knows libxml2. Its push interface (SAX2) is used with handlers of our
// own only, so that no tree is built, no entity but the five predefined ones exists, and nothing is
// loaded. Measured facts behind the checks stand at each of them; they hold for libxml2 2.9.14.

/// One owner of one libxml2 parser; events leave it as safe Swift.
@safe @usableFromInline
final class XMLParserCore {
  typealias OnStart = (borrowing XMLElement) -> XMLFlow
  typealias OnText = (Span<UInt8>) -> XMLFlow
  typealias OnEnd = (XMLName) -> XMLFlow

  let vocabulary: XMLVocabulary
  let roots: [XMLName]
  let limits: XMLLimits
  let part: String
  let onStart: OnStart
  let onText: OnText
  let onEnd: OnEnd

  // Events arrive from C one at a time, and no property is passed inout across one, so the check at
  // each access would only cost: 14 % of reading a sheet.
  @exclusivity(unchecked) private(set) var context: xmlParserCtxtPtr?
  private let names = XMLNameCache(bits: 9)
  private let uris = XMLNameCache(bits: 4)
  @exclusivity(unchecked) private var lastURI: UnsafePointer<UInt8>?
  @exclusivity(unchecked) private var lastNamespace: UInt8 = 0
  @exclusivity(unchecked) private var element = XMLElement()
  @exclusivity(unchecked) private var alternates = AlternateContent()
  @exclusivity(unchecked) private var depth = 0
  /// The depth of the element that is left out with its content; 0 for none.
  @exclusivity(unchecked) private var skippedDepth = 0
  @exclusivity(unchecked) private var textSize = 0
  /// Bytes fed since libxml2 last told anything.
  @exclusivity(unchecked) private var silence = 0
  @exclusivity(unchecked) private var head: [UInt8] = []
  @exclusivity(unchecked) private var isBegun = false
  @exclusivity(unchecked) private var failure: XMLError?
  @exclusivity(unchecked) private(set) var isStopped = false
  @exclusivity(unchecked) private var hasEnded = false

  @usableFromInline
  init(
    vocabulary: XMLVocabulary, roots: [XMLName], limits: XMLLimits, part: String,
    onStart: @escaping (borrowing XMLElement) -> XMLFlow,
    onText: @escaping (Span<UInt8>) -> XMLFlow, onEnd: @escaping (XMLName) -> XMLFlow
  ) {
    self.vocabulary = vocabulary
    self.roots = roots
    self.limits = limits
    self.part = part
    self.onStart = onStart
    self.onText = onText
    self.onEnd = onEnd
    Self.prepareLibrary()
    var handlers = unsafe Self.makeHandlers()
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe context = xmlCreatePushParserCtxt(&handlers, owner, nil, 0, nil)
    if let context = unsafe context {
      unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }
  }

  deinit {
    if let context = unsafe context {
      if let document = unsafe context.pointee.myDoc {
        unsafe xmlFreeDoc(document)
      }
      unsafe xmlFreeParserCtxt(context)
    }
  }

  var line: Int {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return unsafe Int(input.pointee.line)
  }

  /// Elements that are open.
  var openElements: Int { depth }

  /// Whether events arrive as they are: nothing failed, stopped, or is being left out.
  var isUndisturbed: Bool {
    isBegun && !isStopped && failure == nil && skippedDepth == 0 && alternates.isIdle && !hasEnded
  }

  // MARK: - Feeding

  func feed(_ bytes: Span<UInt8>) throws(XMLError) {
    if isStopped { return }
    if isBegun {
      try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(XMLError) in
        try unsafe push(buffer)
      }
      return
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe head.append(contentsOf: $0) }
    if head.count >= 4 { try begin() }
  }

  func finish() throws(XMLError) {
    if isStopped { return }
    if !isBegun { try begin() }
    if isStopped { return }
    guard let context = unsafe context else { throw error(.truncated) }
    _ = unsafe xmlParseChunk(context, nil, 0, 1)
    try checkState()
    if isStopped { return }
    if !hasEnded { throw error(.truncated) }
  }

  /// Looks at the first bytes for encodings that are not read, then parses what has come.
  private func begin() throws(XMLError) {
    isBegun = true
    guard let context = unsafe context else { throw error(.malformed("out of memory")) }
    guard !head.isEmpty else { throw error(.truncated) }
    switch head.prefix(4) {
    case [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0, 0, 0x3C, 0], [0, 0x3C, 0, 0], [0, 0, 0xFE, 0xFF],
      [0xFF, 0xFE, 0, 0]:
      throw error(.encoding("UTF-32"))
    case [0x4C, 0x6F, 0xA7, 0x94]:
      throw error(.encoding("EBCDIC"))
    default:
      break
    }
    // Without a mark libxml2 knows UTF-16 by `<?` only; a part may begin with its root element.
    if head.starts(with: [0x3C, 0]), head.count > 2, head[2] != 0x3F {
      _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF16LE)
    } else if head.starts(with: [0, 0x3C]), head.count > 3, head[3] != 0x3F {
      _ = unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF16BE)
    }
    let first = head
    head = []
    try unsafe first.withUnsafeBufferPointer { (buffer) throws(XMLError) in
      try unsafe push(buffer)
    }
  }

  private func push(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLError) {
    guard let context = unsafe context else { throw error(.malformed("out of memory")) }
    // Attributes and namespaces take time quadratic in their number, and a tag is parsed only when
    // it is whole; so what libxml2 swallows without a word is bounded.
    let patience = max(limits.tagSize, 64 << 10)
    var rest = unsafe bytes
    while let base = rest.baseAddress, rest.count > 0 {
      let size = min(rest.count, 32 << 10)
      silence += size
      unsafe base.withMemoryRebound(to: CChar.self, capacity: size) { piece in
        _ = unsafe xmlParseChunk(context, piece, Int32(size), 0)
      }
      try checkState()
      if isStopped { return }
      let nameCount = unsafe Int(xmlDictSize(context.pointee.dict))
      if nameCount > limits.names { throw fail(.names(limit: limits.names, met: nameCount)) }
      if silence > patience { throw fail(.tagSize(limit: limits.tagSize)) }
      unsafe rest = UnsafeBufferPointer(rebasing: rest[size...])
    }
  }

  private func checkState() throws(XMLError) {
    if let failure {
      isStopped = true
      throw failure
    }
    if isStopped { return }
    guard let context = unsafe context else { return }
    if unsafe context.pointee.wellFormed == 0 || context.pointee.disableSAX != 0 {
      throw fail(.malformed("it has bytes that are not valid in its encoding"))
    }
  }

  private func error(_ kind: XMLError.Kind) -> XMLError {
    XMLError(kind, part: part, line: line)
  }

  /// Records the first failure and stops libxml2.
  @discardableResult
  private func fail(_ kind: XMLError.Kind, line: Int? = nil) -> XMLError {
    let made = failure ?? XMLError(kind, part: part, line: line ?? self.line)
    failure = made
    halt()
    return made
  }

  private func halt() {
    isStopped = true
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }
}

// MARK: - Events

extension XMLParserCore {
  /// The version and the encoding are known.
  func documentStarts() {
    silence = 0
    guard let context = unsafe context else { return }
    if let version = unsafe context.pointee.version {
      let text = unsafe String(cString: version)
      if text != "1.0" {
        fail(.version(text))
        return
      }
    }
    if let encoding = unsafe context.pointee.encoding {
      let text = unsafe String(cString: encoding)
      if !Self.encodings.contains(text.uppercased()) { fail(.encoding(text)) }
    }
  }

  private static let encodings: Set<String> = [
    "UTF-8", "UTF8", "UTF-16", "UTF16", "UTF-16LE", "UTF-16BE", "GB2312", "GB18030", "GBK",
    "GB_2312-80", "EUC-CN", "CP936", "MS936", "WINDOWS-936", "US-ASCII", "ASCII",
  ]

  /// A document type declaration stops everything: an entity of 50 kB that is used 50,000 times
  /// would be delivered as 2.5e9 characters, and an external one as nothing at all.
  func documentTypeStarts() {
    fail(.documentType)
  }

  func elementStarts(
    local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?,
    namespaceCount: Int, namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    silence = 0
    textSize = 0
    depth += 1
    if depth > limits.depth {
      fail(.depth(limit: limits.depth))
      return
    }
    if isStopped || skippedDepth != 0 { return }
    if namespaceCount > 0, let namespaces = unsafe namespaces {
      unsafe bind(namespaces, count: namespaceCount)
    }
    if unsafe uri == nil, let prefix = unsafe prefix {
      unsafe fail(.prefix(String(cString: prefix) + ":" + String(cString: local)))
      return
    }
    let name = unsafe XMLName(
      namespace: namespace(of: uri),
      local: names.number(of: local, lookUp: vocabulary.local))
    element.name = name
    element.attributes.removeAll(keepingCapacity: true)
    element.bytes.removeAll(keepingCapacity: true)
    if attributeCount > 0, let attributes = unsafe attributes {
      var size = 0
      for index in 0..<attributeCount {
        let entry = unsafe attributes + 5 * index
        guard let key = unsafe entry[0], let value = unsafe entry[3], let end = unsafe entry[4]
        else { continue }
        let number = unsafe names.number(of: key, lookUp: vocabulary.local)
        let space = unsafe entry[1] == nil ? 0 : namespace(of: entry[2])
        let start = element.bytes.count
        unsafe element.bytes.append(
          contentsOf: UnsafeBufferPointer(start: value, count: max(0, end - value)))
        element.restoreAmpersands(from: start)
        element.attributes.append(
          XMLAttribute(
            name: XMLName(namespace: space, local: number), value: start..<element.bytes.count))
        size += 4
      }
      if size + element.bytes.count > limits.tagSize {
        fail(.tagSize(limit: limits.tagSize))
        return
      }
    }
    if depth == 1, !roots.contains(name) {
      let spelled = unsafe String(cString: local)
      let space = unsafe uri.map { unsafe String(cString: $0) }
      fail(
        .root(
          Self.shortened(spelled)
            + (space.map { " in the namespace \(Self.shortened($0))" } ?? " without a namespace")))
      return
    }
    if name.namespace == XMLName.markupCompatibility || !alternates.isIdle {
      if unsafe !passesAlternates(name, local: local) { return }
    }
    switch onStart(element) {
    case .proceed: break
    case .skip: skippedDepth = depth
    case .stop: halt()
    }
  }

  func elementEnds(local: UnsafePointer<UInt8>, uri: UnsafePointer<UInt8>?) {
    silence = 0
    textSize = 0
    let ending = depth
    depth -= 1
    if depth == 0 { hasEnded = true }
    if isStopped { return }
    if skippedDepth != 0 {
      if skippedDepth == ending {
        skippedDepth = 0
        alternates.unbind(depth: ending)
      }
      return
    }
    let name = unsafe XMLName(
      namespace: namespace(of: uri), local: names.number(of: local, lookUp: vocabulary.local))
    alternates.unbind(depth: ending)
    if name.namespace == XMLName.markupCompatibility {
      alternates.end(depth: ending)
      return
    }
    if case .stop = onEnd(name) { halt() }
  }

  func textArrives(_ text: UnsafePointer<UInt8>, count: Int) {
    silence = 0
    if isStopped || skippedDepth != 0 { return }
    textSize += count
    if textSize > limits.textSize {
      fail(.textSize(limit: limits.textSize))
      return
    }
    let buffer = unsafe UnsafeBufferPointer(start: text, count: count)
    if case .stop = unsafe onText(buffer.span) { halt() }
  }

  func commentArrives() {
    silence = 0
  }

  /// libxml2 found an error; only those that end the parsing count.
  func errorArrives(message: String, code: Int32, line: Int) {
    let text = String(message.split(separator: "\n").first ?? "unknown reason")
    switch UInt32(bitPattern: code) {
    case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_DOCUMENT_EMPTY.rawValue,
      XML_ERR_TAG_NOT_FINISHED.rawValue:
      fail(.truncated, line: line)
    case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue:
      fail(.encoding(Self.shortened(text)), line: line)
    case XML_ERR_UNKNOWN_VERSION.rawValue:
      fail(.version(Self.shortened(text)), line: line)
    default:
      fail(.malformed(Self.shortened(text)), line: line)
    }
  }

  static func shortened(_ text: String) -> String {
    text.utf8.count <= 120 ? text : String(text.prefix(100)) + "…"
  }

  // MARK: Names

  @inline(__always)
  private func namespace(of uri: UnsafePointer<UInt8>?) -> UInt8 {
    guard let uri = unsafe uri else { return 0 }
    if unsafe uri == lastURI { return lastNamespace }
    let number = unsafe UInt8(
      truncatingIfNeeded: uris.number(of: uri) { UInt16(vocabulary.namespace($0)) })
    unsafe lastURI = uri
    lastNamespace = number
    return number
  }

  private func bind(_ namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int) {
    for index in 0..<count {
      guard let prefix = unsafe namespaces[2 * index], let uri = unsafe namespaces[2 * index + 1]
      else { continue }
      let number = unsafe namespace(of: uri)
      unsafe alternates.bind(
        prefix: String(cString: prefix), isKnown: number < XMLName.markupCompatibility,
        depth: depth)
    }
  }

  /// Whether an element of a document with `mc:AlternateContent` is an event.
  private func passesAlternates(_ name: XMLName, local: UnsafePointer<UInt8>) -> Bool {
    var verdict = AlternateContent.Verdict.deliver
    if name.namespace == XMLName.markupCompatibility {
      let requires = vocabulary.local("Requires")
      verdict = unsafe alternates.start(
        local: String(cString: local), requires: element.string(local: requires), depth: depth)
    } else if alternates.isBetweenBranches(depth: depth) {
      verdict = .leaveOut
    }
    switch verdict {
    case .deliver: return true
    case .dissolve: return false
    case .leaveOut:
      skippedDepth = depth
      return false
    }
  }
}
