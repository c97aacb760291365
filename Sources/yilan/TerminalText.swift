/// Text as a terminal may see it: control characters spelled out.
enum TerminalText {
  /// Replaces control characters, bidirectional marks and the like with `\u{…}`, line ends with a space.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        result.append(" ")
      } else if isUnsafe(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }

  /// Shortens a long text in the middle to so many characters.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length, length > 3 else { return text }
    let half = (length - 1) / 2
    return "\(text.prefix(half))…\(text.suffix(length - 1 - half))"
  }
}

extension TerminalText {
  /// As `escaped`, with line ends kept: for messages of several lines.
  static func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(String($0)) }.joined(separator: "\n")
  }
}
