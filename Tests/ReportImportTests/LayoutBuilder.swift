import Spreadsheet

/// Lays the model out as a workbook.
struct LayoutBuilder {
  let options: LayoutOptions
  private var sheets: [SheetSketch] = []
  private var columns: [Column] = []

  enum Column: Hashable {
    case section, serial, goal, action, task, indicator, unit, target, achieved, percent, lead,
      remark
    case helper, extra
  }

  init(_ options: LayoutOptions) {
    self.options = options
  }

  /// The rows as they should be read.
  static func expected(_ options: LayoutOptions) -> [LayoutModel.Row] {
    LayoutModel.rows.map { row in
      var row = row
      if options.serial == .absent { row.serial = "" }
      if options.sections == .sheets { row.sectionNumber = "" }
      if !options.hasIndicators {
        // Without a column of indicators every row has a task of its own.
        if !row.indicator.isEmpty { row.task += row.indicator }
        row.indicator = ""
      }
      return row
    }
  }

  mutating func workbook() -> Workbook {
    chooseColumns()
    let rows = Self.expected(options)
    var parts: [(name: String, rows: ArraySlice<LayoutModel.Row>)] = []
    switch (options.sections, options.pages) {
    case (.sheets, _): parts = [("省重点项目", rows[..<10]), ("市重点项目", rows[10...])]
    case (_, .sheets): parts = [("第1页", rows[..<4]), ("第2页", rows[4..<9]), ("第3页", rows[9...])]
    default: parts = [("Sheet1", rows[...])]
    }
    var section = ""
    for part in parts {
      var sheet = SheetSketch(name: part.name, row: options.top, left: options.left)
      if sheets.isEmpty { addTitle(&sheet) }
      let breaks =
        options.pages == .headers ? [part.rows.startIndex, 4, 9] : [part.rows.startIndex]
      for (number, start) in breaks.enumerated() {
        let end = number + 1 < breaks.count ? breaks[number + 1] : part.rows.endIndex
        addHeader(&sheet)
        addRows(rows, start..<end, &section, &sheet)
      }
      addFoot(&sheet)
      sheets.append(sheet)
    }
    var styles = StyleTable()
    for code in ["0%", "0.0%", "0.00%"] {
      var style = CellStyle()
      style.numberFormat = NumberFormat(code: code)
      _ = styles.index(of: style)
    }
    return Workbook(sheets: sheets.map { $0.worksheet() }, styles: styles)
  }

  private mutating func chooseColumns() {
    columns = [.goal, .action, .task]
    if options.serial == .column { columns.insert(.serial, at: 0) }
    if options.sections == .column { columns.insert(.section, at: 0) }
    if options.hasIndicators { columns.append(.indicator) }
    var rest: [Column] = [.unit, .target, .achieved, .percent, .lead, .remark]
    if options.hasExtra { rest.insert(.extra, at: 5) }
    if options.isReordered { rest = [.lead, .remark, .percent, .unit, .achieved, .target] }
    columns += rest
    if options.hasHelper { columns.append(.helper) }
  }

  private func addTitle(_ sheet: inout SheetSketch) {
    guard options.hasTitle else { return }
    sheet.put(.string("附件2"), at: 0)
    sheet.next()
    sheet.put(.string("2025年洪江市重点民生实事项目完成情况一览表"), at: 0)
    sheet.merge(columns: columns.count)
    sheet.next()
    sheet.put(.string("填报单位：市政府办    填报日期：2025年12月31日"), at: 0)
    sheet.next()
  }

  private func header(_ column: Column) -> String {
    switch column {
    case .section: "类 别"
    case .serial: "序 号"
    case .goal: options.hasTwoHeaderRows ? "项目" : "实事\n项目"
    case .action: "工作举措"
    case .task: "任务内容"
    case .indicator: "指标名称"
    case .unit: "单位"
    case .target: "目标任务"
    case .achieved: "已完成数"
    case .percent: options.percents == .points ? "进度（％）" : "占任务数"
    case .lead: "责任\n单位"
    case .remark: "备 注"
    case .helper: ""
    case .extra: "完成时限"
    }
  }

  private func addHeader(_ sheet: inout SheetSketch) {
    let levels = columns.indices.filter {
      [.goal, .action, .task, .indicator].contains(columns[$0])
    }
    if options.hasTwoHeaderRows {
      for (place, column) in columns.enumerated() where !levels.contains(place) {
        let text = header(column)
        if !text.isEmpty { sheet.put(.string(text), at: place) }
        sheet.merge(at: place, rows: 2)
      }
      sheet.put(.string("考核指标"), at: levels[0])
      sheet.merge(at: levels[0], columns: levels.count)
      sheet.next()
      for place in levels { sheet.put(.string(header(columns[place])), at: place) }
      sheet.next()
    } else {
      for (place, column) in columns.enumerated() where column != .helper {
        sheet.put(.string(header(column)), at: place)
      }
      sheet.next()
    }
    if options.hasMarks {
      for place in columns.indices where columns[place] != .helper {
        sheet.put(.string(place < 4 ? ["甲", "乙", "丙", "丁"][place] : String(place - 3)), at: place)
      }
      sheet.next()
    }
  }

  private func addFoot(_ sheet: inout SheetSketch) {
    if options.hasTotals {
      sheet.put(.string("合  计"), at: 0)
      for (place, column) in columns.enumerated() where column == .target {
        sheet.put(.number(9999), at: place)
      }
      sheet.next()
    }
    if options.hasNotes {
      sheet.next()
      sheet.put(.string("注：数据截至12月底。"), at: 0)
      sheet.merge(columns: columns.count)
      sheet.next()
      sheet.put(.string("填表人：张三"), at: 0)
      sheet.put(.string("审核人：李四"), at: 2)
      sheet.next()
    }
  }

  // MARK: - Rows

  private mutating func addRows(
    _ rows: [LayoutModel.Row], _ range: Range<Int>, _ section: inout String,
    _ sheet: inout SheetSketch
  ) {
    var previous: LayoutModel.Row?
    for index in range {
      let row = rows[index]
      if row.section != section {
        section = row.section
        addSection(row, &sheet)
        previous = nil
      }
      for (place, column) in columns.enumerated() {
        if column == .helper { sheet.put(.string("k\(index)"), at: place) }
        guard let value = cell(column, row, previous) else {
          if options.labels == .merged, label(column, row) != nil, previous != nil {
            sheet.extend(at: place)
          }
          continue
        }
        if row.isShared, column == .achieved || column == .percent {
          sheet.extend(at: place)
          continue
        }
        let isMoved = options.isShifted && row.section == "市重点项目"
        let moves: [Column] = [.unit, .target, .achieved, .percent]
        sheet.put(
          value, at: isMoved && moves.contains(column) ? place - 1 : place,
          style: column == .percent ? percentStyle(row.percent) : 0)
      }
      sheet.next()
      previous = row
    }
  }

  private func addSection(_ row: LayoutModel.Row, _ sheet: inout SheetSketch) {
    switch options.sections {
    case .row: sheet.put(.string("\(row.sectionNumber)、\(row.section)"), at: 0)
    case .loneRow: sheet.put(.string("\(row.sectionNumber)、 \(row.section)"), at: 0)
    case .bracketRow: sheet.put(.string("（\(row.sectionNumber)）\(row.section)"), at: 0)
    case .column, .sheets: return
    }
    if options.sections == .row { sheet.merge(columns: columns.count) }
    if options.hasHelper { sheet.put(.string("k"), at: columns.count - 1) }
    sheet.next()
  }

  /// What identifies a label, and so where it goes on.
  private func label(_ column: Column, _ row: LayoutModel.Row) -> [String]? {
    switch column {
    case .section: [row.section]
    case .serial, .goal: [row.section, row.serial, row.goal]
    case .action: [row.section, row.goal, row.action]
    case .task: [row.section, row.goal, row.action, row.task]
    case .lead: [row.section, row.goal, row.lead]
    default: nil
    }
  }

  private func cell(
    _ column: Column, _ row: LayoutModel.Row, _ previous: LayoutModel.Row?
  ) -> CellValue? {
    if let key = label(column, row), options.labels != .repeated, let previous,
      label(column, previous) == key
    {
      return nil
    }
    switch column {
    case .section: return .string("\(row.sectionNumber)、\(row.section)")
    case .serial:
      return options.numbers == .numbers ? .number(Double(row.serial) ?? 0) : .string(row.serial)
    case .goal:
      return .string(options.serial == .inName ? "\(row.serial).\(row.goal)" : spaced(row.goal))
    case .action: return .string(spaced(row.action))
    case .task: return .string(spaced(row.task))
    case .indicator: return row.indicator.isEmpty ? nil : .string(row.indicator)
    case .unit: return .string(row.unit)
    case .target: return measure(row.target)
    case .achieved: return row.isShared ? .empty : measure(row.achieved)
    case .percent: return row.isShared ? .empty : percent(row.percent)
    case .lead: return .string(spaced(row.lead))
    case .remark: return row.remark.isEmpty ? nil : .string(row.remark)
    case .extra: return .string("12月底")
    case .helper: return nil
    }
  }

  /// White space inside a name, as line breaks in narrow cells leave it.
  private func spaced(_ text: String) -> String {
    guard options.hasSpaces, text.count > 3 else { return text }
    let middle = text.index(text.startIndex, offsetBy: 2)
    return String(text[..<middle]) + (text.count % 2 == 0 ? "\n" : " 　") + text[middle...]
  }

  private func measure(_ text: String) -> CellValue {
    guard let number = Double(text) else { return .string(text) }
    switch options.numbers {
    case .numbers: return .number(number)
    case .texts: return .string(text)
    case .fullWidth:
      return .string(
        String(
          String.UnicodeScalarView(
            text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 })))
    case .grouped: return .string(text == "2034" ? "2,034" : text)
    }
  }

  private func percent(_ text: String) -> CellValue {
    let number = Double(text.dropLast()) ?? 0
    switch options.percents {
    case .text: return .string(text)
    case .points: return .number(number)
    case .formatted: return .number(number / 100)
    }
  }

  /// The style whose format shows as many decimals as the text has.
  private func percentStyle(_ text: String) -> Int {
    guard options.percents == .formatted else { return 0 }
    return 1 + (text.dropLast().split(separator: ".").dropFirst().first?.count ?? 0)
  }
}
