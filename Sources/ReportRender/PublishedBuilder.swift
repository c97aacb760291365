import ReportModel
import Spreadsheet

/// Builds the sheet of the published form from the top down.
struct PublishedBuilder {
  let report: Report
  let columns: [PublishedColumn]
  var sheet: Worksheet
  var styles = PublishedStyles()
  var indicatorRows: [Int] = []
  var sectionRows: [Int?] = []
  var headerRows = 0...0
  var findings: [Diagnostic] = []
  /// Labels over several rows, for the heights: column, rows and text.
  var labels: [Label] = []
  /// The first row that is not laid out yet.
  var next = 0

  struct Label {
    let columns: ClosedRange<Int>
    let rows: ClosedRange<Int>
    let text: String
  }

  private let places: [PublishedColumn: Int]
  private var groups = PublishedGroups()

  init(_ report: Report, sheetName: String) {
    self.report = report
    columns = PublishedColumn.columns(of: report)
    var places: [PublishedColumn: Int] = [:]
    for (index, column) in columns.enumerated() { places[column] = places[column] ?? index }
    self.places = places
    sheet = Worksheet(name: sheetName)
  }

  mutating func build() {
    addHeading()
    addHeader()
    for section in report.sections { add(section) }
    for merge in groups.merges(in: report, findings: &findings) {
      guard let column = places[merge.column] else { continue }
      sheet.mergedRanges.append(CellRange(rows: merge.rows, columns: column...column))
      let shared = sheet.rows[merge.rows.lowerBound].cells[column].value
      if case .string(let text) = shared {
        labels.append(Label(columns: column...column, rows: merge.rows, text: text))
      } else {
        labels.append(Label(columns: column...column, rows: merge.rows, text: "0"))
      }
    }
    setHeights()
    setPage()
    setBreaks()
  }

  // MARK: - Above the table

  private mutating func addHeading() {
    if let attachment = report.attachment {
      addLine(attachment, style: styles.attachment, height: 18, isMerged: false)
    }
    if let title = report.title {
      addLine(title, style: styles.title, height: 36, isMerged: true)
    }
    for entry in report.meta {
      addLine("\(entry.label)：\(entry.value)", style: styles.meta, height: 18, isMerged: true)
    }
  }

  private mutating func addLine(_ text: String, style: Int, height: Double, isMerged: Bool) {
    sheet.rows.append(
      Row(
        index: next, cells: [Cell(column: 0, value: .string(text), style: style)], height: height))
    if isMerged, columns.count > 1 {
      sheet.mergedRanges.append(CellRange(rows: next...next, columns: 0...(columns.count - 1)))
    }
    next += 1
  }

  private mutating func addHeader() {
    let levels = columns.indices.filter { columns[$0].isLevel }
    guard let firstLevel = levels.first, let lastLevel = levels.last, levels.count > 1 else {
      headerRows = next...next
      sheet.rows.append(headerRow { columns[$0].header })
      next += 1
      return
    }
    headerRows = next...(next + 1)
    sheet.rows.append(
      headerRow { index in
        if index == firstLevel { return "考核指标" }
        return columns[index].isLevel ? nil : columns[index].header
      })
    next += 1
    sheet.rows.append(headerRow { columns[$0].isLevel ? columns[$0].header : nil })
    next += 1
    for index in columns.indices where !columns[index].isLevel {
      sheet.mergedRanges.append(CellRange(rows: headerRows, columns: index...index))
    }
    let top = headerRows.lowerBound
    sheet.mergedRanges.append(CellRange(rows: top...top, columns: firstLevel...lastLevel))
  }

  private func headerRow(_ text: (Int) -> String?) -> Row {
    Row(
      index: next,
      cells: columns.indices.map { index in
        Cell(
          column: index, value: text(index).map(CellValue.string) ?? .empty, style: styles.header)
      }, height: 22)
  }

  // MARK: - The table

  private mutating func add(_ section: Report.Section) {
    if let name = section.name {
      let text = section.number.map { "\($0)、\(name)" } ?? name
      let cells = columns.indices.map {
        Cell(column: $0, value: $0 == 0 ? .string(text) : .empty, style: styles.section)
      }
      sheet.rows.append(Row(index: next, cells: cells, height: 20))
      if columns.count > 1 {
        sheet.mergedRanges.append(CellRange(rows: next...next, columns: 0...(columns.count - 1)))
      }
      sectionRows.append(next)
      next += 1
    } else {
      sectionRows.append(nil)
    }
    for goal in section.goals { add(goal) }
  }

  private mutating func add(_ goal: Report.Goal) {
    let start = next
    var lead = PublishedLead()
    for (actionNumber, action) in goal.actions.enumerated() {
      let actionStart = next
      for (taskNumber, task) in action.tasks.enumerated() {
        let taskStart = next
        for indicator in task.indicators {
          addRow(of: indicator, task: task, lead: &lead)
        }
        let text = task.name ?? (taskNumber > 0 ? "/" : nil)
        if let wide = wideTask(task) {
          merge(rows: taskStart...taskStart, columns: wide, text: text)
        } else {
          addLabel(.task, text, from: taskStart)
        }
      }
      addLabel(.action, action.name ?? (actionNumber > 0 ? "/" : nil), from: actionStart)
    }
    addLabel(.goal, goal.name, from: start)
    addLabel(.serial, goal.serial, from: start)
    lead.close(before: next)
    for run in lead.runs {
      addLabel(.lead, run.text, from: run.rows.lowerBound, to: run.rows.upperBound)
    }
  }

  /// The columns of a task whose only indicator has no name of its own: task and indicator as one.
  private func wideTask(_ task: Report.Task) -> ClosedRange<Int>? {
    guard task.indicators.count == 1, task.indicators[0].name == nil, task.name != nil,
      let first = places[.task], let last = places[.indicator], first < last
    else { return nil }
    return first...last
  }

  private mutating func addRow(
    of indicator: Report.Indicator, task: Report.Task, lead: inout PublishedLead
  ) {
    lead.add(indicator.lead.text, row: next)
    groups.add(indicator, row: next)
    indicatorRows.append(next)
    var extras: [String: String] = [:]
    for extra in indicator.extras where extras[extra.header] == nil {
      extras[extra.header] = extra.text
    }
    let cells = columns.enumerated().map { index, column in
      let text: String =
        switch column {
        case .serial, .goal, .action, .task, .lead: ""
        case .indicator: indicator.name ?? ""
        case .unit: indicator.unit.text
        case .target: indicator.target.text
        case .achieved: indicator.achieved.text
        case .percent: indicator.percent.text
        case .support: indicator.support.text
        case .extra(let header): extras[header] ?? ""
        case .remark: indicator.remark.text
        }
      return cell(text, in: column, at: index)
    }
    sheet.rows.append(Row(index: next, cells: cells))
    next += 1
  }

  private func cell(_ text: String, in column: PublishedColumn, at index: Int) -> Cell {
    if text.isEmpty {
      return Cell(column: index, value: .empty, style: column.isText ? styles.text : styles.number)
    }
    switch column {
    case .serial, .target, .achieved:
      if let number = TidyTable.number(text) {
        return Cell(column: index, value: .number(number), style: styles.number)
      }
    default: break
    }
    return Cell(
      column: index, value: .string(text), style: column.isText ? styles.text : styles.centered)
  }

  // MARK: - Labels

  private mutating func addLabel(
    _ column: PublishedColumn, _ text: String?, from first: Int, to last: Int? = nil
  ) {
    guard let index = places[column], let text, first < next else { return }
    let rows = first...(last ?? next - 1)
    if rows.count > 1 {
      merge(rows: rows, columns: index...index, text: text)
    } else {
      put(text, row: first, column: index)
    }
  }

  private mutating func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>, text: String?) {
    guard let text else { return }
    put(text, row: rows.lowerBound, column: columns.lowerBound)
    sheet.mergedRanges.append(CellRange(rows: rows, columns: columns))
    labels.append(Label(columns: columns, rows: rows, text: text))
  }

  private mutating func put(_ text: String, row: Int, column: Int) {
    // Every row from the first line on is there, one array element each.
    guard sheet.rows.indices.contains(row), columns.indices.contains(column) else { return }
    sheet.rows[row].cells[column] = cell(text, in: columns[column], at: column)
  }
}
