extension ReportJSONValue {
  /// Reads JSON from bytes in UTF-8, with or without a byte order mark. Linear.
  ///
  /// Throws for anything that RFC 8259 does not allow, for text that is no UTF-8 and for nesting
  /// deeper than 256.
  public init(parsing bytes: [UInt8]) throws(ReportJSONError) {
    var parser = ReportJSONParser(bytes: bytes)
    self = try parser.document()
  }
}

/// A recursive descent over the bytes.
struct ReportJSONParser {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(ReportJSONError) -> ReportJSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw problem("text after the end") }
    return value
  }

  private mutating func value(depth: Int) throws(ReportJSONError) -> ReportJSONValue {
    if depth > 256 { throw ReportJSONError(.depth) }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw problem("the text ends too early")
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(ReportJSONError) -> ReportJSONValue {
    position += 1
    var members: [ReportJSONValue.Member] = []
    var names = ObjectNames()
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard peek() == UInt8(ascii: "\"") else { throw problem("a name is missing") }
      let key = try string()
      guard names.insert(key, after: members) else { throw problem("a name stands twice") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("a colon is missing") }
      members.append(.init(key, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma is missing") }
    }
  }

  private mutating func array(depth: Int) throws(ReportJSONError) -> ReportJSONValue {
    position += 1
    var values: [ReportJSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma is missing") }
    }
  }

  private mutating func string() throws(ReportJSONError) -> String {
    position += 1
    // Most strings stand in the file as they are.
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\"),
      bytes[end] >= 0x20
    {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      let plain = try text(position..<end)
      position = end + 1
      return plain
    }
    return try escapedString()
  }

  private func text(_ range: Range<Int>) throws(ReportJSONError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw problem("a string is no UTF-8")
    }
  }

  private mutating func escapedString() throws(ReportJSONError) -> String {
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem("a string is no UTF-8")
        }
        return string
      case UInt8(ascii: "\\"):
        position += 1
        try escape(into: &text)
      case 0..<0x20:
        throw problem("a control character stands in a string")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw problem("a string does not end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(ReportJSONError) {
    guard let byte = peek() else { throw problem("a string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw problem("half of a surrogate pair")
        }
        let low = try fourDigits()
        guard (0xDC00..<0xE000).contains(low) else { throw problem("half of a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("half of a surrogate pair") }
      text += Array(String(scalar).utf8)
    default: throw problem("an unknown escape")
    }
  }

  private mutating func fourDigits() throws(ReportJSONError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw problem("the text ends too early") }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("an unknown escape")
      }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }

  private mutating func number() throws(ReportJSONError) -> ReportJSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
      throw problem("an unknown word")
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw problem("a number does not end") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw problem("a number does not end") }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    return position - start
  }

  private mutating func word(
    _ word: String, _ value: ReportJSONValue
  ) throws(ReportJSONError) -> ReportJSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw problem("an unknown word") }
    position += word.utf8.count
    return value
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func peek() -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private func problem(_ text: String) -> ReportJSONError {
    ReportJSONError(.syntax(text, offset: position))
  }
}

/// The names of an object, each of which may stand once: a second one would say something else to other programs.
private struct ObjectNames {
  private var many: Set<String> = []

  /// Notes a name; false where it was there before.
  mutating func insert(_ name: String, after members: [ReportJSONValue.Member]) -> Bool {
    if members.count < 16 { return !members.contains { $0.key == name } }
    if many.isEmpty { many = Set(members.map(\.key)) }
    return many.insert(name).inserted
  }
}
