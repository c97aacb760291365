import ReportModel
import Spreadsheet

/// Reads what stands above the first table of a sheet: attachment, title, label lines, a section.
struct SheetPreamble {
  private(set) var titles: [String] = []
  private(set) var attachment: String?
  private(set) var meta: [MetaEntry] = []
  private(set) var section: ImportedRow.Section?
  private(set) var isSectionBracketed = false
  /// Lines that are neither.
  private(set) var unread: [(row: Int, role: SheetLayout.RowRole, text: String)] = []

  private let context: ImportContext
  private let words: LineWords
  private let source: Int
  private var lastTitle: CellReference?
  /// A label whose value stands in the next cell.
  private var pending: MetaEntry?

  init(_ context: ImportContext, source: Int) {
    self.context = context
    words = LineWords(context: context)
    self.source = source
  }

  /// Reads the rows above a header.
  mutating func read(_ rows: ArraySlice<Row>, styles: CellStyles) {
    for row in rows {
      if row.isHidden, context.profile.sheets.hidden == .skip { continue }
      readRow(row, styles: styles) { preamble, text, cell in
        preamble.readLine(text, at: cell)
      }
    }
    takeSection()
  }

  /// Reads a label line inside or below a table.
  mutating func readMeta(_ row: Row, styles: CellStyles) {
    readRow(row, styles: styles) { _, _, _ in }
  }

  private mutating func readRow(
    _ row: Row, styles: CellStyles,
    otherwise: (inout SheetPreamble, String, CellReference) -> Void
  ) {
    var seen: Set<String> = []
    for cell in row.cells.prefix(HeaderBlockReader.columnLimit) where cell.isFilled {
      let content = CellContent(cell, styles: styles)
      let reference = CellReference(row: row.index, column: cell.column)
      if !seen.insert(content.raw).inserted { continue }
      let shown = CleanText.display(content.shown)
      if shown.utf8.count <= 1200, readEntries(content.shown, shown: shown, at: reference) {
        continue
      }
      if let waiting = pending {
        pending = nil
        meta.append(MetaEntry(label: waiting.label, value: shown, address: address(reference)))
        continue
      }
      otherwise(&self, shown, reference)
    }
    flushPending()
  }

  private mutating func flushPending() {
    if let waiting = pending { meta.append(waiting) }
    pending = nil
  }

  private func address(_ cell: CellReference) -> CellAddress {
    CellAddress(source: source, cell: cell)
  }

  /// Whether a text is a label line; its entries are taken in.
  private mutating func readEntries(_ text: String, shown: String, at cell: CellReference) -> Bool {
    if Self.isAttachment(shown) || words.skippedRole(shown) != nil { return false }
    var entries = MetaLine.entries(in: text, allowsAnyLabel: true)
    if entries.isEmpty, let entry = statedEntry(shown) { entries = [entry] }
    guard !entries.isEmpty else { return false }
    flushPending()
    for (index, entry) in entries.enumerated() {
      let made = MetaEntry(label: entry.label, value: entry.value, address: address(cell))
      if entry.value.isEmpty, index == entries.count - 1 {
        pending = made
      } else {
        meta.append(made)
      }
    }
    return true
  }

  /// What the profile's own patterns of label lines say: 截至2025年12月31日.
  private func statedEntry(_ shown: String) -> MetaLine.Entry? {
    var bare = Substring(shown)
    while let first = bare.first, "（(".contains(first) { bare = bare.dropFirst() }
    while let last = bare.last, "）)".contains(last) { bare = bare.dropLast() }
    let text = String(bare)
    let rules: [(TextPattern?, String)] = [
      (context.profile.meta.unit, "填报单位"), (context.profile.meta.date, "填报日期"),
    ]
    for (pattern, label) in rules {
      guard let pattern, let found = pattern.capture(in: text) else { continue }
      let value = text.hasPrefix(found) ? String(text.dropFirst(found.count)) : found
      return .init(label: label, value: CleanText.display(value))
    }
    if let pattern = context.profile.meta.asOf, let found = pattern.capture(in: text),
      text.hasSuffix(found), text.count - found.count <= 3
    {
      return .init(label: "截至", value: CleanText.display(found))
    }
    // （2025年12月） says of when the figures are.
    if text.count < shown.count, text.count <= 24, text.contains("月") || text.contains("年"),
      text.first?.isNumber == true, !text.contains("表")
    {
      return .init(label: "报告期", value: text)
    }
    return nil
  }

  private mutating func readLine(_ text: String, at cell: CellReference) {
    if LineWords.isPage(text) { return }
    if Self.isAttachment(text) {
      readAttachment(text)
      return
    }
    if let role = words.skippedRole(text) {
      unread.append((cell.row, role, text))
      return
    }
    let isNumbered = context.profile.sections.row?.matches(text) == true
    if isNumbered {
      let named = NumberedName(text)
      section = ImportedRow.Section(
        number: named.number, name: named.name.isEmpty ? text : named.name, address: address(cell))
      isSectionBracketed = text.hasPrefix("（") || text.hasPrefix("(")
      return
    }
    if text.unicodeScalars.count > 80 || titles.count >= 4 {
      unread.append((cell.row, .note, text))
    } else {
      titles.append(text)
      lastTitle = cell
    }
  }

  private static func isAttachment(_ text: String) -> Bool {
    text.hasPrefix("附件") || text.hasPrefix("附表")
  }

  /// 附件2：2025年…一览表 is both.
  private mutating func readAttachment(_ text: String) {
    var rest = Substring(text).dropFirst(2)
    while let first = rest.first, first.isNumber || "一二三四五六七八九十-—".contains(first) {
      rest = rest.dropFirst()
    }
    let number = text.dropLast(rest.count)
    while let first = rest.first, "：:、.".contains(first) { rest = rest.dropFirst() }
    if attachment == nil { attachment = String(number) }
    if !rest.isEmpty { titles.append(String(rest)) }
  }

  /// A line 省重点民生实事项目 between a complete title and the header names a section.
  private mutating func takeSection() {
    guard section == nil, titles.count > 1, let last = titles.last,
      titles[titles.count - 2].hasSuffix("表"), !LineWords.isTitleLike(last),
      last.unicodeScalars.count <= 30, SheetNames.isSectionLike(last)
    else { return }
    titles.removeLast()
    section = ImportedRow.Section(name: last, address: lastTitle.map(address))
  }

  /// The title: its lines as one.
  var title: String? {
    titles.isEmpty ? nil : CleanText.display(titles.joined(separator: " "))
  }

  /// The keys of all lines, for recognising them on later pages.
  var keys: Set<String> {
    var keys = Set(titles.map(CleanText.key))
    if let title { keys.insert(CleanText.key(title)) }
    if let attachment { keys.insert(CleanText.key(attachment)) }
    return keys
  }
}
