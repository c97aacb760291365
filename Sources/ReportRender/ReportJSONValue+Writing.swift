import Spreadsheet

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

  /// Appends the value as it stands at a depth; the members of the outermost object have `depth + 1`.
  func appendIndented(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .array(let values) where !isSmall:
      Self.appendArray(of: values.count, to: &bytes, depth: depth) { bytes, index in
        values[index].appendIndented(to: &bytes, depth: depth + 1)
      }
    case .object(let members) where !isSmall:
      Self.append(members, to: &bytes, depth: depth) { member, bytes in
        member.value.appendIndented(to: &bytes, depth: depth + 1)
      }
    default:
      appendCompact(to: &bytes)
    }
  }

  /// Appends an object that does not stand on one line, a member of which is written by `fill`: the
  /// array in it is not empty.
  func appendIndented(
    to bytes: inout [UInt8], depth: Int, filling key: String,
    with fill: (inout [UInt8], Int) throws -> Void
  ) rethrows {
    guard case .object(let members) = self else { return appendIndented(to: &bytes, depth: depth) }
    try Self.append(members, to: &bytes, depth: depth) { member, bytes in
      if member.key == key {
        try fill(&bytes, depth + 1)
      } else {
        member.value.appendIndented(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func append(
    _ members: [Member], to bytes: inout [UInt8], depth: Int,
    _ append: (Member, inout [UInt8]) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLineEnd(to: &bytes, depth: depth + 1)
      self.append(member.key, to: &bytes)
      bytes.append(literal: ": ")
      try append(member, &bytes)
    }
    appendLineEnd(to: &bytes, depth: depth)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends an array that does not stand on one line, its elements by number.
  static func appendArray(
    of count: Int, to bytes: inout [UInt8], depth: Int,
    _ append: (inout [UInt8], Int) throws -> Void
  ) rethrows {
    bytes.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLineEnd(to: &bytes, depth: depth + 1)
      try append(&bytes, index)
    }
    appendLineEnd(to: &bytes, depth: depth)
    bytes.append(UInt8(ascii: "]"))
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
    if mayNeedEscapes(text.utf8Span.span) {
      for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    } else {
      bytes.append(copying: text.utf8Span.span)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte of a text may belong to something that is escaped.
  private static func mayNeedEscapes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: return true
      default: continue
      }
    }
    return false
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x22: bytes.append(literal: "\\\"")
    case 0x5C: bytes.append(literal: "\\\\")
    case 0x0A: bytes.append(literal: "\\n")
    case 0x0D: bytes.append(literal: "\\r")
    case 0x09: bytes.append(literal: "\\t")
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16)
      bytes.append(literal: "\\u")
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      bytes += digits.utf8
    default: bytes.append(contentsOf: scalar.utf8)
    }
  }
}
