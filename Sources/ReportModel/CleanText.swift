/// The two normal forms of text (domain rules N1 and N2).
public enum CleanText {
  /// The display form: trimmed, runs of white space as one space, and white space that touches a
  /// CJK character or CJK punctuation dropped. Punctuation stays as written.
  public static func display(_ text: String) -> String {
    if isDisplayed(text) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isGap = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isWhiteSpace(scalar) {
        isGap = previous != nil
        continue
      }
      if isInvisible(scalar) { continue }
      if isGap, let before = previous, !isCJK(before), !isCJK(scalar) {
        result.append(0x20)
      }
      isGap = false
      result.append(contentsOf: scalar.utf8)
      previous = scalar
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text has neither white space nor anything invisible, and so is in the display form.
  private static func isDisplayed(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x21...0x7E, 0x80...0xBF, 0xC3...0xE0, 0xE4...0xEE, 0xF0...0xFF: continue
      case 0xE3:
        // E3 80 80 is the ideographic space.
        if index + 2 < bytes.count, bytes[index + 1] != 0x80 || bytes[index + 2] != 0x80 {
          continue
        }
        return false
      case 0xEF:
        // EF BB BF is the byte order mark.
        if index + 1 < bytes.count, bytes[index + 1] != 0xBB { continue }
        return false
      default:
        return !text.unicodeScalars.contains { isWhiteSpace($0) || isInvisible($0) }
      }
    }
    return true
  }

  /// The key form, for matching only and never displayed: the display form, NFKC-like folding of
  /// compatibility characters, no white space, CJK punctuation folded to ASCII, no final full
  /// stop, Latin in small letters.
  public static func key(_ text: String) -> String {
    if isKey(text) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      fold(scalar, into: &result)
    }
    while result.last == UInt8(ascii: ".") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text has nothing to fold: Han characters, digits, small letters, ASCII signs.
  private static func isKey(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x21...0x40, 0x5B...0x7E, 0x80...0xBF, 0xE5...0xE9: continue
      case 0xE4:
        // The Han characters begin at E4 B8 80.
        if index + 1 < bytes.count, bytes[index + 1] >= 0xB8 { continue }
        return false
      default: return false
      }
    }
    return bytes.isEmpty || bytes[bytes.count - 1] != UInt8(ascii: ".")
  }

  private static func fold(_ scalar: Unicode.Scalar, into result: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A:
      result.append(UInt8(truncatingIfNeeded: scalar.value) &+ 0x20)
    case 0x21...0x7E:
      result.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0x4E00...0x9FFF:
      result.append(0xE0 | UInt8(truncatingIfNeeded: scalar.value >> 12))
      result.append(0x80 | UInt8(truncatingIfNeeded: scalar.value >> 6) & 0x3F)
      result.append(0x80 | UInt8(truncatingIfNeeded: scalar.value) & 0x3F)
    default:
      if isWhiteSpace(scalar) || isInvisible(scalar) { return }
      if let folded = punctuation(scalar) {
        result.append(contentsOf: folded.utf8)
      } else if let mapped = CompatibilityMapping.mapping(of: scalar) {
        for part in mapped.unicodeScalars where !isWhiteSpace(part) {
          result.append(contentsOf: String(part).lowercased().utf8)
        }
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  private static func punctuation(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "，", "、": scalar == "、" ? "、" : ","
    case "；": ";"
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "“", "”", "„", "‟", "″": "\""
    case "‘", "’": "'"
    case "。", "．": "."
    default: nil
    }
  }

  /// Whether a scalar is white space, the ideographic and no-break spaces among it.
  public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar shows nothing: zero-width spaces and joiners, byte order marks, controls.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether a scalar is a CJK character or CJK punctuation, full-width forms included.
  public static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3000...0x303F, 0x3040...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    case 0x2018...0x201F, 0x2014, 0x2026, 0xB7, 0x2460...0x24FF: true
    default: false
    }
  }
}
