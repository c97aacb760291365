internal import Spreadsheet
internal import XMLStream

/// What the fonts, fills and borders of a workbook have beyond what a `CellStyle` holds: gradients,
/// patterns, diagonal lines, a colour for each side, double underlines.
struct StyleExcess {
  private var fonts: Set<Int> = []
  private var fills: Set<Int> = []
  private var borders: Set<Int> = []
  private var fontCount = 0
  private var fillCount = 0
  private var borderCount = 0
  private var hasLine = false
  private var hasColor = false
  private var color: Color?

  /// Takes in an element of the part, in the order of the file.
  mutating func take(
    _ word: SheetWord, _ element: borrowing XMLElement, in parent: SheetWord?, _ path: [SheetWord],
    _ colors: ColorTable
  ) {
    switch (parent, word) {
    case (.fonts, .font): fontCount += 1
    case (.font, .u):
      if let kind = element.value(.val), kind != "single", kind != "none" {
        fonts.insert(fontCount - 1)
      }
    case (.fills, .fill): fillCount += 1
    case (.fill, .gradientFill): fills.insert(fillCount - 1)
    case (.fill, .patternFill):
      switch element.value(.patternType) {
      case nil, "none", "solid": break
      default: fills.insert(fillCount - 1)
      }
    case (.borders, .border):
      borderCount += 1
      hasColor = false
    case (.border, .diagonal):
      hasLine = false
      if Self.isLine(element) { borders.insert(borderCount - 1) }
    case (.border, _): hasLine = Self.isLine(element)
    case (_, .color):
      guard hasLine, path.contains(.borders) else { return }
      let found = colors.color(element)
      if hasColor, found != color { borders.insert(borderCount - 1) }
      hasColor = true
      color = found
    default: break
    }
  }

  /// Whether a style of cells uses any of these.
  func concerns(_ style: borrowing XMLElement) -> Bool {
    fonts.contains(style.integer(.fontId) ?? 0) || fills.contains(style.integer(.fillId) ?? 0)
      || borders.contains(style.integer(.borderId) ?? 0)
  }

  private static func isLine(_ element: borrowing XMLElement) -> Bool {
    switch element.value(.style) {
    case nil, "none": false
    default: true
    }
  }
}
