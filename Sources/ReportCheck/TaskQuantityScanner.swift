import FoundationEssentials
import ReportModel

/// Finds the quantities of a text, in its order. Linear in the text.
struct TaskQuantityScanner {
  private let text: [Unicode.Scalar]
  private var position = 0

  static func quantities(in text: String) -> [TaskQuantity] {
    var scanner = TaskQuantityScanner(text)
    var quantities: [TaskQuantity] = []
    while let quantity = scanner.next() { quantities.append(quantity) }
    return quantities
  }

  private init(_ text: String) {
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

  private mutating func readNumber() -> Decimal? {
    var digits = ""
    var hasPoint = false
    while position < text.count {
      let scalar = text[position]
      if Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar == ".", !hasPoint, position + 1 < text.count,
        Self.isDigit(text[position + 1])
      {
        hasPoint = true
        digits += "."
      } else if scalar == ",", !hasPoint, isGroup(at: position + 1) {
        // A thousands separator: exactly three digits follow.
      } else {
        break
      }
      position += 1
    }
    return digits.utf8.count > 24 ? nil : Decimal(string: digits)
  }

  private func isGroup(at start: Int) -> Bool {
    guard start + 3 <= text.count, text[start..<start + 3].allSatisfy(Self.isDigit) else {
      return false
    }
    return start + 3 == text.count || !Self.isDigit(text[start + 3])
  }

  private mutating func quantity(_ number: Decimal, from start: Int) -> TaskQuantity {
    let before = context(before: start)
    if position < text.count, text[position] == " " { position += 1 }
    if position < text.count, "余多几".unicodeScalars.contains(text[position]) { position += 1 }
    let wordStart = position
    let word = readWord()
    let spelled = String(String.UnicodeScalarView(text[start..<position]))
    let isNamed = !word.base.isEmpty
    let next = position < text.count ? text[position] : nil
    let joins = wordStart < text.count && wordStart == position && Self.isJoint(text[wordStart])
    let incidental =
      !isNamed || joins || Self.isOddBefore(before) || Self.isOddAfter(next, word: word)
      || TaskWords.incidental.contains(word.base)
    return TaskQuantity(
      number: number, word: word, text: spelled, bound: bound(before: before, after: position),
      isIncidental: incidental, offset: start)
  }

  /// Reads `%` or a word that is known, with its multiple and what it is per.
  private mutating func readWord() -> MeasureWord {
    let start = position
    if position < text.count, text[position] == "%" {
      position += 1
      return MeasureWord(base: "%", scale: 1)
    }
    while position < text.count, "万亿".unicodeScalars.contains(text[position]) { position += 1 }
    let multiple = String(String.UnicodeScalarView(text[start..<position]))
    guard let length = TaskWords.longest(in: text, at: position) else {
      let scale = multiple.isEmpty ? 1 : MeasureWord(multiple + "个").scale
      return MeasureWord(base: "", scale: scale)
    }
    position += length
    if position < text.count, text[position] == "/" {
      var end = position + 1
      while end < text.count, "人月年户亩天次日季度.·/".unicodeScalars.contains(text[end]) { end += 1 }
      if end > position + 1 { position = end }
    }
    return MeasureWord(String(String.UnicodeScalarView(text[start..<position])))
  }

  /// Up to eight scalars before a number, back to the last punctuation.
  private func context(before start: Int) -> [Unicode.Scalar] {
    var first = start
    while first > 0, start - first < 8, !Self.isStop(text[first - 1]) { first -= 1 }
    return Array(text[first..<start])
  }

  private func bound(before: [Unicode.Scalar], after end: Int) -> TaskQuantity.Bound? {
    let head = String(String.UnicodeScalarView(before))
    if TaskWords.lowerBounds.contains(where: head.hasSuffix) { return .lower }
    if TaskWords.upperBounds.contains(where: head.hasSuffix) { return .upper }
    let tail = String(String.UnicodeScalarView(text[end..<min(text.count, end + 3)]))
    if tail.hasPrefix("以上") || tail.hasPrefix("及以上") { return .lower }
    if tail.hasPrefix("以下") || tail.hasPrefix("以内") || tail.hasPrefix("及以下") { return .upper }
    return nil
  }
}

// MARK: - Signs

extension TaskQuantityScanner {
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    "，,；;。、：:！!？? \n".unicodeScalars.contains(scalar)
  }

  /// A sign after a number that makes it half of something: 3-5, 7×24, 1/3, 4G, 1+3.
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    "-–—~～至到×xX*/+＋－".unicodeScalars.contains(scalar)
      || scalar.properties.isAlphabetic && scalar.isASCII
  }

  private static func isOddBefore(_ before: [Unicode.Scalar]) -> Bool {
    guard let last = before.last else { return false }
    if last.isASCII, last.properties.isAlphabetic { return true }
    if "第的“‘《+-–—~～至到×/＋－.".unicodeScalars.contains(last) {
      // 达到, 提升到 and 增加至 stand before a target.
      let isReach =
        (last == "到" || last == "至") && before.count > 1 && !isDigit(before[before.count - 2])
        && before.dropLast().allSatisfy { !isDigit($0) }
      return !isReach
    }
    let head = String(String.UnicodeScalarView(before))
    return ["每", "其中", "含", "包括", "人均", "户均", "平均", "例如", "原"].contains(where: head.contains)
  }

  private static func isOddAfter(_ next: Unicode.Scalar?, word: MeasureWord) -> Bool {
    guard let next else { return false }
    if "”’》".unicodeScalars.contains(next), word.base != "%" { return true }
    return "级型号".unicodeScalars.contains(next)
  }
}
