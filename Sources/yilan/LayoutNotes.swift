import ProfileFile
import ReportImport
import ReportModel
import Spreadsheet

/// The comments of `explain`: what was read in each column and row.
struct LayoutNotes {
  private(set) var notes = ProfileNotes()
  private let workbook: Workbook
  private let language: Language
  private let text: CellText

  /// Rows up to which each row has its comment; beyond, a comment per row would bury the mapping.
  private static let rowLimit = 2000
  private static let width = 40

  init(_ input: ReportInput, workbook: Workbook, language: Language) {
    self.workbook = workbook
    self.language = language
    text = CellText(
      formats: workbook.styles.styles.map(\.numberFormat), dateSystem: workbook.dateSystem)
    let report = input.imported.report
    notes.head = head(input)
    let rows = report.rows
    let readings = rows.count <= Self.rowLimit ? Self.readings(of: report, rows) : nil
    for (number, layout) in input.imported.layouts.enumerated() {
      guard let sheet = workbook.sheets.first(where: { $0.name == layout.sheet }) else { continue }
      addColumns(of: layout, number, sheet)
      guard let readings else { continue }
      for run in layout.rows {
        for row in run.rows {
          let place = ProfileNotes.Place(layout: number, index: row)
          notes.rows[place] =
            readings[Key(sheet: layout.sheet, row: row)] ?? firstText(of: row, in: sheet)
        }
      }
    }
  }

  private func head(_ input: ReportInput) -> [String] {
    let report = input.imported.report
    let goals = report.sections.reduce(0) { $0 + $1.goals.count }
    let rows = report.rows.count
    func tr(_ english: String, _ chinese: String) -> String {
      language == .zh ? chinese : english
    }
    return [
      tr(
        "How \(input.file) was understood: \(report.sections.count) sections, \(goals) goals, \(rows) indicators.",
        "\(input.file) 的读法：\(report.sections.count) 个类别，\(goals) 个项目，\(rows) 个指标。"),
      tr(
        "Edit it and pass it back with --profile. Without “layouts” the layout is inferred again.",
        "可修改后用 --profile 传回；删去 layouts 则重新推断版式。"),
    ]
  }

  // MARK: - Columns

  private mutating func addColumns(
    of layout: SheetLayout, _ number: Int, _ sheet: Worksheet
  ) {
    for column in layout.columns {
      let place = ProfileNotes.Place(layout: number, index: column.column)
      for run in layout.rows where run.role == .data {
        guard let found = firstText(of: column.column, in: run.rows, of: sheet) else { continue }
        notes.columns[place] = (language == .zh ? "如 " : "such as ") + found
        break
      }
    }
  }

  private func firstText(
    of column: Int, in rows: ClosedRange<Int>, of sheet: Worksheet
  ) -> String? {
    for row in rows.prefix(50) {
      let cell = sheet.cell(at: CellReference(row: row, column: column))
      if let text = shown(cell) { return text }
    }
    return nil
  }

  // MARK: - Rows

  private struct Key: Hashable {
    let sheet: String
    let row: Int
  }

  /// What each data row was read as.
  private static func readings(of report: Report, _ rows: [ReportRow]) -> [Key: String] {
    var readings: [Key: String] = [:]
    for row in rows {
      let location = report.location(of: row.indicator.row)
      guard let sheet = location.sheet, let range = location.range else { continue }
      let names = [row.goalSerial, row.goalName, row.actionName, row.taskName, row.indicator.name]
        .compactMap { $0 }.map { TerminalText.shortened($0, to: 16) }
      let indicator = row.indicator
      let values = [
        indicator.target.text, indicator.achieved.text, indicator.percent.text,
        indicator.unit.text, indicator.lead.text,
      ].map { $0.isEmpty ? "–" : TerminalText.shortened($0, to: 16) }
      readings[Key(sheet: sheet, row: range.first.row)] =
        names.joined(separator: " > ") + " | " + values.joined(separator: " | ")
    }
    return readings
  }

  private func firstText(of row: Int, in sheet: Worksheet) -> String? {
    sheet.row(at: row)?.cells.lazy.compactMap { shown($0) }.first
  }

  private func shown(_ cell: Cell?) -> String? {
    guard let cell else { return nil }
    var row = StreamedRow()
    switch cell.value {
    case .empty: return nil
    case .string(let text): row.append(text, kind: .string, column: 0, style: cell.style)
    case .error(let text): row.append(text, kind: .error, column: 0, style: cell.style)
    case .boolean(let flag):
      row.append(flag ? "1" : "0", kind: .boolean, column: 0, style: cell.style)
    case .number(let number):
      row.append("\(number)", kind: .number, column: 0, style: cell.style)
    }
    var bytes: [UInt8] = []
    if let only = row.cells.first { text.appendShown(only, of: row, to: &bytes) }
    let shown = String(decoding: bytes, as: UTF8.self)
    return shown.isEmpty ? nil : TerminalText.shortened(shown, to: Self.width)
  }
}
