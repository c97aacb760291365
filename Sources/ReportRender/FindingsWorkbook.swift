public import Spreadsheet

/// The submitted workbook with its findings: marked on their cells by colour and comment, and listed
/// on a last sheet with a link to each cell. Values, formulas and formats stay as they are.
public struct FindingsWorkbook: Hashable, Sendable {
  /// The workbook to send back.
  public private(set) var workbook: Workbook

  private let language: FindingsLanguage

  /// Marks the findings that are in the sheets of a workbook; linear in cells and findings.
  ///
  /// Give the findings on this one file: those of other files are listed, but marked nowhere.
  public init(
    _ submitted: Workbook, file: String? = nil, findings: [Diagnostic],
    language: FindingsLanguage = .chinese
  ) {
    workbook = submitted
    self.language = language
    let sorted = findings.sorted()
    var bySheet: [String: [Diagnostic]] = [:]
    for finding in sorted {
      guard let sheet = finding.location.sheet, finding.location.range != nil,
        file == nil || finding.location.file == nil || finding.location.file == file
      else { continue }
      bySheet[sheet, default: []].append(finding)
    }
    for index in workbook.sheets.indices {
      if let list = bySheet[workbook.sheets[index].name] { mark(list, sheet: index) }
    }
    workbook.sheets.append(
      FindingsList(sorted, file: file, language: language).sheet(in: &workbook))
  }

  // MARK: - Marks

  /// What is said about one cell.
  private struct Mark {
    var severity: Diagnostic.Severity
    var lines: [String]
  }

  private mutating func mark(_ findings: [Diagnostic], sheet index: Int) {
    var marks: [CellReference: Mark] = [:]
    for finding in findings {
      guard let range = finding.location.range else { continue }
      let line =
        "\(language.name(of: finding.severity))：\(language.message(of: finding)) [\(finding.code)]"
      var mark = marks[range.first] ?? Mark(severity: finding.severity, lines: [])
      mark.severity = max(mark.severity, finding.severity)
      mark.lines.append(line)
      marks[range.first] = mark
    }
    fill(marks, sheet: index)
    comment(marks, sheet: index)
  }

  private mutating func fill(_ marks: [CellReference: Mark], sheet index: Int) {
    var byRow: [Int: [(column: Int, severity: Diagnostic.Severity)]] = [:]
    for (reference, mark) in marks {
      byRow[reference.row, default: []].append((reference.column, mark.severity))
    }
    var rows: [Row] = []
    var pending = byRow.keys.sorted()[...]
    func style(_ style: Int, _ severity: Diagnostic.Severity) -> Int {
      var marked = workbook.styles[style]
      marked.fill = .solid(Self.color(of: severity))
      return workbook.styles.index(of: marked)
    }
    func markRow(_ row: inout Row) {
      for (column, severity) in (byRow[row.index] ?? []).sorted(by: { $0.column < $1.column }) {
        let place = row.cells.firstIndex { $0.column >= column } ?? row.cells.count
        if place < row.cells.count, row.cells[place].column == column {
          row.cells[place].style = style(row.cells[place].style, severity)
        } else {
          row.cells.insert(
            Cell(column: column, value: .empty, style: style(0, severity)), at: place)
        }
      }
    }
    for var row in workbook.sheets[index].rows {
      while let next = pending.first, next < row.index {
        pending.removeFirst()
        var added = Row(index: next)
        markRow(&added)
        rows.append(added)
      }
      if pending.first == row.index {
        pending.removeFirst()
        markRow(&row)
      }
      rows.append(row)
    }
    for next in pending {
      var added = Row(index: next)
      markRow(&added)
      rows.append(added)
    }
    workbook.sheets[index].rows = rows
  }

  private mutating func comment(_ marks: [CellReference: Mark], sheet index: Int) {
    var rest = marks
    for place in workbook.sheets[index].comments.indices {
      let reference = workbook.sheets[index].comments[place].reference
      guard let mark = rest.removeValue(forKey: reference) else { continue }
      workbook.sheets[index].comments[place].text += "\n" + mark.lines.joined(separator: "\n")
    }
    for reference in rest.keys.sorted() {
      guard let mark = rest[reference] else { continue }
      workbook.sheets[index].comments.append(
        Comment(
          reference: reference, author: "一览", text: mark.lines.joined(separator: "\n")))
    }
    workbook.sheets[index].comments.sort { $0.reference < $1.reference }
  }

  /// Red, amber and blue, light enough to read black text on.
  static func color(of severity: Diagnostic.Severity) -> Color {
    switch severity {
    case .error: Color(rgb: 0xF8CBAD)
    case .warning: Color(rgb: 0xFFE699)
    case .info: Color(rgb: 0xDDEBF7)
    }
  }
}
