import ReportModel
import Spreadsheet

/// Decides what each row below a header is.
struct RowClassifier {
  let context: ImportContext
  let grid: TableGrid
  let styles: CellStyles
  /// Keys of the title and the attachment, which pages print again.
  let titles: Set<String>
  /// Whether another table with a header follows on the sheet.
  let hasNext: Bool
  /// Roles that a profile states, by row of the sheet.
  let stated: [SheetLayout.Rows]

  private let words: LineWords
  private var shapes: [RowShape] = []
  private(set) var roles: [SheetLayout.RowRole?] = []
  private var lastMeasured = -1
  private var hasMarks = false

  init(
    _ context: ImportContext, grid: TableGrid, styles: CellStyles, titles: Set<String>,
    hasNext: Bool, stated: [SheetLayout.Rows] = []
  ) {
    self.context = context
    self.grid = grid
    self.styles = styles
    self.titles = titles
    self.hasNext = hasNext
    self.stated = stated
    words = LineWords(context: context)
  }

  /// A row as classified: shapes and roles by offset; nil for rows without anything.
  func classified() -> (shapes: [RowShape], roles: [SheetLayout.RowRole?]) {
    var run = self
    run.classify()
    return (run.shapes, run.roles)
  }

  private mutating func classify() {
    let masks = grid.columns.slots.map { $0.field.map { FieldMask($0) } ?? [] }
    shapes.reserveCapacity(grid.rows.count)
    for offset in 0..<grid.rows.count {
      shapes.append(RowShape(grid, offset, masks: masks))
      if !shapes[offset].own.isDisjoint(with: .measures) { lastMeasured = offset }
    }
    roles = Array(repeating: nil, count: shapes.count)
    var isBelowHeader = true
    for offset in shapes.indices where shapes[offset].count > 0 {
      if isBelowHeader, isMarks(offset) {
        roles[offset] = .header
        continue
      }
      isBelowHeader = false
      roles[offset] = statedRole(offset) ?? role(offset)
    }
  }

  private func statedRole(_ offset: Int) -> SheetLayout.RowRole? {
    guard !stated.isEmpty else { return nil }
    let index = grid.index(of: offset)
    let place = stated.partitioningIndex { $0.rows.upperBound >= index }
    guard place < stated.count, stated[place].rows.contains(index) else { return nil }
    return stated[place].role
  }

  // MARK: - Rows

  private func text(_ offset: Int, _ slot: Int) -> String {
    guard let cell = grid.ownCell(offset, slot) else { return "" }
    if case .string(let text) = cell.value { return CleanText.display(text) }
    return CellContent(cell, styles: styles).shown
  }

  private func isMarks(_ offset: Int) -> Bool {
    guard shapes[offset].count >= 3 else { return false }
    return grid.columns.telling.allSatisfy { slot in
      guard grid.isFilled(offset, slot) else { return true }
      return LineWords.isColumnMark(text(offset, slot))
    }
  }

  private func role(_ offset: Int) -> SheetLayout.RowRole {
    let shape = shapes[offset]
    if let line = line(offset) { return role(of: line, offset) }
    if isTotal(offset) { return .total }
    let hasUnit = shape.own.contains(FieldMask(.unit)) || shape.above.contains(FieldMask(.unit))
    if !hasUnit || shape.own.isDisjoint(with: [FieldMask(.target), FieldMask(.achieved)]) {
      let first = text(offset, shape.first)
      if first.utf8.count <= 200, first.contains(where: { $0 == "：" || $0 == ":" }),
        !MetaLine.entries(in: first).isEmpty
      {
        return .meta
      }
      if let role = words.skippedRole(first) { return role }
    }
    if isHeading(offset) { return .heading }
    return isData(offset) ? .data : .skip
  }

  private func isTotal(_ offset: Int) -> Bool {
    if mayBeTotal(offset, shapes[offset].first),
      LineWords.isTotal(text(offset, shapes[offset].first))
    {
      return true
    }
    let shape = shapes[offset]
    guard !shape.own.contains(FieldMask(.unit)) || shape.own.isDisjoint(with: .levels) else {
      return false
    }
    // 合计 may stand behind a serial or a blank section.
    for field in [ReportField.goal, .action, .task] {
      if let slot = grid.columns.slot(of: field), slot != shape.first, mayBeTotal(offset, slot),
        LineWords.isTotal(text(offset, slot))
      {
        return true
      }
    }
    return false
  }

  /// Whether a cell is short enough for a total and ends in its letters, before it is cleaned.
  private func mayBeTotal(_ offset: Int, _ slot: Int) -> Bool {
    guard case .string(let text)? = grid.ownCell(offset, slot)?.value, text.utf8.count <= 90 else {
      return false
    }
    return text.unicodeScalars.contains { $0 == "计" || $0 == "分" }
  }

  private func isData(_ offset: Int) -> Bool {
    let shape = shapes[offset]
    if !shape.own.isDisjoint(with: .measures) { return true }
    let names: FieldMask = [FieldMask(.action), FieldMask(.task), FieldMask(.indicator)]
    if !shape.own.isDisjoint(with: names) { return true }
    if shape.own.contains(FieldMask(.goal)) { return true }
    // A row that takes all its names from merged ranges and has a remark or lead of its own.
    return !shape.above.isDisjoint(with: .measures) && !shape.above.isDisjoint(with: .levels)
  }

  /// Whether a row only names what the rows below it belong to.
  private func isHeading(_ offset: Int) -> Bool {
    let shape = shapes[offset]
    guard shape.own.isDisjoint(with: .measures), shape.above.isDisjoint(with: .measures),
      !shape.continuesBelow, let level = shape.own.deepestLevel, level != .indicator,
      let next = nextFilled(offset)
    else { return false }
    let below = shapes[next]
    // Under a true heading the next row is measured, and names nothing at the heading's level.
    return !below.own.isDisjoint(with: .measures)
      && below.own.isDisjoint(with: FieldMask.levels(downTo: level))
      && below.above.isDisjoint(with: FieldMask.levels(downTo: level))
      && !below.own.isDisjoint(with: .levels)
  }

  private func nextFilled(_ offset: Int) -> Int? {
    let end = min(shapes.count, offset + 8)
    return ((offset + 1)..<max(end, offset + 1)).first { shapes[$0].count > 0 }
  }

  // MARK: - Lines

  /// A row with one text in it.
  private struct Line {
    var text: String
    var slot: Int
    /// Whether it stands over most of the table.
    var isWide: Bool
  }

  private func line(_ offset: Int) -> Line? {
    let shape = shapes[offset]
    let slot = shape.first
    guard shape.count == 1 || repeatsFirst(offset, slot) else { return nil }
    let text = text(offset, slot)
    guard !text.isEmpty else { return nil }
    let width = grid.columns.named.count
    if shape.count == 1 {
      let span = grid.merge(offset, slot)?.columns.count ?? 1
      return Line(text: text, slot: slot, isWide: span >= 3 && span * 2 >= width || span >= width)
    }
    // The same text in every cell, as some programs export a merged row.
    guard shape.count >= 3, shape.count * 2 >= width, text.utf8.count <= 200 else { return nil }
    for other in grid.columns.telling where other > slot && grid.isFilled(offset, other) {
      if self.text(offset, other) != text { return nil }
    }
    return Line(text: text, slot: slot, isWide: true)
  }

  /// Whether the next filled cell holds the same, before any text is cleaned.
  private func repeatsFirst(_ offset: Int, _ slot: Int) -> Bool {
    guard let next = grid.columns.telling.first(where: { $0 > slot && grid.isFilled(offset, $0) })
    else { return false }
    return grid.ownCell(offset, next)?.value == grid.ownCell(offset, slot)?.value
  }

  private func role(of line: Line, _ offset: Int) -> SheetLayout.RowRole {
    let text = line.text
    let field = grid.columns.slots[line.slot].field
    let isAtEdge =
      line.isWide || field == .serial || field == .section || field == .sectionNumber
      || line.slot == grid.columns.telling.first && printsGoalBelow(offset)
    if LineWords.isPage(text) { return .page }
    if LineWords.isTotal(text) { return .total }
    if let role = words.skippedRole(text) { return role }
    if isTitle(text) { return .title }
    let isLevel = field?.isLevel == true && !line.isWide
    if !isLevel || offset > lastMeasured, !MetaLine.entries(in: text).isEmpty { return .meta }
    if isSection(line, offset, isAtEdge: isAtEdge) { return .section }
    if !line.isWide, let field {
      if field == .serial, NumberedName.bareNumber(text) != nil { return .skip }
      if isHeading(offset) { return .heading }
      let isCovered = !shapes[offset].above.isDisjoint(with: .levels)
      if offset > lastMeasured, !isCovered, !FieldMask.measures.contains(FieldMask(field)) {
        return .note
      }
      if FieldMask.measures.contains(FieldMask(field)) {
        return isCovered || shapes[offset].continuesBelow ? .data : orphan(field, offset)
      }
      if field == .task || field == .indicator || field == .action || field == .goal {
        return offset < lastMeasured || isCovered ? .data : .note
      }
      return .skip
    }
    if offset > lastMeasured { return .note }
    if line.isWide, NumberedName(text).number != nil, namesGoal(offset) { return .heading }
    return line.isWide ? .section : .skip
  }

  /// A single value in a measured column without any name beside it.
  private func orphan(_ field: ReportField, _ offset: Int) -> SheetLayout.RowRole {
    field == .unit || offset < lastMeasured ? .data : .skip
  }

  private func isTitle(_ text: String) -> Bool {
    let key = CleanText.key(text)
    return titles.contains(key) || key.hasPrefix("附件") && key.count <= 5
      || titles.contains {
        $0.count > key.count && key.count >= 3 && $0.contains(key) && key.hasSuffix("表")
      }
  }

  /// Whether a line names a section: by its number, or because it stands alone over the table.
  private func isSection(_ line: Line, _ offset: Int, isAtEdge: Bool) -> Bool {
    let text = line.text
    guard text.unicodeScalars.count <= 60 else { return false }
    if context.profile.sections.row?.matches(text) == true, isAtEdge || !isHeading(offset) {
      return true
    }
    guard offset <= lastMeasured || hasNext else { return false }
    let named = NumberedName(text)
    let isCounted =
      named.number.map { number in
        !number.isEmpty && !number.allSatisfy(\.isNumber) || !number.utf8.allSatisfy { $0 < 0x80 }
      }
      ?? false
    if isCounted, !named.name.isEmpty, isAtEdge { return true }
    if text.hasPrefix("第"), isAtEdge,
      ["部分", "类", "章", "板块"].contains(where: { text.prefix(6).contains($0) })
    {
      return true
    }
    guard isAtEdge, named.number == nil || !namesGoal(offset) else { return false }
    if text.contains("。") || text.contains("；") || text.unicodeScalars.count > 40 { return false }
    if LineWords.isTitleLike(text), isAboveHeader(offset) { return false }
    if line.isWide { return offset <= lastMeasured || !isAboveHeader(offset) || hasNext }
    // Not merged: a text where serials stand.
    return NumberedName.bareNumber(text) == nil && !context.parser.isPlaceholder(text)
      && offset < lastMeasured
  }

  private func isAboveHeader(_ offset: Int) -> Bool { offset > lastMeasured && hasNext }

  /// Whether the next row has a goal of its own, so that the line is no goal.
  private func printsGoalBelow(_ offset: Int) -> Bool {
    nextFilled(offset).map { shapes[$0].own.contains(FieldMask(.goal)) && shapes[$0].count > 1 }
      ?? false
  }

  /// Whether the rows below lack a goal of their own, so that a numbered line names it.
  private func namesGoal(_ offset: Int) -> Bool {
    guard let next = nextFilled(offset) else { return false }
    let goal = FieldMask(.goal)
    return !shapes[next].own.contains(goal) && !shapes[next].above.contains(goal)
      && !shapes[next].own.isDisjoint(with: .measures)
  }
}
