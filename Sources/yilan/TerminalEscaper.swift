/// Spells control characters out in bytes of text that go to a terminal, piece by piece.
///
/// Line ends and tabs stay. In UTF-8 the control characters beyond ASCII and the marks that change the
/// direction of writing are spelled, too.
struct TerminalEscaper {
  /// Whether the bytes are UTF-8; of other encodings only bytes below 0x20 are sure to be control characters.
  let isUTF8: Bool
  /// The begin of a character, or a carriage return, at the end of the last piece.
  private var pending: [UInt8] = []

  init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
  }

  /// The next piece, escaped.
  mutating func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes { append(byte, to: &result) }
    return result
  }

  /// What is left at the end.
  mutating func rest() -> [UInt8] {
    var result: [UInt8] = []
    flush(to: &result)
    return result
  }

  private mutating func append(_ byte: UInt8, to result: inout [UInt8]) {
    switch (pending.first, pending.count) {
    case (0x0D, _):
      // A return before a line feed is a line end; alone it would let the line be written over.
      if byte == 0x0A { result.append(0x0D) } else { spell(0x0D, to: &result) }
      pending = []
    case (0xC2, _):
      pending = []
      if (0x80...0x9F).contains(byte) { return spell(UInt32(byte), to: &result) }
      result.append(0xC2)
    case (0xE2, 1) where byte == 0x80 || byte == 0x81:
      return pending.append(byte)
    case (0xE2, 2):
      let scalar = 0x2000 | UInt32(pending[1] & 0x3F) << 6 | UInt32(byte & 0x3F)
      switch (byte & 0xC0, scalar) {
      case (0x80, 0x200E...0x200F), (0x80, 0x2028...0x202E), (0x80, 0x2066...0x2069):
        pending = []
        return spell(scalar, to: &result)
      default: flush(to: &result)
      }
    default: flush(to: &result)
    }
    switch byte {
    case 0x0D: pending = [byte]
    case 0x09, 0x0A: result.append(byte)
    case 0..<0x20, 0x7F: spell(UInt32(byte), to: &result)
    case 0xC2 where isUTF8, 0xE2 where isUTF8: pending = [byte]
    default: result.append(byte)
    }
  }

  private mutating func flush(to result: inout [UInt8]) {
    if pending.first == 0x0D { spell(0x0D, to: &result) } else { result += pending }
    pending = []
  }

  private func spell(_ scalar: UInt32, to result: inout [UInt8]) {
    result += Array("\\u{\(String(scalar, radix: 16))}".utf8)
  }
}
