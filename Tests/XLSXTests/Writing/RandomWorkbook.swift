import Spreadsheet

/// Makes workbooks of everything that the format holds, by chance from a seed.
struct RandomWorkbook {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func text() -> String {
    let pieces = [
      "表", "=1+1", "a<b>&\"'", " ", "\n", "\r\n", "\t", "_x000D_", "_x41_", "007", "\u{1}", "吉",
      "𠮷", "é", "]]>", "1e5", "TRUE", "#N/A", "\u{FFFE}", "x",
    ]
    return (0...below(6)).map { _ in pick(pieces) }.joined()
  }

  private mutating func number() -> Double {
    switch below(6) {
    case 0: Double(below(1_000_000)) - 500_000
    case 1: Double(below(1_000_000)) / 100
    case 2: 0.1 + Double(below(10)) / 10
    case 3: Double(bitPattern: UInt64(below(1 << 30)) << 33 | UInt64(below(1 << 30)) << 3)
    case 4: -0.0
    default: pick([1e300, 5e-324, 1e21, 123_456_789_012_345_678, 0.30000000000000004])
    }
  }

  private mutating func color() -> Color { Color(rgb: UInt32(below(1 << 24))) }

  private mutating func font() -> Font {
    var font = Font()
    font.name = pick(["Calibri", "宋体", "Noto Sans"])
    font.size = pick([9, 10.5, 11, 22])
    font.isBold = chance(30)
    font.isItalic = chance(20)
    font.isUnderlined = chance(20)
    font.isStruckThrough = chance(10)
    if chance(40) { font.color = color() }
    return font
  }

  private mutating func style() -> CellStyle {
    var style = CellStyle()
    style.font = font()
    style.numberFormat = NumberFormat(
      code: pick(["General", "0.00", "#,##0", "yyyy-mm-dd", "[Red]-0.0;\"a<b\"", "@", "0%"]))
    if chance(40) { style.fill = .solid(color()) }
    if chance(40) {
      style.border = Border(all: pick([.thin, .medium, .double]))
      if chance(50) { style.border.color = color() }
    }
    style.alignment.horizontal = pick([.general, .left, .center, .right, .justify])
    style.alignment.vertical = pick([.top, .center, .bottom])
    style.alignment.wrapsText = chance(40)
    style.alignment.indent = below(3)
    style.alignment.rotation = pick([0, 45, 90, 255])
    style.alignment.shrinksToFit = chance(10)
    style.isLocked = chance(80)
    return style
  }

  private mutating func value() -> CellValue {
    switch below(6) {
    case 0: .empty
    case 1, 2: .number(number())
    case 3: .boolean(chance(50))
    case 4: .error(pick(["#N/A", "#DIV/0!", "#REF!"]))
    default: .string(text())
    }
  }

  private mutating func range(rows: Int, columns: Int) -> CellRange {
    let row = below(rows)
    let column = below(columns)
    return CellRange(
      rows: row...(row + below(4)), columns: column...(column + below(3)))
  }

  private mutating func sheet(_ name: String, styles: Int) -> Worksheet {
    var sheet = Worksheet(name: name)
    var index = below(4)
    for _ in 0..<below(12) {
      var row = Row(index: index, isHidden: chance(10), style: chance(15) ? below(styles) : 0)
      if chance(20) { row.height = pick([12.5, 30, 409]) }
      var column = below(3)
      for _ in 0...below(6) {
        let made = value()
        // A blank of the plain style is no cell.
        var cell = Cell(column: column, value: made, style: made.isEmpty ? 1 : below(styles))
        if chance(15) { cell.formula = pick(["A1+1", "SUM(B2:C3)&\"<\"", "IF(A1>1,2,3)"]) }
        if cell.formula == nil, case .string = made, chance(20) {
          let runs = [TextRun(text() + "a", font: font()), TextRun(text() + "b", font: font())]
          cell.value = .string(runs.map(\.text).joined())
          sheet.richText[CellReference(row: index, column: column)] = runs
        }
        row.cells.append(cell)
        column += 1 + below(3)
      }
      sheet.rows.append(row)
      index += 1 + below(5)
    }
    for _ in 0..<below(5) {
      let range = range(rows: 30, columns: 12)
      if !range.isSingleCell, !sheet.mergedRanges.contains(where: { $0.intersects(range) }) {
        sheet.mergedRanges.append(range)
      }
    }
    var next = below(3)
    for _ in 0..<below(4) {
      let last = next + below(3)
      sheet.columns.append(
        ColumnProperties(
          columns: next...last, width: chance(80) ? pick([5, 12.5, 40]) : nil,
          isHidden: chance(20), style: below(styles)))
      next = last + 1 + below(3)
    }
    if chance(50) { sheet.frozenPane = FrozenPane(rows: 1 + below(3), columns: below(3)) }
    if chance(30) { sheet.defaultColumnWidth = 10.5 }
    if chance(30) { sheet.defaultRowHeight = 20.25 }
    sheet.isProtected = chance(20)
    sheet.isRightToLeft = chance(10)
    addAnnotations(to: &sheet)
    addPage(to: &sheet)
    return sheet
  }

  private mutating func addAnnotations(to sheet: inout Worksheet) {
    if chance(40) {
      sheet.hyperlinks = [
        Hyperlink(
          range: range(rows: 9, columns: 9), target: .external("https://example.org/?a=1&b=2"),
          tooltip: "提示"),
        Hyperlink(range: range(rows: 9, columns: 9), target: .internal("'\(sheet.name)'!A1")),
      ]
    }
    if chance(40) {
      sheet.comments = [
        Comment(reference: CellReference(row: 2, column: 1), author: "甲", text: text()),
        Comment(reference: CellReference(row: 5, column: 3), author: "乙", text: "第二\n行"),
      ]
    }
    if chance(40) {
      sheet.dataValidations = [
        DataValidation(ranges: [range(rows: 9, columns: 9)], rule: .list(["是", "否"])),
        DataValidation(
          ranges: [range(rows: 9, columns: 9)], rule: .whole(1...9), errorMessage: "<1–9>"),
        DataValidation(
          ranges: [range(rows: 9, columns: 9)], rule: .custom("A1>0"), allowsBlank: false),
      ]
    }
    if chance(40) {
      sheet.conditionalFormats = [
        ConditionalFormat(ranges: [range(rows: 9, columns: 9)], rule: .dataBar(color())),
        ConditionalFormat(
          ranges: [range(rows: 9, columns: 9)],
          rule: .cellIs(.greaterThan, formula: "1", font: color(), fill: color())),
        ConditionalFormat(
          ranges: [range(rows: 9, columns: 9)],
          rule: .expression("A1=\"x\"", font: nil, fill: color())),
      ]
    }
  }

  private mutating func addPage(to sheet: inout Worksheet) {
    sheet.page.margins = PageMargins(left: 0.5, right: 0.5, top: 1, bottom: 1)
    if chance(50) { sheet.page.paperSize = 9 }
    if sheet.page.paperSize != nil { sheet.page.isLandscape = chance(50) }
    if chance(40) {
      sheet.page.fitToWidth = 1
      sheet.page.fitToHeight = 0
    }
    if chance(40) { sheet.page.footer = "&C第 &P 页，共 &N 页" }
    if chance(30) { sheet.page.titleRows = 0...1 }
    if chance(30) { sheet.page.area = CellRange(rows: 0...20, columns: 0...8) }
    if chance(30) { sheet.page.rowBreaks = [4, 9] }
    sheet.page.isCenteredHorizontally = chance(30)
  }

  /// The next workbook.
  mutating func workbook() -> Workbook {
    var styles: [CellStyle] = []
    var first = CellStyle()
    first.font.name = "Calibri"
    styles.append(first)
    while styles.count < 6 {
      let made = style()
      if !styles.contains(made) { styles.append(made) }
    }
    var workbook = Workbook(styles: StyleTable(styles: styles))
    for index in 0...below(3) {
      var sheet = sheet(pick(["表", "it's", "a b", "数据"]) + "\(index)", styles: styles.count)
      if index > 0, chance(30) { sheet.visibility = pick([.hidden, .veryHidden]) }
      workbook.sheets.append(sheet)
    }
    if chance(30) { workbook.dateSystem = .year1904 }
    if chance(40) {
      workbook.definedNames = [
        DefinedName(name: "合计", formula: "'\(workbook.sheets[0].name)'!$A$1:$B$2"),
        DefinedName(name: "local", formula: "1", sheet: 0, isHidden: true),
      ]
    }
    if chance(50) {
      workbook.properties = DocumentProperties(title: "报表 <1>", creator: "市教育局")
    }
    return workbook
  }
}
