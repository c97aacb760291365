import Spreadsheet

/// The last sheet of a checked workbook: the list of findings with a link to each cell.
struct FindingsList {
  private let findings: [Diagnostic]
  private let file: String?
  private let language: FindingsLanguage

  init(_ findings: [Diagnostic], file: String?, language: FindingsLanguage) {
    self.findings = findings
    self.file = file
    self.language = language
  }

  private static let widths: [Double] = [8, 26, 14, 10, 64, 22, 22]

  func sheet(in workbook: inout Workbook) -> Worksheet {
    let styles = Styles(&workbook.styles)
    var sheet = Worksheet(name: name(in: workbook))
    let counts = Diagnostic.Severity.allCases.map { severity in
      findings.count { $0.severity == severity }
    }
    let summary = language.summary(errors: counts[2], warnings: counts[1], infos: counts[0])
    sheet.rows.append(
      Row(index: 0, cells: [Cell(column: 0, value: .string(summary), style: styles.title)]))
    sheet.rows.append(
      Row(
        index: 1,
        cells: language.headers.enumerated().map {
          Cell(column: $0, value: .string($1), style: styles.header)
        }))
    let known = Set(workbook.sheets.map(\.name))
    for (number, finding) in findings.enumerated() {
      add(finding, row: number + 2, styles: styles, known: known, to: &sheet)
    }
    let last = findings.count + 1
    sheet.frozenPane = FrozenPane(rows: 2)
    sheet.autoFilter = CellRange(rows: 1...last, columns: 0...(language.headers.count - 1))
    sheet.columns = Self.widths.enumerated().map {
      ColumnProperties(columns: $0...$0, width: $1)
    }
    sheet.page = .list(header: 1...1)
    return sheet
  }

  private func add(
    _ finding: Diagnostic, row: Int, styles: Styles, known: Set<String>, to sheet: inout Worksheet
  ) {
    let isHere = file == nil || finding.location.file == nil || finding.location.file == file
    let place = finding.location.range?.description
    let texts = [
      language.name(of: finding.severity), finding.code,
      isHere ? finding.location.sheet : finding.location.description, place,
      language.message(of: finding), finding.expected, finding.actual,
    ]
    var cells: [Cell] = []
    var lines = 1
    for (column, text) in texts.enumerated() {
      let style =
        switch column {
        case 0: styles.severity[finding.severity] ?? styles.text
        case 3: styles.link
        default: styles.text
        }
      guard let text, !text.isEmpty else {
        cells.append(Cell(column: column, value: .empty, style: styles.text))
        continue
      }
      cells.append(Cell(column: column, value: .string(text), style: style))
      let room = max(Int(Self.widths[column]) - 2, 2)
      lines = max(lines, TextWidth.lines(of: text.utf8Span.span, width: room))
    }
    // Programs differ in whether they open up a row for its lines.
    let height = lines > 1 ? min(Double(lines) * 15, 409) : nil
    sheet.rows.append(Row(index: row, cells: cells, height: height))
    guard isHere, let place, let name = finding.location.sheet, known.contains(name) else { return }
    let quoted = "'" + name.replacing("'", with: "''") + "'!" + place
    sheet.hyperlinks.append(
      Hyperlink(
        range: CellRange(CellReference(row: row, column: 3)), target: .internal(quoted)))
  }

  /// The name of the list, with a number where the workbook has such a sheet already.
  private func name(in workbook: Workbook) -> String {
    let taken = Set(workbook.sheets.map { $0.name.lowercased() })
    var name = language.sheetName
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(language.sheetName)\(number)"
      number += 1
    }
    return name
  }

  private struct Styles {
    let title, header, text, link: Int
    var severity: [Diagnostic.Severity: Int] = [:]

    init(_ table: inout StyleTable) {
      var style = CellStyle()
      style.font.isBold = true
      title = table.index(of: style)
      style.fill = .solid(Color(rgb: 0xE8EEF7))
      style.border = Border(all: .thin)
      header = table.index(of: style)
      style = CellStyle()
      style.border = Border(all: .thin)
      style.alignment.wrapsText = true
      style.alignment.vertical = .top
      style.numberFormat = NumberFormat(code: "@")
      text = table.index(of: style)
      var linked = style
      linked.font.color = Color(rgb: 0x0563C1)
      linked.font.isUnderlined = true
      link = table.index(of: linked)
      for value in Diagnostic.Severity.allCases {
        style.fill = .solid(FindingsWorkbook.color(of: value))
        severity[value] = table.index(of: style)
      }
    }
  }
}
