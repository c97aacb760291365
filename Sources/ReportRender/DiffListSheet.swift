import ReportDiff
import Spreadsheet

/// The sheet with the list of changes: a summary, a legend, and one row for each change.
struct DiffListSheet {
  let words: DiffVocabulary
  /// The sheet that the links lead to.
  let tableName: String

  private static let headerRow = 3

  private var headers: [(name: String, width: Double)] {
    let language = words.language
    return [
      (language("Kind", "类型"), 10), (language("Section", "类别"), 18),
      (language("Goal", "项目"), 22), (language("Action", "举措"), 24),
      (language("Task", "任务内容"), 36), (language("Indicator", "指标"), 18),
      (language("Field", "内容"), 12), (language("Old", "原"), 24), (language("New", "现"), 24),
      (language("Difference", "差额"), 10), (language("Rows", "指标数"), 8),
      (language("Note", "说明"), 26), (language("Old cell", "原位置"), 26),
      (language("New cell", "现位置"), 26),
    ]
  }

  /// The colour of a mark.
  static func color(of style: DiffMarks.Style) -> Color {
    switch style {
    case .info: Color(rgb: 0xECEFF3)
    case .moved: Color(rgb: 0xDBE8FD)
    case .changed: Color(rgb: 0xFFF1C4)
    case .added: Color(rgb: 0xD7F3DD)
    case .deleted: Color(rgb: 0xFBDCDC)
    }
  }

  /// The sheet; `place` gives the cell that shows a change.
  func sheet(
    _ changes: [ReportChange], summary: String, styles: inout StyleTable,
    place: (ReportChange) -> CellReference?
  ) -> Worksheet {
    var sheet = Worksheet(name: words.language("List of changes", "变化清单"))
    sheet.columns = headers.enumerated().map {
      ColumnProperties(columns: $0.offset...$0.offset, width: $0.element.width)
    }
    var bold = CellStyle()
    bold.font.isBold = true
    bold.font.size = 13
    sheet.rows.append(
      Row(
        index: 0, cells: [Cell(column: 0, value: .string(summary), style: styles.index(of: bold))]))
    sheet.rows.append(legend(&styles))
    var head = CellStyle()
    head.font.isBold = true
    head.fill = .solid(Color(rgb: 0xE7ECF3))
    head.border = Border(all: .thin)
    head.alignment.horizontal = .center
    head.alignment.vertical = .center
    let headStyle = styles.index(of: head)
    sheet.rows.append(
      Row(
        index: Self.headerRow,
        cells: headers.enumerated().map {
          Cell(column: $0.offset, value: .string($0.element.name), style: headStyle)
        }))
    var plain = CellStyle()
    plain.border = Border(all: .thin)
    plain.alignment.wrapsText = true
    plain.alignment.vertical = .top
    let plainStyle = styles.index(of: plain)
    for (number, change) in changes.enumerated() {
      let row = Self.headerRow + 1 + number
      var kind = plain
      kind.fill = .solid(Self.color(of: style(of: change)))
      sheet.rows.append(self.row(change, at: row, plainStyle, kind: styles.index(of: kind)))
      if let cell = place(change) {
        sheet.hyperlinks.append(
          Hyperlink(
            range: CellRange(CellReference(row: row, column: headers.count - 1)),
            target: .internal("'\(tableName)'!\(cell)")))
      }
    }
    sheet.frozenPane = FrozenPane(rows: Self.headerRow + 1, columns: 0)
    sheet.page = .list(header: Self.headerRow...Self.headerRow)
    sheet.page.footer = "&C&P / &N"
    sheet.autoFilter = CellRange(
      rows: Self.headerRow...(Self.headerRow + changes.count), columns: 0...(headers.count - 1))
    return sheet
  }

  private func legend(_ styles: inout StyleTable) -> Row {
    let language = words.language
    let keys: [(DiffMarks.Style, String)] = [
      (.changed, language("changed", "有变化")), (.added, language("added", "新增")),
      (.deleted, language("deleted", "删除")), (.moved, language("moved", "移动")),
    ]
    return Row(
      index: 1,
      cells: keys.enumerated().map { column, key in
        var style = CellStyle()
        style.fill = .solid(Self.color(of: key.0))
        style.border = Border(all: .thin)
        style.alignment.horizontal = .center
        return Cell(column: column, value: .string(key.1), style: styles.index(of: style))
      })
  }

  private func style(of change: ReportChange) -> DiffMarks.Style {
    if change.level == .info { return .info }
    switch change.kind {
    case .add, .columnAdd: return .added
    case .delete, .columnDelete: return .deleted
    case .move, .reorder: return .moved
    case .value, .unit, .lead, .rename, .sectionRename: return .changed
    }
  }

  private func row(_ change: ReportChange, at index: Int, _ plain: Int, kind: Int) -> Row {
    let phrase = DiffPhrase(change, words)
    let path = change.newPath ?? change.oldPath ?? []
    var cells = [Cell(column: 0, value: .string(words.name(of: change.kind)), style: kind)]
    func add(_ value: CellValue) {
      cells.append(Cell(column: cells.count, value: value, style: plain))
    }
    func add(_ text: String?) {
      add(text.map(CellValue.string) ?? .empty)
    }
    for level in 0..<5 { add(level < path.count ? path[level] : nil) }
    add(change.field.map(words.name(ofField:)))
    add(phrase.old)
    add(phrase.new)
    add(change.delta.map { ($0.hasPrefix("-") ? "" : "+") + $0 })
    add(.number(Double(change.rows)))
    let info = change.level == .info ? [words.language("only in form", "仅写法不同")] : []
    let counted = words.rows(change.rows)
    let notes = phrase.notes.filter {
      $0 != counted && $0 != change.delta && $0 != "+" + (change.delta ?? "")
    }
    add((info + notes).joined(separator: words.language("; ", "；")))
    add(change.oldAddress?.description)
    add(change.newAddress?.description)
    return Row(index: index, cells: cells)
  }
}
