import ReportModel
import Spreadsheet

/// Finds the headers of a sheet, however many rows they have and wherever they stand.
struct HeaderFinder {
  /// A header with the meaning of its columns.
  struct Found {
    var block: HeaderBlock
    var columns: ResolvedColumns
  }

  /// The row that came nearest to a header, for the refusal.
  struct Nearest {
    var row: Int
    var names: [String]
  }

  private let context: ImportContext
  private let sheet: Worksheet
  private let styles: CellStyles
  private let reader: HeaderBlockReader
  private(set) var found: [Found] = []
  private(set) var nearest: Nearest?
  /// Why the header that came nearest is none.
  private(set) var reason: ResolvedColumns.Flaw?

  init(_ context: ImportContext, sheet: Worksheet, merges: SheetMerges, styles: CellStyles) {
    self.context = context
    self.sheet = sheet
    self.styles = styles
    reader = HeaderBlockReader(sheet: sheet, merges: merges)
  }

  /// Looks through all rows; linear in the cells.
  mutating func run() {
    var position = 0
    while position < sheet.rows.count {
      let row = sheet.rows[position]
      position += 1
      guard mayBeHeader(row) else { continue }
      let names = knownNames(in: row)
      guard names.count >= 2 else { continue }
      if !found.isEmpty, context.profile.header.repetition == .forbidden { return }
      guard let header = header(at: row.index) else {
        if names.count > nearest?.names.count ?? 0 {
          nearest = Nearest(row: row.index, names: names)
        }
        continue
      }
      found.append(header)
      while position < sheet.rows.count,
        sheet.rows[position].index <= header.block.rows.upperBound
      {
        position += 1
      }
    }
  }

  /// Whether a row is made of texts, as headers are: rows with several numbers are looked at no more.
  private func mayBeHeader(_ row: Row) -> Bool {
    var texts = 0
    var numbers = 0
    for cell in row.cells {
      switch cell.value {
      case .empty: continue
      case .string(let text):
        if Self.looksNumeric(text) { numbers += 1 } else { texts += 1 }
      case .number, .boolean, .error: numbers += 1
      }
    }
    return texts >= 2 && numbers * 3 <= texts
  }

  private static func looksNumeric(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return isDigit(first) && (isDigit(last) || last == UInt8(ascii: "%"))
  }

  private mutating func knownNames(in row: Row) -> [String] {
    var names: [String] = []
    for cell in row.cells.prefix(HeaderBlockReader.columnLimit) {
      guard case .string(let text) = cell.value, text.utf8.count <= 120 else { continue }
      let meaning = context.lexicon.meaning(of: text)
      if !meaning.fields.isEmpty { names.append(CleanText.display(text)) }
    }
    return names
  }

  /// The header that begins at a row or has its first known texts there.
  private mutating func header(at row: Int) -> Found? {
    let start = firstRow(of: row)
    let end = lastRow(of: row, start: start)
    let block = reader.block(start...end)
    let columns = ColumnResolver(
      context, block: block, sheet: sheet, styles: styles
    ).resolve()
    if let flaw = columns.flaw {
      reason = reason ?? flaw
      return nil
    }
    return Found(block: block, columns: columns)
  }

  /// Group labels above belong to the header: cells that reach down into it, and rows of several
  /// labels right above it.
  private func firstRow(of row: Int) -> Int {
    if context.profile.header.rows != nil { return row }
    var first = row
    let floor = (found.last?.block.rows.upperBound ?? -1) + 1
    guard floor < row else { return row }
    for range in reader.merges.starting(in: max(floor, row - 3)..<row)
    where range.last.row >= row && range.last.row <= row + 3 {
      first = min(first, range.first.row)
    }
    if first == row, let above = sheet.row(at: row - 1) {
      let labels = above.cells.filter { $0.isFilled }
      let isGroupRow =
        labels.count >= 2
        && labels.allSatisfy { cell in
          guard case .string(let text) = cell.value, text.utf8.count <= 60 else { return false }
          return !text.contains("：") && !text.contains(":") && !text.contains("年")
            || context.lexicon.meaning(of: text).isKnown
        }
        && labels.contains { cell in
          let anchor = CellReference(row: row - 1, column: cell.column)
          return (reader.merges.range(at: anchor)?.columns.count ?? 1) > 1
        }
      if isGroupRow { first = row - 1 }
    }
    return first
  }

  private func lastRow(of row: Int, start: Int) -> Int {
    if let count = context.profile.header.rows { return start + max(0, count - 1) }
    var last = row
    for range in reader.merges.starting(in: start..<(row + 1)) {
      let isNarrow = range.columns.count <= 8
      if isNarrow, range.last.row > last, range.last.row <= start + 3, isText(range.first) {
        last = range.last.row
      }
    }
    while last < start + 2, isSubheader(last + 1, below: start...last) { last += 1 }
    return last
  }

  private func isText(_ cell: CellReference) -> Bool {
    sheet.cell(at: cell)?.isFilled == true
  }

  /// Whether a row holds labels only under group labels of the header above it.
  private func isSubheader(_ row: Int, below header: ClosedRange<Int>) -> Bool {
    guard let cells = sheet.row(at: row)?.cells.filter(\.isFilled), !cells.isEmpty else {
      return false
    }
    let block = reader.block(header)
    var leaves: [Int: HeaderBlock.Label] = [:]
    for column in block.columns { leaves[column.column] = column.leaf }
    var known = 0
    for cell in cells {
      guard case .string(let text) = cell.value, text.utf8.count <= 90 else { return false }
      if context.lexicon.meaning(of: text).isKnown { known += 1 }
      if let leaf = leaves[cell.column] {
        // Under a label over several columns, or one with blanks to its right.
        let isGroup =
          leaf.columns.count > 1 || (leaves[cell.column + 1] == nil && cells.count > 1)
        guard isGroup else { return false }
      }
    }
    return known * 2 >= cells.count && known > 0
      || cells.count > 1
        && cells.allSatisfy { leaves[$0.column].map { $0.columns.count > 1 } ?? false }
        && known > 0
  }
}
