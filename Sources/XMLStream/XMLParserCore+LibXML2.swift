internal import CLibXML2

// The functions that libxml2 calls. Each finds its parser by the pointer that libxml2 carries.

extension XMLParserCore {
  private static let isPrepared: Bool = {
    xmlInitParser()
    return true
  }()

  /// Starts the library once, and silences it for this thread: errors of its converters go by no
  /// parser and would be printed.
  static func prepareLibrary() {
    _ = isPrepared
    unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
    yilan_silence_xml_errors()
  }

  static func makeHandlers() -> xmlSAXHandler {
    var handlers = unsafe xmlSAXHandler()
    unsafe handlers.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handlers.startDocument = { unsafe core($0)?.documentStarts() }
    unsafe handlers.internalSubset = { data, _, _, _ in
      unsafe core(data)?.documentTypeStarts()
    }
    unsafe handlers.startElementNs = {
      data, local, prefix, uri, namespaceCount, namespaces, attributeCount, _, attributes in
      guard let local = unsafe local else { return }
      unsafe core(data)?.elementStarts(
        local: local, prefix: prefix, uri: uri, namespaceCount: Int(namespaceCount),
        namespaces: namespaces, attributeCount: Int(attributeCount), attributes: attributes)
    }
    unsafe handlers.endElementNs = { data, local, _, uri in
      guard let local = unsafe local else { return }
      unsafe core(data)?.elementEnds(local: local, uri: uri)
    }
    let text: charactersSAXFunc = { data, bytes, count in
      guard let bytes = unsafe bytes, count > 0 else { return }
      unsafe core(data)?.textArrives(bytes, count: Int(count))
    }
    // The same function for both: then libxml2 does not guess which white space matters.
    unsafe handlers.characters = unsafe text
    unsafe handlers.ignorableWhitespace = unsafe text
    unsafe handlers.cdataBlock = unsafe text
    unsafe handlers.comment = { data, _ in unsafe core(data)?.commentArrives() }
    unsafe handlers.processingInstruction = { data, _, _ in unsafe core(data)?.commentArrives() }
    unsafe handlers.serror = { data, error in
      guard let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else { return }
      let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      unsafe core(data)?.errorArrives(
        message: message, code: error.pointee.code, line: Int(error.pointee.line))
    }
    return unsafe handlers
  }
}

// MARK: - Stretches that another reader has read

extension XMLParserCore {
  /// Whether libxml2 has nothing left to parse of what it was fed, and reads UTF-8 as it is.
  var isAtRest: Bool {
    guard isUndisturbed, let context = unsafe context, let input = unsafe context.pointee.input
    else { return false }
    guard unsafe input.pointee.cur == input.pointee.end,
      unsafe context.pointee.inputNr == 1, unsafe context.pointee.instate == XML_PARSER_CONTENT,
      unsafe context.pointee.charset == XML_CHAR_ENCODING_UTF8.rawValue
    else { return false }
    // Without a converter the bytes are UTF-8, unless the declaration names a smaller set.
    guard let buffer = unsafe input.pointee.buf, unsafe buffer.pointee.encoder == nil else {
      return false
    }
    guard let encoding = unsafe context.pointee.encoding else { return true }
    let name = unsafe String(cString: encoding).uppercased()
    return name == "UTF-8" || name == "UTF8"
  }

  /// Moves the line of libxml2 on.
  func skipLines(_ count: Int) {
    guard count > 0, let input = unsafe context?.pointee.input else { return }
    let (line, overflow) = unsafe input.pointee.line.addingReportingOverflow(
      Int32(clamping: count))
    unsafe input.pointee.line = overflow ? .max : line
  }
}

/// The parser behind the pointer that libxml2 carries; not a member, so that nothing is captured.
@inline(__always)
private func core(_ data: UnsafeMutableRawPointer?) -> XMLParserCore? {
  guard let data = unsafe data else { return nil }
  return unsafe Unmanaged<XMLParserCore>.fromOpaque(data).takeUnretainedValue()
}
