/// Cuts a format code into its signs: what is quoted or escaped is told from what has a meaning.
struct FormatLexer {
  /// A sign of a format code.
  enum Sign: Equatable {
    /// Text in quotes, after a backslash, or a currency of `[$¥-804]`.
    case literal([UInt8])
    /// A character that may have a meaning.
    case plain(Unicode.Scalar)
    /// What stands in brackets.
    case bracket(String)
    /// `_x`.
    case padding
    /// `*x`.
    case fill
    /// `General` or `G/通用格式`.
    case general
    /// `AM/PM`, `A/P` or `上午/下午`.
    case halfDay(DatePart)
    /// `;`.
    case semicolon
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ code: String) {
    scalars = Array(code.unicodeScalars)
  }

  /// All signs of a code.
  static func signs(of code: String) -> [Sign] {
    var lexer = FormatLexer(code)
    var signs: [Sign] = []
    while let sign = lexer.next() {
      signs.append(sign)
    }
    return signs
  }

  private mutating func next() -> Sign? {
    guard place < scalars.count else { return nil }
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "\"": return .literal(utf8(until: "\""))
    case "\\", "!": return escaped(after: scalar)
    case "_":
      place = min(place + 1, scalars.count)
      return .padding
    case "*":
      place = min(place + 1, scalars.count)
      return .fill
    case "[":
      return .bracket(String(decoding: utf8(until: "]"), as: UTF8.self))
    case ";": return .semicolon
    case "G", "g":
      if takes("eneral") || takes("/通用格式") || takes("/標準") || takes("/标准") { return .general }
    case "A", "a":
      if takes("M/PM") { return .halfDay(.halfDay) }
      if takes("/P") { return .halfDay(.halfDayLetter) }
    case "上":
      if takes("午/下午") { return .halfDay(.halfDayChinese) }
    default: break
    }
    return .plain(scalar)
  }

  private mutating func escaped(after scalar: Unicode.Scalar) -> Sign {
    // `!` escapes like a backslash in East Asian versions, where a sign follows that it can escape.
    guard place < scalars.count else { return .literal(Array(String(scalar).utf8)) }
    place += 1
    return .literal(Array(String(scalars[place - 1]).utf8))
  }

  private mutating func utf8(until end: Unicode.Scalar) -> [UInt8] {
    var text = String.UnicodeScalarView()
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == end { break }
      text.append(scalar)
    }
    return Array(String(text).utf8)
  }

  /// Moves past a word, letters compared without case, if it comes next.
  private mutating func takes(_ word: String) -> Bool {
    var position = place
    for expected in word.unicodeScalars {
      guard position < scalars.count,
        scalars[position] == expected || scalars[position].lowercased == expected.lowercased
      else { return false }
      position += 1
    }
    place = position
    return true
  }
}

extension Unicode.Scalar {
  /// The small letter of an ASCII letter; any other character is itself.
  var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}
