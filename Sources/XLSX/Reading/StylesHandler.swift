internal import Spreadsheet
internal import XMLStream

/// Reads the styles of a workbook (ECMA-376 Part 1, 18.8).
struct StylesHandler: XMLHandler {
  static let roots = [SheetSpace.root(.styleSheet)]

  /// The styles of cells by their index.
  private(set) var cellStyles: [CellStyle] = []
  /// The styles that conditional formats use.
  private(set) var differences: [(font: Color?, fill: Color?)] = []
  /// Whether there are more styles, fonts, fills or borders than the limit.
  private(set) var passesLimit = false
  /// Formats that are longer than any program writes them; they count as `General`.
  private(set) var longFormats = 0

  /// Whether a style has something that `CellStyle` does not hold.
  private(set) var isSimplified = false

  private var colors: ColorTable
  private var excess = StyleExcess()
  private var formats: [Int: NumberFormat] = [:]
  private var fonts: [Font] = []
  private var fills: [Fill] = []
  private var borders: [Border] = []
  private var palette: [UInt32] = []
  private var path: [SheetWord] = []
  private var pattern = ""
  private var side: SheetWord?

  private let limit: Int
  /// Bytes of a format code; the programs write 255 characters at most.
  private static let longestFormat = 1024

  init(colors: ColorTable, limit: Int) {
    self.colors = colors
    self.limit = limit
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLFlow {
    guard let word = element.mainWord else { return .skip }
    let parent = path.last
    path.append(word)
    if !isInDifference { excess.take(word, element, in: parent, path, colors) }
    switch (parent, word) {
    case (.numFmts, .numFmt):
      if let id = element.integer(.numFmtId), let code = element.value(.formatCode) {
        if code.utf8.count <= Self.longestFormat {
          formats[id] = NumberFormat(code: TextEscapes.decoded(code))
        } else {
          longFormats += 1
        }
      }
    case (.fonts, .font): fonts.append(Font())
    case (.font, _): readFont(word, element)
    case (.fills, .fill): fills.append(.none)
    case (.fill, .patternFill): pattern = element.value(.patternType) ?? ""
    case (.patternFill, .fgColor), (.patternFill, .bgColor): readFill(word, element)
    case (.borders, .border): borders.append(Border())
    case (.border, _): readSide(word, element)
    case (_, .color): readBorderColor(element)
    case (.cellXfs, .xf):
      cellStyles.append(makeStyle(element))
      if excess.concerns(element) { isSimplified = true }
    case (.xf, .alignment): readAlignment(element)
    case (.xf, .protection):
      withLastStyle { $0.isLocked = element.isTrue(.locked, default: true) }
    case (.dxfs, .dxf): differences.append((nil, nil))
    case (.indexedColors, .rgbColor):
      if let rgb = element.value(.rgb).flatMap({ UInt32($0, radix: 16) }), palette.count < 256 {
        palette.append(rgb & 0xFF_FFFF)
      }
    default: break
    }
    let most = max(
      cellStyles.count, fonts.count, fills.count, borders.count, differences.count, formats.count)
    passesLimit = most > limit
    return passesLimit ? .stop : .proceed
  }

  mutating func text(_ bytes: Span<UInt8>) -> XMLFlow { .proceed }

  mutating func end(_ name: XMLName) -> XMLFlow {
    path.removeLast(min(1, path.count))
    return .proceed
  }
}

// MARK: - Parts of styles

extension StylesHandler {
  private var isInDifference: Bool { path.contains(.dxf) }

  private mutating func readFont(_ word: SheetWord, _ element: borrowing XMLElement) {
    if isInDifference {
      if word == .color, !differences.isEmpty {
        differences[differences.count - 1].font = colors.color(element)
      }
    } else if !fonts.isEmpty {
      fonts[fonts.count - 1].read(word, element, colors: colors)
    }
  }

  private mutating func readFill(_ word: SheetWord, _ element: borrowing XMLElement) {
    guard let color = colors.color(element) else { return }
    if isInDifference {
      // In a difference a solid fill is stated by its background.
      if !differences.isEmpty, word == .bgColor || pattern == "solid" {
        differences[differences.count - 1].fill = color
      }
    } else if !fills.isEmpty, word == .fgColor, pattern != "none", pattern != "" {
      fills[fills.count - 1] = .solid(color)
    }
  }

  private mutating func readSide(_ word: SheetWord, _ element: borrowing XMLElement) {
    guard !isInDifference, !borders.isEmpty else { return }
    let line = element.value(.style).flatMap { BorderLine(rawValue: $0) } ?? .none
    let last = borders.count - 1
    switch word {
    case .left, .start: borders[last].left = line
    case .right, .end: borders[last].right = line
    case .top: borders[last].top = line
    case .bottom: borders[last].bottom = line
    default: break
    }
  }

  private mutating func readBorderColor(_ element: borrowing XMLElement) {
    guard !isInDifference, path.contains(.border), !borders.isEmpty,
      borders[borders.count - 1].color == nil
    else { return }
    borders[borders.count - 1].color = colors.color(element)
  }

  private func makeStyle(_ element: borrowing XMLElement) -> CellStyle {
    var style = CellStyle()
    let format = element.integer(.numFmtId) ?? 0
    style.numberFormat = formats[format] ?? NumberFormat.builtIn(format)
    if let index = element.integer(.fontId), fonts.indices.contains(index) {
      style.font = fonts[index]
    }
    if let index = element.integer(.fillId), fills.indices.contains(index) {
      style.fill = fills[index]
    }
    if let index = element.integer(.borderId), borders.indices.contains(index) {
      style.border = borders[index]
    }
    return style
  }

  private mutating func readAlignment(_ element: borrowing XMLElement) {
    guard path.contains(.cellXfs) else { return }
    let alignment = Alignment(element)
    withLastStyle { $0.alignment = alignment }
  }

  private mutating func withLastStyle(_ change: (inout CellStyle) -> Void) {
    guard path.contains(.cellXfs), !cellStyles.isEmpty else { return }
    change(&cellStyles[cellStyles.count - 1])
  }

  /// The palette of the workbook, where it has one of its own.
  var ownPalette: [UInt32]? { palette.isEmpty ? nil : palette }
}

extension Alignment {
  init(_ element: borrowing XMLElement) {
    self.init()
    horizontal = element.value(.horizontal).flatMap { Horizontal(rawValue: $0) } ?? .general
    vertical = element.value(.vertical).flatMap { Vertical(rawValue: $0) } ?? .bottom
    wrapsText = element.isTrue(.wrapText)
    indent = min(250, max(0, element.integer(.indent) ?? 0))
    rotation = min(255, max(0, element.integer(.textRotation) ?? 0))
    shrinksToFit = element.isTrue(.shrinkToFit)
  }
}
