public import ReportMerge
import ReportModel
public import Spreadsheet

/// A merge as a workbook: an overview, then a sheet for each unit with something to decide, ready to
/// be sent to that unit.
public enum MergeLogWorkbook {
  /// The workbook.
  public static func workbook(
    of result: MergeResult, language: MergeLanguage = .chinese
  ) -> Workbook {
    let words = MergeWords(language: language)
    var styles = MergeLogStyles()
    var sheets = [overview(result, words, &styles)]
    var names: Set<String> = [sheets[0].name.lowercased()]
    for group in MergeOutline(result).groups {
      let name = sheetName(group.unit ?? words.several, taken: &names)
      sheets.append(sheet(name, group, words, &styles))
    }
    return Workbook(sheets: sheets, styles: styles.table)
  }

  private static func overview(
    _ result: MergeResult, _ words: MergeWords, _ styles: inout MergeLogStyles
  ) -> Worksheet {
    var sheet = Worksheet(name: words.language("Overview", "总览"))
    var rows: [[MergeLogCell]] = [
      [.init(words.title, styles.title)], [.init(words.summary(result), 0)], [],
      words.unitHeaders.map { .init($0, styles.header) },
    ]
    for unit in result.units {
      rows.append([
        .init(unit.unit, styles.plain), .init(words.name(of: unit.state), styles.plain),
        .init(unit.ownedRows, style: styles.count), .init(unit.filledRows, style: styles.count),
        .init(unit.conflictCount, style: styles.count),
        .init(unit.files.joined(separator: "\n"), styles.plain),
      ])
    }
    func list(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      rows += [[], [.init(title, styles.header)]] + items.map { [.init($0, styles.plain)] }
    }
    list(words.missing, result.missing)
    list(words.unreadable, result.unreadable)
    if !result.infos.isEmpty {
      rows += [[], [.init(words.infos, styles.header)]]
      for info in result.infos {
        rows.append(
          [
            words.name(of: info.kind), MergeOutline.name(info.path, file: info.file),
            info.field.map { words.name(of: $0) } ?? "",
            info.values.compactMap(\.value).first ?? "",
            info.values.map(\.location.description).joined(separator: "\n"),
          ].map { .init($0, styles.plain) })
      }
    }
    fill(&sheet, rows, widths: [24, 36, 12, 14, 28, 40])
    return sheet
  }

  private static func sheet(
    _ name: String, _ group: MergeOutline.Group, _ words: MergeWords,
    _ styles: inout MergeLogStyles
  ) -> Worksheet {
    var sheet = Worksheet(name: name)
    var rows: [[MergeLogCell]] = [
      [.init("\(group.unit ?? words.several) · \(words.conflicts)", styles.title)],
      words.conflictHeaders.map { .init($0, styles.header) },
    ]
    for conflict in group.conflicts {
      let first = rows.count
      for (place, value) in conflict.values.enumerated() {
        let isFirst = place == 0
        rows.append([
          .init(isFirst ? words.name(of: conflict.kind) : "", styles.plain),
          .init(
            isFirst ? MergeOutline.name(conflict.path, file: conflict.file) : "", styles.plain),
          .init(isFirst ? conflict.field.map { words.name(of: $0) } ?? "" : "", styles.plain),
          .init(value.value ?? words.blank, value.isPlan ? styles.planned : styles.sent),
          .init(
            value.location.description + (value.isPlan ? "（\(words.plan)）" : ""), styles.plain),
          .init(isFirst ? conflict.detail ?? "" : "", styles.plain),
        ])
      }
      guard rows.count - first > 1 else { continue }
      for column in [0, 1, 2, 5] {
        sheet.mergedRanges.append(
          CellRange(rows: first...(rows.count - 1), columns: column...column))
      }
    }
    fill(&sheet, rows, widths: [20, 48, 12, 20, 36, 24])
    sheet.frozenPane = FrozenPane(rows: 2)
    sheet.page.titleRows = 0...1
    return sheet
  }

  private static func fill(
    _ sheet: inout Worksheet, _ rows: [[MergeLogCell]], widths: [Double]
  ) {
    for (index, cells) in rows.enumerated() where !cells.isEmpty {
      sheet.rows.append(
        Row(
          index: index,
          cells: cells.enumerated().map { column, cell in
            Cell(column: column, value: cell.value, style: cell.style)
          }))
    }
    sheet.columns = widths.enumerated().map {
      ColumnProperties(columns: $0.offset...$0.offset, width: $0.element)
    }
    sheet.page = .list(header: nil)
  }

  /// A name that a sheet can have and no other has: at most 31 UTF-16 units, none of `[]:*?/\`.
  static func sheetName(_ text: String, taken: inout Set<String>) -> String {
    var name = ""
    for character in text where name.utf16.count + String(character).utf16.count <= 26 {
      name.append("[]:*?/\\'".contains(character) || character.isNewline ? "_" : character)
    }
    if name.isEmpty { name = "_" }
    var unique = name
    var count = 1
    while !taken.insert(unique.lowercased()).inserted {
      count += 1
      unique = "\(name)(\(count))"
    }
    return unique
  }
}

/// A cell of a log: always text, but for counts.
struct MergeLogCell {
  var value: CellValue
  var style: Int

  init(_ text: String, _ style: Int) {
    value = text.isEmpty ? .empty : .string(text)
    self.style = style
  }

  init(_ number: Int, style: Int = 0) {
    value = .number(Double(number))
    self.style = style
  }
}

/// The styles of a log.
struct MergeLogStyles {
  private(set) var table = StyleTable()
  let title, header, plain, count, sent, planned: Int

  init() {
    var style = CellStyle()
    style.font.isBold = true
    style.font.size = 14
    title = table.index(of: style)
    style = CellStyle()
    style.font.isBold = true
    style.fill = .solid(Color(rgb: 0xE8EEF7))
    style.border = Border(all: .thin)
    header = table.index(of: style)
    style = CellStyle()
    style.alignment.wrapsText = true
    style.alignment.vertical = .top
    style.numberFormat = NumberFormat(code: "@")
    plain = table.index(of: style)
    var number = CellStyle()
    number.alignment.vertical = .top
    count = table.index(of: number)
    style.fill = .solid(Color(rgb: 0xFFF1C4))
    sent = table.index(of: style)
    style.fill = .solid(Color(rgb: 0xECEFF3))
    planned = table.index(of: style)
  }
}
