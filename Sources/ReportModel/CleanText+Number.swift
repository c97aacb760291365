public import FoundationEssentials

extension CleanText {
  /// The decimal number that a text is, with grouping and full-width digits understood; nil if
  /// anything is left over.
  public static func decimal(_ text: String) -> Decimal? {
    NumberScan.plainNumber(text) ?? NumberScan.wholeNumber(NumberScan.folded(display(text)))?.value
  }

  /// The shortest decimal spelling that gives back a double: `35.385` for 35.384999999999998…
  /// Never in exponent form; an empty text for what is no number.
  public static func shortest(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
    let text = number.description
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(text[text.index(after: mark)...])
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    return shifted(String(text[..<mark]), by: exponent)
  }

  /// Moves the point of a plain decimal number to the right, exactly.
  public static func shifted(_ number: String, by places: Int) -> String {
    guard (-400...400).contains(places) else { return number }
    let isNegative = number.hasPrefix("-")
    let body = number.utf8.filter { $0 != UInt8(ascii: "-") }
    let whole = body.prefix { $0 != UInt8(ascii: ".") }
    var digits = Array(body.filter { $0 != UInt8(ascii: ".") })
    var point = whole.count + places
    if point <= 0 {
      digits.insert(contentsOf: [UInt8](repeating: 0x30, count: 1 - point), at: 0)
      point = 1
    }
    while digits.count < point { digits.append(0x30) }
    var head = Array(digits[..<point].drop { $0 == 0x30 })
    if head.isEmpty { head = [0x30] }
    var tail = Array(digits[point...])
    while tail.last == 0x30 { tail.removeLast() }
    if !tail.isEmpty { head += [UInt8(ascii: ".")] + tail }
    let text = String(decoding: head, as: UTF8.self)
    return isNegative && text != "0" ? "-" + text : text
  }
}
