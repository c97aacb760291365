// Texts that a spreadsheet program would run as a formula when it opens a CSV file.
//
// They begin with = + - @ TAB or CR, with the full-width forms of the first four (which East Asian
// versions take as well), or with one of these after spaces. What is wholly a number, a dash or a phone number is no
// formula and stays as it is.

/// Finds texts that a spreadsheet program would run as formulas.
public enum FormulaGuard {
  /// Whether a text needs a `'` in front to stay text.
  public static func isNeeded(for text: Span<UInt8>) -> Bool {
    // Nearly all texts begin with a byte that settles it.
    guard text.count > 0, mayBeginFormula(text[0]) else { return false }
    var place = 0
    while let length = spaceLength(text, at: place) { place += length }
    guard let sign = sign(text, at: place) else { return false }
    switch sign.kind {
    case .control, .equals, .at: return true
    case .plus, .minus:
      return !isHarmless(text, from: place)
    }
  }

  private enum SignKind { case equals, plus, minus, at, control }

  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D, 0x20, 0xC2, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  /// The length of a space: ASCII, no-break, ideographic, the typographic ones, or a mark of no width.
  private static func spaceLength(_ text: Span<UInt8>, at place: Int) -> Int? {
    guard place < text.count else { return nil }
    switch text[place] {
    case 0x20, 0x0A: return 1
    case 0xC2: return place + 1 < text.count && text[place + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      guard place + 2 < text.count, text[place + 1] == 0x80 else { return nil }
      return (0x80...0x8F).contains(text[place + 2]) || text[place + 2] == 0xAF ? 3 : nil
    case 0xE3:
      guard place + 2 < text.count else { return nil }
      return text[place + 1] == 0x80 && text[place + 2] == 0x80 ? 3 : nil
    case 0xEF:
      guard place + 2 < text.count else { return nil }
      return text[place + 1] == 0xBB && text[place + 2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  private static func sign(_ text: Span<UInt8>, at place: Int) -> (kind: SignKind, length: Int)? {
    guard place < text.count else { return nil }
    switch text[place] {
    case 0x09, 0x0D: return (.control, 1)
    case UInt8(ascii: "="): return (.equals, 1)
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "@"): return (.at, 1)
    case 0xEF where place + 2 < text.count && text[place + 1] == 0xBC:
      switch text[place + 2] {
      case 0x9D: return (.equals, 3)
      case 0x8B: return (.plus, 3)
      case 0x8D: return (.minus, 3)
      case 0xA0: return (.at, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether what begins with a plus or minus is wholly a number, dashes, or a phone number.
  private static func isHarmless(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard var ascii = halfWidth(text, from: start) else { return isDashes(text, from: start) }
    while ascii.last == UInt8(ascii: " ") { ascii.removeLast() }
    return ascii.allSatisfy { $0 == UInt8(ascii: "-") } || isNumber(ascii) || isPhoneNumber(ascii)
  }

  /// The text in half-width characters; nil when it has others than ASCII ones.
  private static func halfWidth(_ text: Span<UInt8>, from start: Int) -> [UInt8]? {
    // Numbers and phone numbers are short; a longer text is neither.
    guard text.count - start <= 200 else { return nil }
    var ascii: [UInt8] = []
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        ascii.append(byte)
        place += 1
      } else if byte == 0xEF, place + 2 < text.count, text[place + 1] == 0xBC,
        text[place + 2] >= 0x81
      {
        // U+FF01 to U+FF3F are U+0021 to U+005F, 0xFEE0 further on.
        ascii.append(text[place + 2] - 0x60)
        place += 3
      } else {
        return nil
      }
    }
    return ascii
  }

  /// Whether all characters are dashes of some kind: `--`, `—`, `－`, `——`.
  private static func isDashes(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard text.count - start <= 30 else { return false }
    var bytes: [UInt8] = []
    for place in start..<text.count { bytes.append(text[place]) }
    let dashes: Set<Unicode.Scalar> = ["-", "－", "–", "—", "―", "−", "‐", "‑", "─", " "]
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(dashes.contains)
  }

  /// A sign, digits with or without grouping commas, decimals, an exponent, a percent or per mille.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    var place = 1
    let digits = count(text, &place) { isDigit($0) || $0 == UInt8(ascii: ",") }
    var decimals = 0
    if place < text.count, text[place] == UInt8(ascii: ".") {
      place += 1
      decimals = count(text, &place, isDigit)
    }
    guard digits + decimals > 0, text[1] != UInt8(ascii: ",") else { return false }
    if place < text.count, text[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
        place += 1
      }
      guard count(text, &place, isDigit) > 0 else { return false }
    }
    if place < text.count, text[place] == UInt8(ascii: "%") { place += 1 }
    return place == text.count
  }

  /// `+86 138-0013-8000`, `+86(10)6552 9988`: a plus and 7 to 15 digits in groups.
  private static func isPhoneNumber(_ text: [UInt8]) -> Bool {
    guard text.first == UInt8(ascii: "+"), text.count <= 30, text.count > 1,
      isDigit(text[1]) || text[1] == UInt8(ascii: "(")
    else { return false }
    var digits = 0
    var previous = UInt8(ascii: "+")
    for byte in text.dropFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-"): if previous == byte { return false }
      case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"): break
      default: return false
      }
      previous = byte
    }
    return (7...15).contains(digits) && (isDigit(previous) || previous == UInt8(ascii: ")"))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  private static func count(
    _ text: [UInt8], _ place: inout Int, _ condition: (UInt8) -> Bool
  ) -> Int {
    let start = place
    while place < text.count, condition(text[place]) { place += 1 }
    return place - start
  }
}
