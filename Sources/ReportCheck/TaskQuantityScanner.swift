import ReportModel

/// Finds the quantities of a text, in its order. Linear in the text.
///
/// No sentence has a thousand of them: what lists more is cut there, for every row of a task looks
/// at all of them.
struct TaskQuantityScanner {
  private let text: [Unicode.Scalar]
  private let words: MeasureWords
  private var position = 0

  static func quantities(in text: String, _ words: MeasureWords) -> [TaskQuantity] {
    guard text.holdsDigit else { return [] }
    var scanner = TaskQuantityScanner(text, words)
    var quantities: [TaskQuantity] = []
    while quantities.count < 1000, let quantity = scanner.next() { quantities.append(quantity) }
    return quantities
  }

  private init(_ text: String, _ words: MeasureWords) {
    self.words = words
    // Only digits and their signs are folded: ① and ½ are no digits of a quantity.
    self.text = CleanText.display(text).unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF0E, 0xFF05: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: scalar
      }
    }
  }

  private mutating func next() -> TaskQuantity? {
    while position < text.count {
      guard Self.isDigit(text[position]) else {
        position += 1
        continue
      }
      let start = position
      guard let number = readNumber() else { continue }
      return quantity(number, from: start)
    }
    return nil
  }

  /// Reads a number; nil for one of more than 18 digits, which is no quantity that anybody aims at.
  private mutating func readNumber() -> FixedPoint? {
    var digits: Int128 = 0
    var count = 0
    var decimals = 0
    var hasPoint = false
    while position < text.count {
      let scalar = text[position]
      if Self.isDigit(scalar) {
        if count <= 24 { digits = digits * 10 + Int128(scalar.value - 0x30) }
        count += 1
        if hasPoint { decimals += 1 }
      } else if scalar == ".", !hasPoint, position + 1 < text.count,
        Self.isDigit(text[position + 1])
      {
        hasPoint = true
      } else if scalar == ",", !hasPoint, isGroup(at: position + 1) {
        // A thousands separator: exactly three digits follow.
      } else {
        break
      }
      position += 1
    }
    return count > 24 ? nil : FixedPoint(digits: digits, decimals: decimals)
  }

  private func isGroup(at start: Int) -> Bool {
    guard start + 3 <= text.count, text[start..<start + 3].allSatisfy(Self.isDigit) else {
      return false
    }
    return start + 3 == text.count || !Self.isDigit(text[start + 3])
  }

  private mutating func quantity(_ number: FixedPoint, from start: Int) -> TaskQuantity {
    let before = context(before: start)
    if position < text.count, text[position] == " " { position += 1 }
    if position < text.count, Self.isVague(text[position]) { position += 1 }
    let wordStart = position
    let word = readWord()
    let next = position < text.count ? text[position] : nil
    let joins = wordStart < text.count && wordStart == position && Self.isJoint(text[wordStart])
    let incidental =
      word.base.isEmpty || joins || word.isIncidental || Self.isOddBefore(before)
      || Self.isOddAfter(next, word: word)
    return TaskQuantity(
      number: number, amount: number.times(word.scale), word: word,
      spelling: text[start..<position], bound: bound(before: before, after: position),
      isIncidental: incidental)
  }

  /// Reads `%` or a word that is known, with its multiple and what it is per.
  private mutating func readWord() -> MeasureWord {
    let start = position
    if position < text.count, text[position] == "%" {
      position += 1
      return .percent
    }
    while position < text.count, text[position] == "万" || text[position] == "亿" { position += 1 }
    guard let length = TaskWords.longest(in: text, at: position) else {
      if position == start { return .none }
      let multiple = String(String.UnicodeScalarView(text[start..<position]))
      return MeasureWord(base: "", scale: words.word(multiple + "个").scale)
    }
    position += length
    if position < text.count, text[position] == "/" {
      var end = position + 1
      while end < text.count, Self.isPer(text[end]) { end += 1 }
      if end > position + 1 { position = end }
    }
    return words.word(String(String.UnicodeScalarView(text[start..<position])))
  }

  /// Up to eight scalars before a number, back to the last punctuation.
  private func context(before start: Int) -> ArraySlice<Unicode.Scalar> {
    var first = start
    while first > 0, start - first < 8, !Self.isStop(text[first - 1]) { first -= 1 }
    return text[first..<start]
  }

  private func bound(
    before: ArraySlice<Unicode.Scalar>, after end: Int
  ) -> TaskQuantity.Bound? {
    if before.ends(withOneOf: TaskWords.lowerBounds) { return .lower }
    if before.ends(withOneOf: TaskWords.upperBounds) { return .upper }
    let tail = text[end...]
    if tail.begins(withOneOf: TaskWords.lowerEndings) { return .lower }
    if tail.begins(withOneOf: TaskWords.upperEndings) { return .upper }
    return nil
  }
}

// MARK: - Signs

extension TaskQuantityScanner {
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value & ~0x20)
  }

  /// What makes a number one of about that size.
  private static func isVague(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "余", "多", "几": true
    default: false
    }
  }

  /// What a quantity may be per.
  private static func isPer(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "人", "月", "年", "户", "亩", "天", "次", "日", "季", "度", ".", "·", "/": true
    default: false
    }
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", ",", "；", ";", "。", "、", "：", ":", "！", "!", "？", "?", " ", "\n": true
    default: false
    }
  }

  /// A sign after a number that makes it half of something: 3-5, 7×24, 1/3, 4G, 1+3.
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "~", "～", "至", "到", "×", "*", "/", "+", "＋", "－": true
    default: isLatin(scalar)
    }
  }

  private static func isOddBefore(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return false }
    switch last {
    case "到", "至":
      // 达到, 提升到 and 增加至 stand before a target.
      return before.count < 2 || before.dropLast().contains(where: isDigit)
    case "第", "的", "“", "‘", "《", "+", "-", "–", "—", "~", "～", "×", "/", "＋", "－", ".": return true
    default: return isLatin(last) || before.contains(oneOf: TaskWords.shares)
    }
  }

  private static func isOddAfter(_ next: Unicode.Scalar?, word: MeasureWord) -> Bool {
    switch next {
    case "”", "’", "》": word.base != "%"
    case "级", "型", "号": true
    default: false
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func begins(withOneOf words: [[Unicode.Scalar]]) -> Bool {
    words.contains { $0.count <= count && prefix($0.count) == $0[...] }
  }

  fileprivate func ends(withOneOf words: [[Unicode.Scalar]]) -> Bool {
    words.contains { $0.count <= count && suffix($0.count) == $0[...] }
  }

  fileprivate func contains(oneOf words: [[Unicode.Scalar]]) -> Bool {
    indices.contains { self[$0...].begins(withOneOf: words) }
  }
}
