/// How much room text takes on a sheet, in characters of the default font: full-width characters count two.
public enum TextWidth {
  /// The widest line of a text in UTF-8. Linear in its length.
  public static func width(of text: Span<UInt8>) -> Int {
    var widest = 0
    var width = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        place += 1
        if byte == 0x0A {
          widest = max(widest, width)
          width = 0
        } else if byte >= 0x20 {
          width += 1
        }
        continue
      }
      width += columns(of: text, at: &place)
    }
    return max(widest, width)
  }

  /// The widest line of a text.
  public static func width(of text: String) -> Int {
    width(of: text.utf8Span.span)
  }

  /// How many lines a text takes that is wrapped at a width; at least one.
  ///
  /// Words are kept together as far as they fit, Chinese breaks anywhere, so this is what the
  /// programs need, or a little more.
  public static func lines(of text: Span<UInt8>, width limit: Int) -> Int {
    let limit = max(limit, 2)
    var lines = 1
    var used = 0
    var word = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == 0x0A {
        place += 1
        lines += 1
        used = 0
        word = 0
        continue
      }
      let step: Int
      if byte < 0x80 {
        place += 1
        step = byte >= 0x20 ? 1 : 0
        word = byte == 0x20 || byte == UInt8(ascii: "-") ? 0 : word + step
      } else {
        step = columns(of: text, at: &place)
        word = step == 2 ? 0 : word + step
      }
      used += step
      if used > limit {
        lines += 1
        // The word that did not fit goes to the next line as a whole, unless it fills one.
        used = word > 0 && word <= limit ? word : step
        if word > limit { word = step }
      }
    }
    return lines
  }

  /// How many lines a text takes that is wrapped at a width; at least one.
  public static func lines(of text: String, width limit: Int) -> Int {
    lines(of: text.utf8Span.span, width: limit)
  }

  /// The room of the character at a place, which moves behind it.
  private static func columns(of text: Span<UInt8>, at place: inout Int) -> Int {
    let first = text[place]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, place + length <= text.count else {
      place += 1
      return 1
    }
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in (place + 1)..<(place + length) {
      scalar = scalar << 6 | UInt32(text[index] & 0x3F)
    }
    place += length
    switch scalar {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2014, 0x2018...0x201D, 0x2026, 0x2160...0x217F, 0x2190...0x21FF,
      0x2460...0x24FF, 0x25A0...0x26FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
