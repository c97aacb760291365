/// Texts as YAML scalars and comments.
enum YAMLText {
  /// A double-quoted scalar, in which YAML and JSON agree; plain where it cannot be misread.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A list on one line.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    // What could begin an alias anywhere in the bytes is written as an escape.
    var mayBegin = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "*" where mayBegin && result.count > 1: result += "\\x2A"
      case "&" where mayBegin && result.count > 1: result += "\\x26"
      default:
        if isControl(scalar) {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      mayBegin = "-:,[{? \t\n\r".unicodeScalars.contains(scalar)
    }
    return result + "\""
  }

  /// One line of a comment, without the signs that `YAMLDocument` counts.
  static func comment(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "*": line.append("＊")
      case "&": line.append("＆")
      default: line.append(isControl(scalar) || scalar == "\n" ? " " : scalar)
      }
    }
    return String(line)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE,
      0xFFFF:
      true
    default: false
    }
  }

  /// Whether a text stands for itself without quotes: Chinese, Latin letters and digits, not a word that YAML
  /// reads as something else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) else { return false }
    let words = [
      "null", "true", "false", "yes", "no", "on", "off", "y", "n", "auto",
    ]
    guard !words.contains(text.lowercased()) else { return false }
    return text.unicodeScalars.allSatisfy {
      isLetter($0) || ("0"..."9").contains($0) || "-_/+.%()（）".unicodeScalars.contains($0)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
