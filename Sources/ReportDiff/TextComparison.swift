import ReportModel

/// Whether two texts of cells say the same.
enum TextComparison {
  /// Whether they differ in nothing but noise: white space, full-width forms, a final full stop, the
  /// case of Latin letters, grouping and trailing zeros of numbers.
  static func areSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let a = key(one)
    let b = key(other)
    if a == b { return true }
    guard let x = PlainNumber(a), let y = PlainNumber(b) else { return false }
    return x == y
  }

  /// Whether two names differ in nothing but noise; a node without name has another one.
  static func areSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one == other || key(one) == key(other)
  }

  /// The matching key, in which a circled number stays apart from the digits beside it: 完成①2所 is
  /// not 完成12所.
  private static func key(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isNumberSign) else { return CleanText.key(text) }
    var spelled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      spelled.append(scalar)
      if isNumberSign(scalar) { spelled.append("\u{1F}") }
    }
    return String(spelled).split(separator: "\u{1F}", omittingEmptySubsequences: false)
      .map { CleanText.key(String($0)) }.joined(separator: "\u{1F}")
  }

  /// Circled and other numbers that compatibility folding would turn into plain digits.
  private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x249B, 0x24EA, 0x3251...0x325F, 0x32B1...0x32BF, 0xB2, 0xB3, 0xB9, 0xBC...0xBE:
      true
    default: false
    }
  }
}

/// A plain decimal number in a text, compared digit by digit: `1,000` is `1000.0`.
private struct PlainNumber: Equatable {
  var isNegative = false
  var whole: [UInt8] = []
  var fraction: [UInt8] = []
  var isPercent = false

  init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "%") {
      isPercent = true
      bytes.removeLast()
    }
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first, !head.isEmpty else { return nil }
    let groups = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(Self.isDigit) }),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count)
    else { return nil }
    whole = Array(groups.joined().drop { $0 == UInt8(ascii: "0") })
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(Self.isDigit) else { return nil }
      fraction = Array(parts[1])
      while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    if whole.isEmpty, fraction.isEmpty { isNegative = false }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
