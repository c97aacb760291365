/// The two normal forms of text (domain rules N1 and N2).
public enum CleanText {
  /// The display form: trimmed, runs of white space as one space, and white space that touches a
  /// CJK character or CJK punctuation dropped. Punctuation stays as written.
  public static func display(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var isGap = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isWhiteSpace(scalar) {
        isGap = previous != nil
        continue
      }
      if isInvisible(scalar) { continue }
      if isGap, let before = previous, !isCJK(before), !isCJK(scalar) {
        result.append(" ")
      }
      isGap = false
      result.append(scalar)
      previous = scalar
    }
    return String(result)
  }

  /// The key form, for matching only and never displayed: the display form, NFKC-like folding of
  /// compatibility characters, no white space, CJK punctuation folded to ASCII, no final full
  /// stop, Latin in small letters.
  public static func key(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      fold(scalar, into: &result)
    }
    while result.last == "." { result.removeLast() }
    return String(result)
  }

  private static func fold(_ scalar: Unicode.Scalar, into result: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x41...0x5A:
      result.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0x21...0x7E, 0x4E00...0x9FFF:
      result.append(scalar)
    default:
      if isWhiteSpace(scalar) || isInvisible(scalar) { return }
      if let folded = punctuation(scalar) {
        result.append(folded)
      } else if let mapped = CompatibilityMapping.mapping(of: scalar) {
        for part in mapped.unicodeScalars where !isWhiteSpace(part) {
          result.append(contentsOf: String(part).lowercased().unicodeScalars)
        }
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
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
