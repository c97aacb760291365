internal import Spreadsheet

/// The declarations of CSS for the looks of cells.
enum HTMLStyle {
  /// What makes a cell look like its style; borders are not among it, because those of merged cells come
  /// from several styles.
  static func declarations(_ style: CellStyle) -> String {
    var css = font(style.font, isDefaultSizeShown: false)
    if case .solid(let color) = style.fill { css += "background:\(hex(color));" }
    switch style.alignment.horizontal {
    case .general: break
    case .left, .fill: css += "text-align:left;"
    case .center, .centerContinuous: css += "text-align:center;"
    case .right: css += "text-align:right;"
    case .justify, .distributed: css += "text-align:justify;"
    }
    switch style.alignment.vertical {
    case .bottom: break
    case .top: css += "vertical-align:top;"
    case .center, .justify, .distributed: css += "vertical-align:middle;"
    }
    let indent = min(max(style.alignment.indent, 0), 15)
    if indent > 0 {
      css += style.alignment.horizontal == .right ? "padding-right" : "padding-left"
      css += ":\(indent)em;"
    }
    switch style.alignment.rotation {
    case 255: css += "writing-mode:vertical-rl;text-orientation:upright;"
    case 1...180: css += "writing-mode:vertical-rl;"
    default: break
    }
    return css
  }

  /// The declarations of a font.
  static func font(_ font: Font, isDefaultSizeShown: Bool) -> String {
    var css = ""
    if let name = font.name, let family = family(name) { css += "font-family:\(family);" }
    if font.size != 11 || isDefaultSizeShown, font.size >= 1, font.size <= 409 {
      css += "font-size:\(points(font.size));"
    }
    if font.isBold { css += "font-weight:bold;" }
    if font.isItalic { css += "font-style:italic;" }
    if font.isUnderlined || font.isStruckThrough {
      let lines = [
        font.isUnderlined ? "underline" : nil, font.isStruckThrough ? "line-through" : nil,
      ]
      css += "text-decoration:\(lines.compactMap { $0 }.joined(separator: " "));"
    }
    if let color = font.color { css += "color:\(hex(color));" }
    return css
  }

  /// The declarations of a stretch of text.
  static func run(_ font: Font) -> String {
    var css = self.font(font, isDefaultSizeShown: font.verticalPlace == .baseline)
    switch font.verticalPlace {
    case .baseline: break
    case .superscript: css += "vertical-align:super;font-size:70%;"
    case .subscript: css += "vertical-align:sub;font-size:70%;"
    }
    return css
  }

  /// The declarations of four lines; sides without a line keep that of the grid.
  static func border(top: Border, right: Border, bottom: Border, left: Border) -> String {
    side("top", top.top, top.color) + side("right", right.right, right.color)
      + side("bottom", bottom.bottom, bottom.color) + side("left", left.left, left.color)
  }

  private static func side(_ name: String, _ line: BorderLine, _ color: Color?) -> String {
    let css: String
    switch line {
    case .none: return ""
    case .thin: css = "1px solid"
    case .hair: css = "1px dotted"
    case .dotted: css = "1px dotted"
    case .dashed, .dashDot, .dashDotDot: css = "1px dashed"
    case .medium: css = "2px solid"
    case .mediumDashed, .mediumDashDot, .mediumDashDotDot, .slantDashDot: css = "2px dashed"
    case .thick: css = "3px solid"
    case .double: css = "3px double"
    }
    return "border-\(name):\(css) \(color.map(hex) ?? "#000");"
  }

  private static func hex(_ color: Color) -> String {
    let digits = String(color.argb & 0xFF_FFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func points(_ size: Double) -> String {
    let tenths = Int((min(max(size, 1), 409) * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)pt" : "\(tenths / 10).\(tenths % 10)pt"
  }

  /// A family in quotes; nil for a name with signs that no font has and CSS might take for its own.
  private static func family(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= 100 else { return nil }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_": continue
      default: if !scalar.properties.isAlphabetic { return nil }
      }
    }
    return "'\(name)',sans-serif"
  }
}
