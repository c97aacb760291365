import FoundationEssentials

/// Finds decimal numbers in text, with groups of three and signs; digits are ASCII after folding.
enum NumberScan {
  /// Folds what stands for digits and number signs in full width (rule N3), nothing else.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var view = String.UnicodeScalarView()
    var changed = false
    for scalar in text.unicodeScalars {
      if let fold = fold(scalar) {
        view.append(fold)
        changed = true
      } else {
        view.append(scalar)
      }
    }
    return changed ? String(view) : text
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      Unicode.Scalar(scalar.value - 0xFEE0)
    case 0xFF0E: "."
    case 0xFF05: "%"
    case 0xFF0D, 0x2212: "-"
    case 0xFF0B: "+"
    case 0xFF0C: ","
    case 0x2009, 0x202F, 0xA0: " "
    case 0xFF1C: "<"
    case 0xFF1E: ">"
    case 0xFF1D: "="
    default: nil
    }
  }

  /// A number at the beginning of a text.
  struct Leading {
    var value: Decimal
    var rest: Substring
    /// The number without grouping.
    var spelling: [UInt8]
  }

  /// The number that a whole text is, with its spelling without grouping.
  static func wholeNumber(_ text: String) -> (value: Decimal, spelling: String)? {
    if let plain = plainNumber(text) { return (plain, text) }
    guard let first = text.utf8.first, first < 0x80, let leading = leadingNumber(Substring(text)),
      leading.rest.isEmpty
    else { return nil }
    return (leading.value, String(decoding: leading.spelling, as: UTF8.self))
  }

  /// The number that a text is in the plainest spelling: a minus, up to 18 digits, a point, digits.
  static func plainNumber(_ text: String) -> Decimal? { plainNumber(text.utf8Span.span) }

  /// The points of a percent in the plainest spelling.
  static func plainPercent(_ text: String) -> Decimal? {
    let bytes = text.utf8Span.span
    guard bytes.count > 1, bytes[bytes.count - 1] == UInt8(ascii: "%"),
      bytes[0] != UInt8(ascii: "-")
    else { return nil }
    return plainNumber(bytes.extracting(..<(bytes.count - 1)))
  }

  private static func plainNumber(_ bytes: Span<UInt8>) -> Decimal? {
    guard !bytes.isEmpty, bytes.count <= 20 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var mantissa: UInt64 = 0
    var digits = 0
    var point: Int?
    for index in (isNegative ? 1 : 0)..<bytes.count {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        digits += 1
      } else if byte == UInt8(ascii: "."), point == nil, digits > 0 {
        point = index
      } else {
        return nil
      }
    }
    let decimals = point.map { bytes.count - 1 - $0 } ?? 0
    guard digits > 0, digits <= 18, point == nil || decimals > 0 else { return nil }
    return Decimal(
      sign: isNegative ? .minus : .plus, exponent: -decimals, significand: Decimal(mantissa))
  }

  /// The points of a percent that a whole text is: `144.88%`.
  static func wholePercent(_ text: String) -> Decimal? {
    guard text.utf8.last == UInt8(ascii: "%"), let first = text.utf8.first,
      (0x30...0x39).contains(first), let leading = leadingNumber(Substring(text)),
      leading.rest.utf8.count == 1
    else { return nil }
    return leading.value
  }

  /// The number that a text begins with; nil if it begins with none.
  static func leadingNumber(_ text: Substring) -> Leading? {
    let bytes = text.utf8
    guard let first = bytes.first, first < 0x3A else { return nil }
    var place = bytes.startIndex
    var spelling: [UInt8] = []
    var isNegative = false
    func byte(_ index: Substring.UTF8View.Index) -> UInt8? {
      index < bytes.endIndex ? bytes[index] : nil
    }
    if let sign = byte(place), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      if isNegative { spelling.append(sign) }
      place = bytes.index(after: place)
    }
    var digits = 0
    var decimals = 0
    var sawPoint = false
    var mantissa: UInt64 = 0
    var overflow = false
    func take(_ digit: UInt8) {
      let (product, first) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(UInt64(digit - 0x30))
      if first || second { overflow = true } else { mantissa = sum }
      spelling.append(digit)
      digits += 1
    }
    scanning: while let next = byte(place) {
      switch next {
      case 0x30...0x39:
        take(next)
        if sawPoint { decimals += 1 }
        place = bytes.index(after: place)
      case UInt8(ascii: "."):
        guard !sawPoint, digits > 0, let after = byte(bytes.index(after: place)),
          (0x30...0x39).contains(after)
        else { break scanning }
        sawPoint = true
        spelling.append(next)
        place = bytes.index(after: place)
      case UInt8(ascii: ","), UInt8(ascii: " "):
        // A separator of groups has one to three digits before and exactly three behind it.
        guard !sawPoint, digits > 0, groupFollows(bytes, place) else { break scanning }
        place = bytes.index(after: place)
      default: break scanning
      }
    }
    guard digits > 0, digits <= 60 else { return nil }
    let rest = text[place...]
    let value: Decimal
    if overflow {
      guard let long = Decimal(string: String(decoding: spelling, as: UTF8.self)) else {
        return nil
      }
      value = long
    } else {
      value = Decimal(
        sign: isNegative ? .minus : .plus, exponent: -decimals, significand: Decimal(mantissa))
    }
    return Leading(value: value, rest: rest, spelling: spelling)
  }

  private static func groupFollows(
    _ bytes: Substring.UTF8View, _ separator: Substring.UTF8View.Index
  ) -> Bool {
    var place = bytes.index(after: separator)
    var count = 0
    while place < bytes.endIndex, (0x30...0x39).contains(bytes[place]) {
      count += 1
      if count > 3 { return false }
      place = bytes.index(after: place)
    }
    guard count == 3 else { return false }
    var before = separator
    var leading = 0
    while before > bytes.startIndex {
      before = bytes.index(before: before)
      guard (0x30...0x39).contains(bytes[before]) else { break }
      leading += 1
      if leading > 3 { return false }
    }
    return leading > 0
  }

  /// The text without the separators of groups between digits, full-width digits folded.
  static func withoutGrouping(_ text: String) -> String {
    let folded = folded(text)
    guard folded.utf8.contains(UInt8(ascii: ",")) || folded != text else { return text }
    let bytes = Array(folded.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ","), index > 0, isDigit(bytes, index - 1), isDigit(bytes, index + 1),
        isDigit(bytes, index + 2), isDigit(bytes, index + 3), !isDigit(bytes, index + 4)
      {
        continue
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && (0x30...0x39).contains(bytes[index])
  }
}
