extension ReportJSONValue {
  /// The bytes on one line, with no white space and no line end.
  public func compactBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    appendCompact(to: &bytes)
    return bytes
  }

  /// The text on one line.
  public func compactText() -> String {
    String(decoding: compactBytes(), as: UTF8.self)
  }

  /// The bytes as people read them: two spaces of indentation, small objects and arrays on one
  /// line, and a line end after the last one.
  public func indentedBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    appendIndented(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func appendCompact(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.appendCompact(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.appendCompact(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func appendIndented(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .array(let values) where !isSmall:
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.appendLineEnd(to: &bytes, depth: depth + 1)
        value.appendIndented(to: &bytes, depth: depth + 1)
      }
      Self.appendLineEnd(to: &bytes, depth: depth)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members) where !isSmall:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.appendLineEnd(to: &bytes, depth: depth + 1)
        Self.append(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.appendIndented(to: &bytes, depth: depth + 1)
      }
      Self.appendLineEnd(to: &bytes, depth: depth)
      bytes.append(UInt8(ascii: "}"))
    default:
      appendCompact(to: &bytes)
    }
  }

  /// Whether the value stands on one line: it holds no other array or object and is short.
  private var isSmall: Bool {
    var size = 0
    func add(_ value: ReportJSONValue) -> Bool {
      switch value {
      case .array(let values): return values.isEmpty
      case .object(let members): return members.isEmpty
      case .string(let text), .number(let text): size += text.utf8.count + 4
      case .null, .boolean: size += 6
      }
      return size <= 160
    }
    switch self {
    case .array(let values): return values.allSatisfy(add)
    case .object(let members):
      return members.allSatisfy {
        size += $0.key.utf8.count + 4
        return add($0.value)
      }
    default: return true
    }
  }

  private static func appendLineEnd(to bytes: inout [UInt8], depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  /// Appends a quoted string; controls and the two line ends of JavaScript are escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        bytes += digits.utf8
      default:
        bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
