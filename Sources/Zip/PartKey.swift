/// A name as OPC compares names (ECMA-376 Part 2, 6.2.2.3): with `/` for `\`, without a slash in
/// front, ASCII letters in lower case.
struct PartKey: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ name: String) {
    self.init(utf8: name.utf8)
  }

  private init(utf8: some Sequence<UInt8>) {
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "/"):
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        bytes.append(byte | 0x20)
      default:
        bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  /// The same name with `%20` and the like decoded, or nil where nothing changes.
  var percentDecoded: PartKey? {
    guard bytes.contains(UInt8(ascii: "%")) else { return nil }
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let high = Character(UnicodeScalar(bytes[place + 1])).hexDigitValue,
        let low = Character(UnicodeScalar(bytes[place + 2])).hexDigitValue
      {
        decoded.append(UInt8(high * 16 + low))
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return decoded == bytes ? nil : PartKey(utf8: decoded)
  }
}
