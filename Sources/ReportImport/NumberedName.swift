import ReportModel

/// A name with the number before it: 一、甲, （一）甲, 1.甲, （3）, 3、 (rule N10).
struct NumberedName: Hashable {
  /// The bare number; nil where there is none.
  var number: String?
  /// The cleaned name; empty where there is only a number.
  var name: String

  /// Splits a cleaned text.
  init(_ text: String) {
    guard let first = text.unicodeScalars.first, Self.mayBegin(first) else {
      number = nil
      name = text
      return
    }
    let scalars = Array(text.unicodeScalars)
    guard let (number, end) = Self.number(scalars) else {
      self.number = nil
      name = text
      return
    }
    self.number = number
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[end...])
    name = CleanText.display(String(view))
  }

  /// The number of a cell that holds a number only, bare; nil where it holds something else.
  static func bareNumber(_ text: String) -> String? {
    if text.utf8.count <= 6, !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      guard text.utf8.first == UInt8(ascii: "0") else { return text }
      let bare = text.drop { $0 == "0" }
      return bare.isEmpty ? text : String(bare)
    }
    guard let first = text.unicodeScalars.first, mayBegin(first) else { return nil }
    let split = NumberedName(text)
    if split.number != nil, split.name.isEmpty { return split.number }
    let scalars = Array(text.unicodeScalars)
    if !scalars.isEmpty, scalars.count <= 6, scalars.allSatisfy({ isDigit($0) }) {
      return asciiDigits(scalars[...])
    }
    if !scalars.isEmpty, scalars.count <= 4, scalars.allSatisfy({ isNumeral($0) }) { return text }
    if scalars.count == 1, let circled = circled(scalars[0]) { return circled }
    return nil
  }

  /// The number at the beginning and where the name begins.
  private static func number(_ scalars: [Unicode.Scalar]) -> (String, Int)? {
    guard let first = scalars.first else { return nil }
    if let circled = circled(first) {
      return scalars.count > 1 ? (circled, skip(scalars, 1)) : (circled, 1)
    }
    let isBracketed = first == "(" || first == "（"
    let start = isBracketed ? 1 : 0
    var end = start
    while end < scalars.count, end - start < 5, isDigit(scalars[end]) { end += 1 }
    var isDigits = end > start
    if !isDigits {
      while end < scalars.count, end - start < 5, isNumeral(scalars[end]) { end += 1 }
      guard end > start else { return nil }
      isDigits = false
    }
    guard end < scalars.count else { return nil }
    let sign = scalars[end]
    let number =
      isDigits
      ? asciiDigits(scalars[start..<end])
      : String(String.UnicodeScalarView(scalars[start..<end]))
    if isBracketed {
      guard sign == ")" || sign == "）" else { return nil }
      return (number, skip(scalars, end + 1))
    }
    switch sign {
    case "、", ")", "）": return (number, skip(scalars, end + 1))
    case ".", "．", "｡":
      // 3.5万亩 is a quantity, 1.1 a number of another kind.
      if end + 1 < scalars.count, isDigit(scalars[end + 1]) { return nil }
      return (number, skip(scalars, end + 1))
    case ",", "，":
      if isDigits, end + 1 < scalars.count, isDigit(scalars[end + 1]) { return nil }
      return (number, skip(scalars, end + 1))
    default: return nil
    }
  }

  /// Passes one more separator: （一）、甲.
  private static func skip(_ scalars: [Unicode.Scalar], _ place: Int) -> Int {
    var place = place
    while place < scalars.count,
      scalars[place] == "、" || scalars[place] == "." || CleanText.isWhiteSpace(scalars[place])
    {
      place += 1
    }
    return place
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func asciiDigits(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars {
      let value = scalar.value >= 0xFF10 ? scalar.value - 0xFEE0 : scalar.value
      if let digit = Unicode.Scalar(value) { text.unicodeScalars.append(digit) }
    }
    let bare = text.drop { $0 == "0" }
    return bare.isEmpty ? text : String(bare)
  }

  /// Whether a number can begin with a scalar.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || isNumeral(scalar) || scalar == "(" || scalar == "（"
      || (0x2460...0x249B).contains(scalar.value)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    default: false
    }
  }

  private static func circled(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x2460...0x2473: String(scalar.value - 0x245F)
    case 0x2474...0x2487: String(scalar.value - 0x2473)
    case 0x2488...0x249B: String(scalar.value - 0x2487)
    default: nil
    }
  }
}
