import Spreadsheet

/// One workbook with everything that the writer writes, for other programs to read back.
///
/// `Documentation/Conformance/features.py` says what they must find; the two change together.
struct FeatureWorkbook {
  private(set) var workbook = Workbook()

  init() {
    workbook.sheets = [values(), looks(), page(), annotations()]
    var hidden = Worksheet(name: "隐藏")
    hidden.visibility = .hidden
    hidden.rows = [Row(index: 0, cells: [Cell(column: 0, value: .string("藏"))])]
    var veryHidden = Worksheet(name: "深藏")
    veryHidden.visibility = .veryHidden
    workbook.sheets += [hidden, veryHidden]
    workbook.definedNames = [
      DefinedName(name: "合计", formula: "'数 值'!$A$1:$A$3"),
      DefinedName(name: "税率", formula: "0.13"),
      DefinedName(name: "本表", formula: "'数 值'!$B$1", sheet: 0),
      DefinedName(name: "暗", formula: "样式!$A$1", isHidden: true),
    ]
    workbook.properties = DocumentProperties(
      title: "民生实事 <2025>", subject: "一览表", creator: "市教育局 & 市民政局", keywords: "民生,报表",
      description: "第一行\n第二行")
  }

  private mutating func style(_ change: (inout CellStyle) -> Void) -> Int {
    var style = CellStyle()
    change(&style)
    return workbook.styles.index(of: style)
  }

  private mutating func style(format: String) -> Int {
    style { $0.numberFormat = NumberFormat(code: format) }
  }

  private static func column(_ column: Int, _ cells: [Cell]) -> [(Int, Cell)] {
    cells.enumerated().map { row, cell in
      var cell = cell
      cell.column = column
      return (row, cell)
    }
  }

  private static func rows(_ cells: [(Int, Cell)]) -> [Row] {
    Dictionary(grouping: cells) { $0.0 }.sorted { $0.key < $1.key }.map { index, cells in
      Row(index: index, cells: cells.map(\.1).sorted { $0.column < $1.column })
    }
  }
}

// MARK: - Values

extension FeatureWorkbook {
  private mutating func values() -> Worksheet {
    var sheet = Worksheet(name: "数 值")
    func cell(_ value: CellValue, _ style: Int = 0, _ formula: String? = nil) -> Cell {
      Cell(column: 0, value: value, style: style, formula: formula)
    }
    var cells = Self.column(
      0,
      [0.1 + 0.2, 1e300, -5, 2.5e-300, 0, 123_456_789_012_345].map { cell(.number($0)) })
    cells += Self.column(
      1,
      [
        "=1+1", "007", "110101199001011234", " 前后 \n换行 ", "𠮷野家😀", "a<b>&\"'", "#N/A", "TRUE", "1e5",
      ].map { cell(.string($0)) })
    cells += Self.column(2, [cell(.boolean(true)), cell(.boolean(false))])
    cells += Self.column(
      3,
      ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"].map {
        cell(.error($0))
      })
    cells += Self.column(
      4,
      [
        cell(.number(46_022), style(format: "yyyy-mm-dd")),
        cell(.number(46_022.5625), style(format: "yyyy/m/d h:mm")),
        cell(.number(0.75), style(format: "h:mm:ss")),
        cell(.number(1.5), style(format: "[h]:mm")),
        cell(.number(46_022), style(format: "yyyy\"年\"m\"月\"d\"日\"")),
      ])
    cells += Self.column(
      5,
      [
        cell(.number(3), 0, "1+2"), cell(.string("甲<"), 0, "\"甲\"&\"<\""),
        cell(.boolean(true), 0, "A1<1"), cell(.error("#DIV/0!"), 0, "1/0"),
        cell(.number(14), 0, "SUM(A1:A2*B1:B2)"), cell(.number(0.3), 0, "SUM('数 值'!A1)+0"),
      ])
    sheet.arrayFormulas = [CellRange(CellReference(row: 4, column: 5))]
    var bold = Font()
    bold.name = "宋体"
    bold.size = 14
    bold.isBold = true
    bold.color = Color(rgb: 0xC00000)
    let runs = [TextRun("完成"), TextRun("1641", font: bold), TextRun(" 台")]
    cells += Self.column(6, [cell(.string("完成1641 台")), cell(.empty, style { $0.font.size = 20 })])
    sheet.richText[CellReference(row: 0, column: 6)] = runs
    sheet.rows = Self.rows(cells)
    return sheet
  }
}

// MARK: - Looks

extension FeatureWorkbook {
  private mutating func looks() -> Worksheet {
    var sheet = Worksheet(name: "样式")
    var styles = [
      style {
        $0.font.name = "黑体"
        $0.font.size = 16
        $0.font.isBold = true
        $0.font.isItalic = true
        $0.font.isUnderlined = true
        $0.font.isStruckThrough = true
        $0.font.color = Color(rgb: 0x336699)
      },
      style { $0.fill = .solid(Color(rgb: 0xFFEB9C)) },
      style {
        $0.border.left = .thin
        $0.border.right = .medium
        $0.border.top = .double
        $0.border.bottom = .dashed
        $0.border.color = Color(rgb: 0x00FF00)
      },
      style {
        $0.alignment.horizontal = .center
        $0.alignment.vertical = .top
        $0.alignment.wrapsText = true
        $0.alignment.rotation = 45
      },
      style {
        $0.alignment.horizontal = .right
        $0.alignment.indent = 2
        $0.alignment.shrinksToFit = true
      },
      style { $0.isLocked = false },
    ]
    let formats = ["0.00", "#,##0", "0%", "0.00%", "@", "#,##0.00;[Red]-#,##0.00", "0\"台\""]
    styles += formats.map { style(format: $0) }
    sheet.rows = styles.enumerated().map { index, style in
      Row(index: index, cells: [Cell(column: 0, value: .number(1234.5), style: style)])
    }
    return sheet
  }
}

// MARK: - Page and sheet

extension FeatureWorkbook {
  private mutating func page() -> Worksheet {
    var sheet = Worksheet(name: "页面")
    sheet.rows = (0..<6).map { row in
      Row(index: row, cells: (0..<4).map { Cell(column: $0, value: .string("\(row)-\($0)")) })
    }
    sheet.rows[1].height = 30.75
    sheet.rows[3].isHidden = true
    sheet.rows.append(Row(index: 7, style: style { $0.fill = .solid(Color(rgb: 0xDDEBF7)) }))
    sheet.mergedRanges = ["A2:B3", "D5:D6"].compactMap { CellRange($0) }
    sheet.columns = [
      ColumnProperties(columns: 0...0, width: 25.5),
      ColumnProperties(columns: 2...2, isHidden: true),
      ColumnProperties(columns: 4...5, width: 12, style: style(format: "0.000")),
    ]
    sheet.defaultColumnWidth = 11.5
    sheet.defaultRowHeight = 18
    sheet.frozenPane = FrozenPane(rows: 1, columns: 1)
    sheet.page.paperSize = 9
    sheet.page.isLandscape = true
    sheet.page.fitToWidth = 1
    sheet.page.fitToHeight = 0
    sheet.page.titleRows = 0...1
    sheet.page.titleColumns = 0...0
    sheet.page.area = CellRange("A1:D6")
    sheet.page.header = "&L&\"黑体,Bold\"附件 & 说明&R&D"
    sheet.page.footer = "&C第 &P 页，共 &N 页"
    sheet.page.isCenteredHorizontally = true
    sheet.page.margins = PageMargins(left: 0.5, right: 0.6, top: 0.9, bottom: 0.8)
    sheet.page.rowBreaks = [3]
    sheet.autoFilter = CellRange("A1:D6")
    return sheet
  }
}

// MARK: - What stands beside the cells

extension FeatureWorkbook {
  /// Texts that together are longer than a rule holds.
  static let longList = (1...60).map { "第\($0)个责任单位" }

  private mutating func annotations() -> Worksheet {
    var sheet = Worksheet(name: "附注")
    var cells = [(Int, Cell)]()
    for (column, name) in ["单位", "任务数", "完成数"].enumerated() {
      cells.append((0, Cell(column: column, value: .string(name))))
      cells.append(
        (1, Cell(column: column, value: column == 0 ? .string("台") : .number(Double(column)))))
      cells.append(
        (2, Cell(column: column, value: column == 0 ? .string("所") : .number(Double(-column)))))
    }
    sheet.rows = Self.rows(cells)
    sheet.tables = [
      Table(
        name: "任务表", range: CellRange(rows: 0...2, columns: 0...2),
        columnNames: ["单位", "任务数", "完成数"], styleName: "TableStyleMedium2")
    ]
    func at(_ text: String) -> [CellRange] { [CellRange(text)].compactMap { $0 } }
    sheet.dataValidations = [
      DataValidation(
        ranges: at("E1:E9"), rule: .list(["是", "否"]), errorMessage: "只能填是或否", promptMessage: "请选择"),
      DataValidation(ranges: at("F1:F9"), rule: .list(Self.longList)),
      DataValidation(ranges: at("G1"), rule: .list(["甲,乙", "丙\"丁"])),
      DataValidation(ranges: at("H1"), rule: .whole(1...100), allowsBlank: false),
      DataValidation(ranges: at("I1"), rule: .decimal(0.5...1.5)),
      DataValidation(ranges: at("J1"), rule: .textLength(max: 20)),
      DataValidation(ranges: at("K1"), rule: .custom("K1>\"a\"")),
      DataValidation(ranges: at("L1") + at("L3:L4"), rule: .listFormula("$A$2:$A$3")),
    ]
    sheet.conditionalFormats = [
      ConditionalFormat(ranges: at("B2:B3"), rule: .dataBar(Color(rgb: 0x638EC6))),
      ConditionalFormat(
        ranges: at("C2:C3"),
        rule: .cellIs(
          .lessThan, formula: "0", font: Color(rgb: 0x9C0006), fill: Color(rgb: 0xFFC7CE))),
      ConditionalFormat(
        ranges: at("A2:A3"),
        rule: .expression("$B2<$C2", font: nil, fill: Color(rgb: 0xC6EFCE))),
    ]
    func link(_ cell: String, _ target: Hyperlink.Target, _ tip: String? = nil) -> [Hyperlink] {
      at(cell).map { Hyperlink(range: $0, target: target, tooltip: tip) }
    }
    sheet.hyperlinks =
      link("A5", .external("https://example.org/?a=1&b=2"), "网页")
      + link("A6", .external("http://example.org/路径"))
      + link("A7", .external("mailto:a@example.org")) + link("A8", .internal("'数 值'!A1"))
    sheet.comments = [
      Comment(reference: CellReference(row: 1, column: 0), author: "审核人", text: "原为 1550，\n差 6"),
      Comment(reference: CellReference(row: 2, column: 2), author: "市教育局", text: "<负数>"),
    ]
    sheet.isProtected = true
    return sheet
  }
}
