/// How a cell looks (ECMA-376 Part 1, 18.8).
public struct CellStyle: Hashable, Sendable {
  /// How numbers and dates are shown.
  public var numberFormat: NumberFormat = .general
  /// The font.
  public var font = Font()
  /// The background.
  public var fill = Fill.none
  /// The lines around the cell.
  public var border = Border()
  /// Where the text stands.
  public var alignment = Alignment()
  /// Whether the cell can be edited on a protected sheet.
  public var isLocked = true

  /// The default style.
  public init() {}
}

/// The distinct styles of a workbook; index 0 is the default style.
public struct StyleTable: Hashable, Sendable {
  /// The styles by index.
  public private(set) var styles: [CellStyle]
  private var indices: [CellStyle: Int]

  /// A table with the default style only.
  public init() {
    styles = [CellStyle()]
    indices = [CellStyle(): 0]
  }

  /// A table with the given styles, by index, equal ones kept apart.
  public init(styles: [CellStyle]) {
    self.styles = styles.isEmpty ? [CellStyle()] : styles
    indices = [:]
    for (index, style) in self.styles.enumerated() where indices[style] == nil {
      indices[style] = index
    }
  }

  /// The index of a style, which is added where it is new. Constant time.
  public mutating func index(of style: CellStyle) -> Int {
    if let index = indices[style] { return index }
    styles.append(style)
    indices[style] = styles.count - 1
    return styles.count - 1
  }

  /// The style with an index; the default style where there is none.
  public subscript(index: Int) -> CellStyle {
    styles.indices.contains(index) ? styles[index] : styles[0]
  }

  /// The number of styles.
  public var count: Int { styles.count }
}

/// A colour as `AARRGGBB`.
public struct Color: Hashable, Sendable {
  /// Alpha, red, green and blue, a byte each.
  public var argb: UInt32

  /// Makes a colour from `0xAARRGGBB`.
  public init(argb: UInt32) {
    self.argb = argb
  }

  /// Makes an opaque colour from `0xRRGGBB`.
  public init(rgb: UInt32) {
    argb = 0xFF00_0000 | rgb
  }
}

/// A font (ECMA-376 Part 1, 18.8.22).
public struct Font: Hashable, Sendable {
  /// The name; nil for the workbook's default font.
  public var name: String?
  /// The size in points.
  public var size: Double = 11
  /// Bold.
  public var isBold = false
  /// Italic.
  public var isItalic = false
  /// Underlined.
  public var isUnderlined = false
  /// Struck through.
  public var isStruckThrough = false
  /// Whether the text is raised or lowered, as the 2 of m².
  public var verticalPlace = VerticalPlace.baseline
  /// The colour; nil for automatic.
  public var color: Color?

  /// Where text stands on its line (ECMA-376 Part 1, 22.9.2.17).
  public enum VerticalPlace: String, Hashable, Sendable {
    /// The names of the standard.
    case baseline, superscript, `subscript`
  }

  /// The default font.
  public init() {}
}

/// The background of a cell.
public enum Fill: Hashable, Sendable {
  /// No background.
  case none
  /// One colour.
  case solid(Color)
}

/// The style of a border line (ECMA-376 Part 1, 18.18.3).
public enum BorderLine: String, Hashable, Sendable {
  /// No line.
  case none
  /// The names of the standard.
  case thin, medium, thick, dashed, dotted, double, hair, mediumDashed, dashDot
  /// The names of the standard.
  case mediumDashDot, dashDotDot, mediumDashDotDot, slantDashDot
}

/// The lines around a cell.
public struct Border: Hashable, Sendable {
  /// The line at the left.
  public var left = BorderLine.none
  /// The line at the right.
  public var right = BorderLine.none
  /// The line above.
  public var top = BorderLine.none
  /// The line below.
  public var bottom = BorderLine.none
  /// The colour of all four lines; nil for automatic.
  public var color: Color?

  /// No lines.
  public init() {}

  /// The same line on all four sides.
  public init(all line: BorderLine) {
    left = line
    right = line
    top = line
    bottom = line
  }
}

/// Where the text of a cell stands (ECMA-376 Part 1, 18.8.1).
public struct Alignment: Hashable, Sendable {
  /// Horizontal places.
  public enum Horizontal: String, Hashable, Sendable {
    /// Numbers right, text left.
    case general
    /// The names of the standard.
    case left, center, right, fill, justify, centerContinuous, distributed
  }
  /// Vertical places.
  public enum Vertical: String, Hashable, Sendable {
    /// The names of the standard.
    case top, center, bottom, justify, distributed
  }

  /// The horizontal place.
  public var horizontal = Horizontal.general
  /// The vertical place.
  public var vertical = Vertical.bottom
  /// Whether long text is broken into lines.
  public var wrapsText = false
  /// Steps of indentation.
  public var indent = 0
  /// The rotation in degrees, as in the format (255 is vertical text).
  public var rotation = 0
  /// Whether text shrinks until it fits.
  public var shrinksToFit = false

  /// The default alignment.
  public init() {}
}
