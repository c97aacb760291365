import Spreadsheet

/// The part `styles.xml`: equal styles, fonts, fills, borders and formats stand in it once.
struct StyleSheet {
  /// For each style index of the workbook the index in the part; -1 for one that is not used yet.
  private(set) var indices: [Int]
  /// The distinct styles.
  private(set) var styles: [CellStyle] = []
  private let table: [CellStyle]
  private var known: [CellStyle: Int] = [:]
  private var differential: [DifferentialStyle] = []
  private var differentialIndices: [DifferentialStyle: Int] = [:]

  private struct DifferentialStyle: Hashable {
    var font: Color?
    var fill: Color?
  }

  /// Cell styles that the format allows (Excel's limit).
  private static let limit = 65_490

  /// Makes the part of a table. Without `keepsUnused` only the styles that are used come into it, in
  /// the order of their use; the first, which cells without a style have, always does.
  init(_ table: StyleTable, keepsUnused: Bool = true) throws(XLSXWriteError) {
    self.table = table.styles
    indices = [Int](repeating: -1, count: table.count)
    for index in table.styles.indices where keepsUnused || index == 0 { _ = try use(index) }
  }

  /// The index in the part of a style of the workbook; that of the first style where there is none.
  mutating func use(_ index: Int) throws(XLSXWriteError) -> Int {
    guard table.indices.contains(index) else { return 0 }
    if indices[index] >= 0 { return indices[index] }
    let style = table[index].normalized
    if let same = known[style] {
      indices[index] = same
      return same
    }
    guard styles.count < Self.limit else {
      throw XLSXWriteError(
        .styles,
        "the workbook has more than \(Self.limit) styles, which is what the format allows")
    }
    known[style] = styles.count
    indices[index] = styles.count
    styles.append(style)
    return styles.count - 1
  }

  /// The style with an index of the workbook.
  func style(_ index: Int) -> CellStyle {
    table.indices.contains(index) ? table[index] : table[0]
  }

  /// The index of the format that a rule applies where it holds.
  mutating func differentialIndex(font: Color?, fill: Color?) -> Int {
    let style = DifferentialStyle(font: font, fill: fill)
    if let index = differentialIndices[style] { return index }
    differential.append(style)
    differentialIndices[style] = differential.count - 1
    return differential.count - 1
  }

  /// The part.
  func part() -> XMLBuffer {
    var numberFormats = Distinct<NumberFormat>()
    // Font 0 is the one that widths are measured in: that of cells without a style.
    var fonts = Distinct<Font>([styles.first?.font ?? Font()])
    var fills = Distinct<Fill>([.none])
    var borders = Distinct<Border>([Border()])
    var cells = XMLBuffer()
    for style in styles {
      let number =
        Self.builtIn[style.numberFormat.code]
        ?? 164 + numberFormats.index(of: style.numberFormat)
      let fill = fills.index(of: style.fill)
      cells.put(
        style, number: number, font: fonts.index(of: style.font),
        // Fill 1 is the grey pattern that programs expect there.
        fill: fill == 0 ? 0 : fill + 1, border: borders.index(of: style.border))
    }
    var part = XMLBuffer(capacity: 1 << 14)
    part.putHead()
    part.put("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    if !numberFormats.values.isEmpty {
      part.put("<numFmts count=\"")
      part.put(numberFormats.values.count)
      part.put("\">")
      for (index, format) in numberFormats.values.enumerated() {
        part.put("<numFmt numFmtId=\"")
        part.put(164 + index)
        part.put("\" formatCode=\"", format.code)
        part.put("/>")
      }
      part.put("</numFmts>")
    }
    part.put("<fonts count=\"")
    part.put(fonts.values.count)
    part.put("\">")
    for font in fonts.values { part.put(font, isRun: false) }
    part.put("</fonts><fills count=\"")
    part.put(fills.values.count + 1)
    part.put("\">")
    for (index, fill) in fills.values.enumerated() {
      part.put(fill)
      if index == 0 { part.put("<fill><patternFill patternType=\"gray125\"/></fill>") }
    }
    part.put("</fills><borders count=\"")
    part.put(borders.values.count)
    part.put("\">")
    for border in borders.values { part.put(border) }
    part.put(
      """
      </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
      </cellStyleXfs><cellXfs count="
      """)
    part.put(styles.count)
    part.put("\">")
    part.put(cells.bytes.span)
    part.put(
      """
      </cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
      </cellStyles><dxfs count="
      """)
    part.put(differential.count)
    part.put("\">")
    for style in differential {
      part.put("<dxf>")
      if let color = style.font {
        part.put("<font>")
        part.put("<color", color)
        part.put("</font>")
      }
      if let color = style.fill {
        part.put("<fill><patternFill patternType=\"solid\">")
        part.put("<fgColor", color)
        part.put("<bgColor", color)
        part.put("</patternFill></fill>")
      }
      part.put("</dxf>")
    }
    part.put(
      """
      </dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium9" \
      defaultPivotStyle="PivotStyleLight16"/></styleSheet>
      """)
    return part
  }

  /// Formats with a number of their own whose meaning is the same everywhere.
  private static let builtIn: [String: Int] = {
    var numbers = ["General": 0]
    for id in [1, 2, 3, 4, 9, 10, 11, 12, 13, 49] {
      numbers[NumberFormat.builtIn(id).code] = id
    }
    return numbers
  }()
}

extension CellStyle {
  /// The style as it is read back: names are spelled, and what nobody sees is left out.
  fileprivate var normalized: CellStyle {
    var style = self
    if style.font.name == nil { style.font.name = "Calibri" }
    if style.border.color != nil {
      var plain = style.border
      plain.color = nil
      if plain == Border() { style.border = plain }
    }
    return style
  }
}

/// Values by the order in which they first came.
private struct Distinct<Value: Hashable> {
  private(set) var values: [Value] = []
  private var indices: [Value: Int] = [:]

  init(_ values: [Value] = []) {
    for value in values { _ = index(of: value) }
  }

  mutating func index(of value: Value) -> Int {
    if let index = indices[value] { return index }
    values.append(value)
    indices[value] = values.count - 1
    return values.count - 1
  }
}
