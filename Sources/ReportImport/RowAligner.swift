import ReportModel
import Spreadsheet

/// Recognises rows whose cells slipped some columns to the side, by unit words, percents and the lead.
struct RowAligner {
  /// Where the fields of a row stand: the slots in `moved` read their cells `shift` slots further.
  struct Alignment: Hashable {
    var moved: ClosedRange<Int>
    var shift: Int

    /// The slot that holds the cell of a field's slot; nil where there is none.
    func source(of slot: Int) -> Int? {
      if moved.contains(slot) { return slot + shift }
      let sources = (moved.lowerBound + shift)...(moved.upperBound + shift)
      return sources.contains(slot) ? nil : slot
    }
  }

  enum Verdict {
    case inPlace
    case repaired(Alignment)
    /// Something is in a wrong column, but there is no proof where it belongs.
    case doubtful
  }

  private enum Kind {
    case blank, fixed, number, percent, unit, likelyUnit, organization, text, longText
  }

  private let context: ImportContext
  private let grid: TableGrid
  private let styles: CellStyles
  private let fields: [ReportField?]
  private let unitSlot, targetSlot, achievedSlot, percentSlot, leadSlot: Int?
  /// Words that stand as units elsewhere in the table.
  private var seenUnits: Set<TextKey> = []

  init(_ context: ImportContext, grid: TableGrid, styles: CellStyles) {
    self.context = context
    self.grid = grid
    self.styles = styles
    fields = grid.columns.slots.map(\.field)
    unitSlot = grid.columns.slot(of: .unit)
    targetSlot = grid.columns.slot(of: .target)
    achievedSlot = grid.columns.slot(of: .achieved)
    percentSlot = grid.columns.slot(of: .percent)
    leadSlot = grid.columns.slot(of: .lead)
  }

  /// Remembers the unit of a row that is in place.
  mutating func see(unit: String) {
    if seenUnits.count < 200 { seenUnits.insert(TextKey(unit)) }
  }

  /// Where the fields of a row stand.
  func verdict(_ offset: Int) -> Verdict {
    guard unitSlot != nil, isSuspicious(offset) else { return .inPlace }
    let kinds = grid.columns.slots.indices.map { kind(offset, $0) }
    let plain = score(kinds, nil)
    guard plain.contradictions > 0 else { return .inPlace }
    var best: (alignment: Alignment, points: Int)?
    let width = kinds.count
    for shift in [-1, 1, -2, 2, -3, 3] {
      for lower in grid.columns.named {
        for upper in lower...grid.columns.named.upperBound {
          guard lower + shift >= 0, upper + shift < width,
            unitSlot.map({ (lower...upper).contains($0) }) == true
          else { continue }
          let alignment = Alignment(moved: lower...upper, shift: shift)
          let result = score(kinds, alignment)
          guard result.contradictions == 0, result.isProven,
            result.points >= plain.points + 5
          else { continue }
          let isBetter =
            best.map { known in
              result.points > known.points
                || result.points == known.points && abs(shift) == abs(known.alignment.shift)
                  && upper - lower < known.alignment.moved.count - 1
            } ?? true
          if isBetter { best = (alignment, result.points) }
        }
      }
    }
    if let best { return .repaired(best.alignment) }
    return plain.contradictions > 1 ? .doubtful : .inPlace
  }

  // MARK: - Suspicion

  private func isSuspicious(_ offset: Int) -> Bool {
    if let slot = unitSlot, let cell = grid.ownCell(offset, slot) {
      switch cell.value {
      case .number, .boolean: return true
      case .string(let text):
        if let first = text.unicodeScalars.first, Self.isDigit(first) { return true }
        if text.utf8.count > 24 { return true }
        if text.utf8.count >= 9, context.organizations.looksLikeOrganization(text),
          !context.units.isKnown(text)
        {
          return true
        }
      case .empty, .error: break
      }
    }
    if let slot = targetSlot, case .string(let text)? = grid.ownCell(offset, slot)?.value,
      text.utf8.count <= 15, isUnit(text)
    {
      return true
    }
    if let slot = percentSlot, case .string(let text)? = grid.ownCell(offset, slot)?.value,
      !text.holds("%"), !text.holds("％"), let first = text.utf8.first, first > 0x7F
    {
      return true
    }
    if let slot = leadSlot, let cell = grid.ownCell(offset, slot) {
      switch cell.value {
      case .number: return true
      case .string(let text): return text.utf8.last == UInt8(ascii: "%") || text.ends(with: "％")
      case .empty, .boolean, .error: break
      }
    }
    return false
  }

  /// Whether a text begins with a digit, of either width.
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private func isUnit(_ text: String) -> Bool {
    context.units.isKnown(text)
  }

  private func kind(_ offset: Int, _ slot: Int) -> Kind {
    guard let cell = grid.ownCell(offset, slot) else {
      return grid.mergeNumber(offset, slot) == nil || grid.isAnchor(offset, slot) ? .blank : .fixed
    }
    if let range = grid.merge(offset, slot), range.rows.count > 1 { return .fixed }
    let content = CellContent(cell, styles: styles)
    switch content.kind {
    case .blank, .missingResult: return .blank
    case .number: return .number
    case .percent: return .percent
    case .date, .boolean, .error: return .text
    case .text: break
    }
    let text = CleanText.display(content.raw)
    if context.parser.isPlaceholder(text) { return .blank }
    if isUnit(text) { return .unit }
    switch context.parser.value(of: text) {
    case .percent: return .percent
    case .number, .bound, .compound: return .number
    case .empty: return .blank
    case .text: break
    }
    if seenUnits.contains(TextKey(text)) { return .likelyUnit }
    if context.organizations.looksLikeOrganization(text) { return .organization }
    return text.unicodeScalars.count > 12 ? .longText : .text
  }

  // MARK: - Scores

  private struct Score {
    var points = 0
    var contradictions = 0
    /// Whether the unit stands in its place, and a number or percent in one of theirs.
    var isProven = false
  }

  private func score(_ kinds: [Kind], _ alignment: Alignment?) -> Score {
    var result = Score()
    var hasUnit = false
    var hasFigure = false
    var isUsed = [Bool](repeating: false, count: kinds.count)
    for slot in grid.columns.named {
      guard let field = fields[slot] else { continue }
      let source = alignment.map { $0.source(of: slot) } ?? slot
      guard let source else { continue }
      isUsed[source] = true
      let kind = kinds[source]
      if kind == .fixed, alignment?.moved.contains(slot) == true { result.contradictions += 1 }
      let points = Self.points(kind, in: field)
      result.points += points
      if points < -1 { result.contradictions += 1 }
      if field == .unit, kind == .unit || kind == .likelyUnit { hasUnit = true }
      if field.isMeasure, kind == .number || kind == .percent { hasFigure = true }
    }
    for slot in kinds.indices where kinds[slot] != .blank && kinds[slot] != .fixed {
      // A cell that no field reads would be lost.
      if !isUsed[slot], alignment != nil || fields[slot] == nil { result.points -= 4 }
    }
    result.isProven = hasUnit && hasFigure
    return result
  }

  private static func points(_ kind: Kind, in field: ReportField) -> Int {
    switch (field, kind) {
    case (_, .blank), (_, .fixed): 0
    case (.unit, .unit): 3
    case (.unit, .likelyUnit): 2
    case (.unit, .text): 0
    case (.unit, _): -4
    case (.target, .number), (.achieved, .number): 1
    case (.target, .percent): 0
    case (.achieved, .percent): 0
    case (.target, .unit), (.achieved, .unit), (.target, .organization), (.achieved, .organization):
      -3
    case (.target, _), (.achieved, _): 0
    case (.percent, .percent): 2
    case (.percent, .number): 0
    case (.percent, .unit), (.percent, .organization): -3
    case (.percent, _): -1
    case (.lead, .organization): 2
    case (.lead, .number), (.lead, .percent), (.lead, .unit): -3
    case (.support, .number), (.support, .percent), (.support, .unit): -3
    case (.goal, .unit), (.action, .unit), (.task, .unit), (.indicator, .unit): -2
    case (.goal, .number), (.action, .number), (.task, .number), (.indicator, .number): -2
    case (.goal, .percent), (.action, .percent), (.task, .percent), (.indicator, .percent): -2
    case (.goal, _), (.action, _), (.task, _), (.indicator, _): 1
    case (.remark, .percent), (.remark, .unit): -1
    // A section counts like a name, or names would be drawn over it.
    case (.section, .text), (.section, .longText), (.sectionNumber, .text): 1
    case (.serial, .number), (.sectionNumber, .number): 1
    case (.serial, .longText), (.serial, .organization): -2
    default: 0
    }
  }
}
