/// Reads a JSON object of texts, as the tidy form keeps the further columns.
enum FlatJSON {
  /// The members in their order; nil for anything but an object of texts.
  static func pairs(of text: String) -> [(String, String)]? {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    return scanner.object()
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var place = 0

    mutating func object() -> [(String, String)]? {
      var pairs: [(String, String)] = []
      guard take("{") else { return nil }
      if take("}") { return isAtEnd() ? pairs : nil }
      while true {
        guard let key = string(), take(":"), let value = string() else { return nil }
        pairs.append((key, value))
        if take(",") { continue }
        return take("}") && isAtEnd() ? pairs : nil
      }
    }

    private mutating func skipSpace() {
      while place < scalars.count, [" ", "\t", "\n", "\r"].contains(scalars[place]) { place += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      skipSpace()
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
      return true
    }

    private mutating func isAtEnd() -> Bool {
      skipSpace()
      return place == scalars.count
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var view = String.UnicodeScalarView()
      while place < scalars.count {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "\"": return String(view)
        case "\\":
          guard let escaped = escape() else { return nil }
          view.append(escaped)
        default: view.append(scalar)
        }
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      guard place < scalars.count else { return nil }
      let scalar = scalars[place]
      place += 1
      switch scalar {
      case "n": return "\n"
      case "t": return "\t"
      case "r": return "\r"
      case "b": return "\u{8}"
      case "f": return "\u{C}"
      case "\"", "\\", "/": return scalar
      case "u":
        guard let first = unit() else { return nil }
        guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
        guard take("\\"), take("u"), let second = unit(), (0xDC00...0xDFFF).contains(second) else {
          return nil
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
      default: return nil
      }
    }

    private mutating func unit() -> UInt32? {
      guard place + 4 <= scalars.count else { return nil }
      var value: UInt32 = 0
      for scalar in scalars[place..<(place + 4)] {
        guard let digit = Character(scalar).hexDigitValue else { return nil }
        value = value * 16 + UInt32(digit)
      }
      place += 4
      return value
    }
  }
}
