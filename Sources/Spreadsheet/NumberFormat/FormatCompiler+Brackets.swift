// What stands in brackets: conditions, currencies, languages, numerals, elapsed time, colours.

extension FormatCompiler {
  mutating func compileBracket(_ text: String) {
    let lower = text.lowercased()
    if lower.hasPrefix("$") {
      compileCurrency(text.dropFirst())
    } else if let condition = Self.condition(text) {
      section.condition = condition
    } else if lower.hasPrefix("dbnum"), let number = Int(lower.dropFirst(5)) {
      section.numerals = (1...3).contains(number) ? number : 0
    } else if let elapsed = Self.elapsed(lower) {
      section.tokens.append(elapsed)
    }
    // What is left is a colour, in whatever language, and is not shown.
  }

  mutating func compileCurrency(_ text: Substring) {
    let dash = text.lastIndex(of: "-")
    let symbol = dash.map { text[..<$0] } ?? text
    if !symbol.isEmpty { append(literal: Array(symbol.utf8)) }
    if let dash, let language = Int(text[text.index(after: dash)...].prefix(8), radix: 16) {
      section.language = language
      // The upper bytes choose numerals: 0x1E and 0x1F are those of [DBNum1] and [DBNum2].
      switch (language >> 24) & 0xFF {
      case 0x1E where section.numerals == 0: section.numerals = 1
      case 0x1F where section.numerals == 0: section.numerals = 2
      default: break
      }
    }
  }

  static func condition(_ text: String) -> FormatSection.Condition? {
    let signs: [(String, FormatSection.Condition.Comparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("<", .less),
      (">", .greater), ("=", .equal),
    ]
    for (sign, comparison) in signs where text.hasPrefix(sign) {
      let number = text.dropFirst(sign.count).filter { $0 != " " }
      guard let value = Double(number), value.isFinite else { return nil }
      return FormatSection.Condition(comparison: comparison, value: value)
    }
    return nil
  }

  static func elapsed(_ text: String) -> FormatToken? {
    guard let first = text.first, text.allSatisfy({ $0 == first }) else { return nil }
    switch first {
    case "h": return .date(.elapsedHours, text.count)
    case "m": return .date(.elapsedMinutes, text.count)
    case "s": return .date(.elapsedSeconds, text.count)
    default: return nil
    }
  }
}
