/// How text is written between tags.
enum Escaping {
  /// `ST_Xstring` (ECMA-376 Part 1, 22.9.2.19): what XML cannot hold is `_xHHHH_`, and so is the
  /// underscore of text that looks like such an escape. A carriage return is a reference, which all
  /// readers understand.
  case string
  /// Plain XML; characters that it cannot hold become spaces.
  case plain
}

extension XMLBuffer {
  /// Appends text with escapes, for the inside of an element.
  @inline(__always)
  mutating func put(text: Span<UInt8>, _ escaping: Escaping = .string) {
    var run = 0
    var place = 0
    let size = text.count
    while place < size {
      let byte = unsafe text[unchecked: place]
      if byte >= 0x40 ? byte != 0x5F && byte != 0xEF : isPlainLow(byte) {
        place += 1
        continue
      }
      let skipped = escapeLength(text, place, escaping)
      if skipped == 0 {
        place += 1
        continue
      }
      put(text.extracting(run..<place))
      putEscape(text, place, escaping)
      place += skipped
      run = place
    }
    if run == 0 {
      put(text)
    } else {
      put(text.extracting(run..<size))
    }
  }

  /// Appends text with escapes, for the inside of an element.
  mutating func put(text: String, _ escaping: Escaping = .string) {
    put(text: text.utf8Span.span, escaping)
  }

  /// Appends ` name="text"`.
  mutating func put(_ name: StaticString, _ text: String, _ escaping: Escaping = .string) {
    put(name)
    var buffer = XMLBuffer(capacity: text.utf8.count + 16)
    buffer.put(text: text, escaping)
    for byte in buffer.bytes {
      switch byte {
      case 0x22: put("&quot;")
      case 0x09: put("&#9;")
      case 0x0A: put("&#10;")
      default: put(byte: byte)
      }
    }
    put("\"")
  }

  @inline(__always)
  private func isPlainLow(_ byte: UInt8) -> Bool {
    byte >= 0x20 ? byte != 0x26 && byte != 0x3C && byte != 0x3E : byte == 0x09 || byte == 0x0A
  }

  /// How many bytes at a place are replaced; 0 when they can stay.
  private func escapeLength(_ text: Span<UInt8>, _ place: Int, _ escaping: Escaping) -> Int {
    switch text[place] {
    case 0x5F:
      guard escaping == .string, place + 6 < text.count, text[place + 1] == 0x78,
        text[place + 6] == 0x5F
      else { return 0 }
      for index in (place + 2)..<(place + 6) where !isHexDigit(text[index]) { return 0 }
      return 1
    case 0xEF:
      guard place + 2 < text.count, text[place + 1] == 0xBF, text[place + 2] >= 0xBE
      else { return 0 }
      return 3
    default: return 1
    }
  }

  private mutating func putEscape(_ text: Span<UInt8>, _ place: Int, _ escaping: Escaping) {
    let byte = text[place]
    switch byte {
    case 0x26: put("&amp;")
    case 0x3C: put("&lt;")
    case 0x3E: put("&gt;")
    case 0x5F: put("_x005F_")
    case 0x0D: put("&#13;")
    case _ where escaping == .plain: put(" ")
    case 0xEF:
      if text[place + 2] == 0xBE { put("_xFFFE_") } else { put("_xFFFF_") }
    default:
      put("_x00")
      for digit in [byte >> 4, byte & 15] {
        put(byte: digit < 10 ? 0x30 + digit : 0x37 + digit)
      }
      put("_")
    }
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
