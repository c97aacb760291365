internal import Spreadsheet
internal import XMLStream

/// Resolves the colours of the theme and of the old palette (ECMA-376 Part 1, 18.8.3, 18.8.27).
struct ColorTable: Sendable {
  /// The colours of the theme in its order: dk1, lt1, dk2, lt2, six accents and two for links.
  var theme: [UInt32] = [
    0x000000, 0xFFFFFF, 0x44546A, 0xE7E6E6, 0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x5B9BD5,
    0x70AD47, 0x0563C1, 0x954F72,
  ]
  /// The palette, where the workbook has one of its own.
  var palette: [UInt32] = ColorTable.defaultPalette

  /// The colour that attributes name; nil for automatic.
  func color(_ element: borrowing XMLElement) -> Color? {
    if element.isTrue(.auto) { return nil }
    if let text = element.value(.rgb), let value = UInt32(text, radix: 16) {
      if text.utf8.count == 6 { return Color(rgb: value) }
      // Many writers leave the alpha 00 and mean an opaque colour, as Excel reads it.
      return Color(argb: 0xFF00_0000 | value)
    }
    if let index = element.integer(.theme) {
      // Places 0 and 1, 2 and 3 are swapped between the theme part and the index.
      let order = [1, 0, 3, 2]
      let place = order.indices.contains(index) ? order[index] : index
      guard theme.indices.contains(place) else { return nil }
      return Color(rgb: tinted(theme[place], element.number(.tint) ?? 0))
    }
    if let index = element.integer(.indexed), palette.indices.contains(index) {
      return Color(rgb: tinted(palette[index], element.number(.tint) ?? 0))
    }
    return nil
  }

  /// A colour made lighter or darker: the lightness of HLS moves towards white or black.
  private func tinted(_ rgb: UInt32, _ tint: Double) -> UInt32 {
    guard tint != 0, tint >= -1, tint <= 1 else { return rgb }
    let red = Double(rgb >> 16 & 255) / 255
    let green = Double(rgb >> 8 & 255) / 255
    let blue = Double(rgb & 255) / 255
    let high = max(red, green, blue)
    let low = min(red, green, blue)
    let light = (high + low) / 2
    let moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint
    guard high > low else {
      let gray = UInt32((moved * 255).rounded())
      return gray << 16 | gray << 8 | gray
    }
    let span = high - low
    let saturation = light > 0.5 ? span / (2 - high - low) : span / (high + low)
    var hue: Double
    switch high {
    case red: hue = (green - blue) / span + (green < blue ? 6 : 0)
    case green: hue = (blue - red) / span + 2
    default: hue = (red - green) / span + 4
    }
    hue /= 6
    let second = moved < 0.5 ? moved * (1 + saturation) : moved + saturation - moved * saturation
    let first = 2 * moved - second
    func channel(_ offset: Double) -> UInt32 {
      var place = hue + offset
      if place < 0 { place += 1 }
      if place > 1 { place -= 1 }
      let value: Double
      if place < 1 / 6.0 {
        value = first + (second - first) * 6 * place
      } else if place < 0.5 {
        value = second
      } else if place < 2 / 3.0 {
        value = first + (second - first) * (2 / 3.0 - place) * 6
      } else {
        value = first
      }
      return UInt32((min(1, max(0, value)) * 255).rounded())
    }
    return channel(1 / 3.0) << 16 | channel(0) << 8 | channel(-1 / 3.0)
  }

  private static let defaultPalette: [UInt32] = [
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000,
    0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000,
    0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC,
    0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF,
    0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF,
    0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600,
    0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399,
    0x333333,
  ]
}

extension Font {
  /// Takes over one element of a font (ECMA-376 Part 1, 18.8.22) or of the font of a run.
  mutating func read(_ word: SheetWord, _ element: borrowing XMLElement, colors: ColorTable) {
    switch word {
    case .name, .rFont: name = element.value(.val)
    case .sz: size = element.number(.val) ?? size
    case .b: isBold = element.isTrue(.val, default: true)
    case .i: isItalic = element.isTrue(.val, default: true)
    case .u: isUnderlined = element.value(.val) != "none"
    case .strike: isStruckThrough = element.isTrue(.val, default: true)
    case .vertAlign:
      verticalPlace = element.value(.val).flatMap { VerticalPlace(rawValue: $0) } ?? .baseline
    case .color: color = colors.color(element)
    default: break
    }
  }
}
