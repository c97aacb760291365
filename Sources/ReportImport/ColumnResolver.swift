import ReportModel
import Spreadsheet

/// Decides what each column under a header holds: by its labels, and where these are ambiguous by
/// what stands below and by the other columns.
struct ColumnResolver {
  let context: ImportContext
  let block: HeaderBlock
  let sheet: Worksheet
  let styles: CellStyles

  private var columns: [ResolvedColumns.Column] = []
  private var meanings: [HeaderMeaning] = []
  private var isForeign: [Bool] = []
  private var contents: [Int: ColumnContent] = [:]

  init(_ context: ImportContext, block: HeaderBlock, sheet: Worksheet, styles: CellStyles) {
    self.context = context
    self.block = block
    self.sheet = sheet
    self.styles = styles
  }

  func resolve() -> ResolvedColumns {
    var run = self
    run.readLabels()
    run.assignLevels()
    if run.isMatrix() { return ResolvedColumns(columns: run.columns, flaw: .matrix) }
    run.assignCertain()
    run.assignAmbiguous()
    run.assignLikely()
    run.assignRest()
    return ResolvedColumns(columns: run.columns, flaw: run.flaw())
  }

  // MARK: - Labels

  private mutating func readLabels() {
    for column in block.columns {
      let leaf = column.leaf
      var meaning = HeaderMeaning()
      var header = leaf.text
      let isCovered = leaf.columns.count > 1 && leaf.columns.lowerBound != column.column
      if !isCovered {
        meaning = context.lexicon.meaning(of: leaf.text)
        if meaning.fields.isEmpty, !meaning.isKnownExtra { byParents(column, &meaning) }
      } else {
        header = ""
      }
      let parents = column.path.dropLast()
      let foreign = parents.contains { Self.isForeign($0.text) }
      if foreign, let parent = parents.last {
        header = parent.text + leaf.text
        meaning = HeaderMeaning()
      }
      meaning.hasPercentSign =
        meaning.hasPercentSign
        || column.path.contains { $0.text.holds("%") || $0.text.holds("％") }
      columns.append(
        ResolvedColumns.Column(
          column: column.column, field: nil, header: header,
          isKnown: meaning.isKnownExtra, isHidden: column.isHidden,
          hasPercentSign: meaning.hasPercentSign, unit: meaning.unit))
      meanings.append(meaning)
      isForeign.append(foreign)
    }
  }

  /// A label that says nothing takes the meaning of the label above it, or of both together.
  private func byParents(_ column: HeaderBlock.Column, _ meaning: inout HeaderMeaning) {
    guard let parent = column.path.dropLast().last else { return }
    let joined = context.lexicon.meaning(of: parent.text + column.leaf.text)
    if joined.isCertain {
      meaning = joined
    } else {
      let above = context.lexicon.meaning(of: parent.text)
      // Of several columns under 指标任务 only the first is the target.
      if above.isCertain, parent.columns.lowerBound == column.column, !above.means(.goal) {
        meaning = above
      } else if joined.isKnown {
        meaning = joined
      }
    }
  }

  /// Groups about something else: money spent, other years.
  private static func isForeign(_ text: String) -> Bool {
    ["投资", "资金", "经费", "上年", "去年", "同期"].contains { text.holds($0) }
  }

  // MARK: - Levels

  /// The columns under one merged 考核指标 are the levels from left to right.
  private mutating func assignLevels() {
    let rule = context.profile.rule(for: .goal)
    guard !rule.levels.isEmpty else { return }
    var best: [Int] = []
    for start in block.columns.indices {
      for label in block.columns[start].path
      where label.columns.lowerBound == block.columns[start].column && label.columns.count > 1 {
        guard context.lexicon.meaning(of: label.text).means(.goal) else { continue }
        let members = block.columns.indices.filter {
          label.columns.contains(block.columns[$0].column)
        }
        if members.count > best.count { best = members }
      }
    }
    if best.isEmpty { best = unlabelledLevels() }
    guard best.count > 1 else { return }
    assign(best, levels: rule.levels)
  }

  /// Without merged cells the levels are 考核指标 and the columns without label to its right that hold
  /// something.
  private mutating func unlabelledLevels() -> [Int] {
    guard
      let place = meanings.indices.first(where: {
        meanings[$0].isCertain && meanings[$0].means(.goal)
      })
    else { return [] }
    let first = columns[place].column
    let next = place + 1 < columns.count ? columns[place + 1].column : first
    guard next > first + 1, next - first <= 8 else { return [] }
    var members = [place]
    for column in (first + 1)..<next where content(of: column).filled > 0 {
      let at = members.count + place
      columns.insert(
        ResolvedColumns.Column(column: column, field: nil, header: "", isKnown: false), at: at)
      meanings.insert(HeaderMeaning(), at: at)
      isForeign.insert(false, at: at)
      members.append(at)
    }
    return members
  }

  private mutating func assign(_ members: [Int], levels: [ReportField]) {
    var next = 0
    for (order, index) in members.enumerated() {
      // A column of numbers in front is the serial.
      if order == 0, members.count > 2, !meanings.contains(where: { $0.means(.serial) }),
        content(of: columns[index].column).isSerial
      {
        columns[index].field = .serial
        columns[index].isKnown = true
        continue
      }
      let meaning = meanings[index]
      let isGroupLabel = meaning.means(.goal) && order == 0
      if meaning.isCertain, !meaning.fields.contains(where: \.isLevel) { continue }
      guard next < levels.count else { continue }
      var level = next
      if meaning.isCertain, !isGroupLabel,
        let stated = levels[next...].firstIndex(where: { meaning.means($0) }),
        levels.count - stated >= 1
      {
        level = stated
      }
      columns[index].field = levels[level]
      columns[index].isKnown = true
      next = level + 1
    }
  }

  // MARK: - Certain columns

  /// Whether target and result stand there again and again, as in a matrix of districts.
  private func isMatrix() -> Bool {
    func count(_ field: ReportField) -> Int {
      var seen: Set<String> = []
      var repeats = 0
      for (index, meaning) in meanings.enumerated()
      where meaning.isCertain && meaning.means(field) && !columns[index].isHidden
        && !isForeign[index] && columns[index].field == nil
      {
        if !seen.insert(CleanText.key(columns[index].header)).inserted { repeats += 1 }
      }
      return repeats
    }
    return count(.target) > 0 && (count(.achieved) > 0 || count(.percent) > 0)
  }

  private func taken(_ field: ReportField) -> Bool {
    columns.contains { $0.field == field }
  }

  private func isOpen(_ index: Int) -> Bool {
    columns[index].field == nil && !meanings[index].isKnownExtra && !isForeign[index]
  }

  private mutating func set(_ index: Int, _ field: ReportField) {
    columns[index].field = field
    columns[index].isKnown = true
  }

  private mutating func assignCertain() {
    // Visible columns first: a hidden one with the same header is a helper.
    for wantsHidden in [false, true] {
      for index in columns.indices
      where isOpen(index) && columns[index].isHidden == wantsHidden && meanings[index].isCertain
        && meanings[index].fields.count == 1
      {
        let field = meanings[index].fields[0]
        if field == .ignored || !taken(field) { set(index, field) }
      }
    }
    // 考核指标 or 项目名称 behind another goal names what is below it.
    for index in columns.indices
    where isOpen(index) && meanings[index].isCertain && meanings[index].means(.goal)
      && meanings[index].fields.count == 1 && taken(.goal) && !columns[index].isHidden
    {
      let key = CleanText.key(columns[index].header)
      let open =
        key.hasSuffix("指标")
        ? [ReportField.indicator, .task, .action] : [.action, .task, .indicator]
      if let level = open.first(where: { !means($0) }) { set(index, level) }
    }
  }

  /// Whether some column is or may be a field.
  private func means(_ field: ReportField) -> Bool {
    taken(field) || meanings.indices.contains { isOpen($0) && meanings[$0].means(field) }
  }

  // MARK: - Content

  private mutating func content(of column: Int) -> ColumnContent {
    if let known = contents[column] { return known }
    let content = ColumnContent(
      column: column, below: block.rows.upperBound, sheet: sheet, styles: styles, context: context)
    contents[column] = content
    return content
  }

  private mutating func assignAmbiguous() {
    for index in columns.indices
    where isOpen(index) && meanings[index].isCertain && meanings[index].fields.count > 1 {
      let content = content(of: columns[index].column)
      let fields = meanings[index].fields
      guard let field = choice(of: fields, index, content) else { continue }
      if !taken(field) { set(index, field) }
    }
    moveWords()
  }

  private func choice(
    of fields: [ReportField], _ index: Int, _ content: ColumnContent
  ) -> ReportField? {
    let open = fields.filter { !taken($0) }
    guard open.count > 1 else { return lastChoice(open.first, content) }
    if fields.contains(.unit), fields.contains(.lead) {
      return content.organizations > content.units ? .lead : .unit
    }
    if fields.contains(.lead), fields.contains(.support) { return .lead }
    if fields.contains(.task), fields.contains(.target) {
      let isMeasured = content.filled > 0 && content.isMostly(content.numbers + content.percents)
      return isMeasured || (content.filled == 0 && !means(.target, besides: index))
        ? .target : .task
    }
    if fields.contains(.achieved), fields.contains(.percent) {
      if meanings[index].hasPercentSign || content.filled > 0 && content.isMostly(content.percents)
      {
        return .percent
      }
      return means(.achieved, besides: index) ? .percent : .achieved
    }
    return open.first
  }

  /// The one meaning that is left, unless what stands below speaks against it.
  private func lastChoice(_ field: ReportField?, _ content: ColumnContent) -> ReportField? {
    guard let field else { return nil }
    switch field {
    case .unit: return content.organizations > content.units ? nil : field
    case .lead, .support: return content.units > content.organizations ? nil : field
    case .task:
      return content.filled > 0 && content.isMostly(content.numbers + content.percents)
        ? nil : field
    default: return field
    }
  }

  private func means(_ field: ReportField, besides index: Int) -> Bool {
    taken(field)
      || meanings.indices.contains {
        $0 != index && isOpen($0) && meanings[$0].isCertain && meanings[$0].means(field)
      }
  }

  /// A target in long words beside no task is the task, and a task in numbers is the target.
  private mutating func moveWords() {
    if !taken(.target), let index = columns.indices.first(where: { columns[$0].field == .task }),
      !block.columns.contains(where: { $0.path.count > 1 && $0.column == columns[index].column })
    {
      let content = content(of: columns[index].column)
      if content.filled > 1, content.isMostly(content.numbers + content.percents) {
        columns[index].field = .target
      }
    }
  }

  // MARK: - Likely columns

  private mutating func assignLikely() {
    for index in columns.indices where isOpen(index) && !meanings[index].isCertain {
      guard let field = meanings[index].fields.first, !taken(field), !columns[index].isHidden
      else { continue }
      set(index, field)
    }
  }

  private mutating func assignRest() {
    for index in columns.indices where columns[index].field == nil {
      let isHelper =
        columns[index].isHidden && context.profile.sheets.hidden == .skip
        && !meanings[index].isKnownExtra
      if !columns[index].header.isEmpty, !isHelper { columns[index].field = .extra }
      if meanings[index].isKnownExtra { columns[index].isKnown = true }
    }
    // Equal headers of extra columns are told apart by the labels above them.
    var seen: Set<String> = []
    for index in columns.indices where columns[index].field == .extra {
      if seen.insert(columns[index].header).inserted { continue }
      var name = columns[index].header
      if let path = block.columns.first(where: { $0.column == columns[index].column })?.path,
        path.count > 1
      {
        name = path.map(\.text).joined()
      }
      var number = 2
      let base = name
      while !seen.insert(name).inserted {
        name = "\(base)\(number)"
        number += 1
      }
      columns[index].header = name
    }
  }

  // MARK: - Verdict

  private func flaw() -> ResolvedColumns.Flaw? {
    var fields: [ReportField] = []
    for field in columns.compactMap(\.field)
    where field != .extra && field != .ignored && !fields.contains(field) {
      fields.append(field)
    }
    if fields.count < context.profile.header.minimumFields {
      return .tooFew(fields: fields.sorted())
    }
    for rule in context.profile.fields where rule.isRequired && !fields.contains(rule.field) {
      return .missing(rule.field)
    }
    guard fields.contains(where: \.isMeasure) else { return .noMeasure }
    return nil
  }
}

extension ColumnContent {
  /// Whether the column holds serial numbers.
  var isSerial: Bool { filled > 0 && serials == filled }
}
