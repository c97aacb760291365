import FoundationEssentials
import ReportMatching
import ReportModel

extension Comparer {
  /// The rank of each field among the changes of a row.
  private enum Rank {
    static let unit = 20
    static let lead = 30
    static let remark = 31
    static let support = 32
    static let extra = 33

    static func of(_ field: MeasureField) -> Int {
      switch field {
      case .target: 21
      case .achieved: 22
      case .percent: 23
      }
    }
  }

  /// Compares the fields of two rows that are the same row, all but the lead.
  mutating func compareRow(_ oldRow: Int, _ newRow: Int) {
    compareMeasures(oldRow, newRow)
    let one = oldRows[oldRow]
    let other = newRows[newRow]
    compareText("remark", one.remark, other.remark, oldRow, newRow, rank: Rank.remark)
    compareText("support", one.support, other.support, oldRow, newRow, rank: Rank.support)
    compareExtras(oldRow, newRow)
  }

  private func nodes(_ oldRow: Int, _ newRow: Int) -> (Int, Int) {
    (old.node(ofRow: oldRow), new.node(ofRow: newRow))
  }

  // MARK: Unit and measures

  private mutating func compareMeasures(_ oldRow: Int, _ newRow: Int) {
    let oldUnit = oldRows[oldRow].unit
    let newUnit = newRows[newRow].unit
    if TextComparison.areSame(oldUnit.text, newUnit.text) {
      if oldUnit.isBlank,
        !TextComparison.areSame(CleanText.display(oldUnit.raw), CleanText.display(newUnit.raw))
      {
        addUnit(oldRow, newRow, level: .info)
      }
      compareAsWritten(oldRow, newRow)
      return
    }
    guard let one = oldUnit.unit, let other = newUnit.unit, one.isConvertible(to: other) else {
      addUnit(oldRow, newRow, level: .change)
      compareAsWritten(oldRow, newRow)
      return
    }
    if one.scale == other.scale {
      addUnit(oldRow, newRow, level: .info)
      compareAsWritten(oldRow, newRow)
      return
    }
    // The same quantity in another unit, where at least one measure says so.
    let agreeing = [MeasureField.target, .achieved].filter {
      let pair = values($0, oldRow, newRow)
      return MeasureComparison.areEqual(
        pair.0, pair.1, oldScale: one.scale, newScale: other.scale)
    }
    let isRescaled = agreeing.contains {
      MeasureComparison.showsScale(values($0, oldRow, newRow).0)
    }
    addUnit(oldRow, newRow, level: isRescaled ? .info : .change)
    guard isRescaled else {
      compareAsWritten(oldRow, newRow)
      return
    }
    for field in MeasureField.allCases {
      if field == .percent {
        compareMeasure(field, oldRow, newRow)
      } else if !agreeing.contains(field) {
        let (a, b) = values(field, oldRow, newRow)
        if a == .empty || b == .empty || MeasureComparison.showsScale(a)
          || MeasureComparison.showsScale(b)
        {
          compareMeasure(field, oldRow, newRow, isRescaled: true)
        } else {
          compareMeasure(field, oldRow, newRow)
        }
      }
    }
  }

  private func values(_ field: MeasureField, _ oldRow: Int, _ newRow: Int) -> (Value, Value) {
    (
      oldGroups.effective(oldRows[oldRow][field], field).value,
      newGroups.effective(newRows[newRow][field], field).value
    )
  }

  private mutating func addUnit(_ oldRow: Int, _ newRow: Int, level: ReportChange.Level) {
    let one = oldRows[oldRow].unit
    let other = newRows[newRow].unit
    var change = ReportChange(.unit, level: level, field: "unit")
    change.old = Self.shown(one.text, raw: one.raw, isInfo: level == .info)
    change.new = Self.shown(other.text, raw: other.raw, isInfo: level == .info)
    change.oldAddress = location(old, one.address)
    change.newAddress = location(new, other.address)
    let (oldNode, newNode) = nodes(oldRow, newRow)
    add(change, oldNode, newNode, rank: Rank.unit)
  }

  private mutating func compareAsWritten(_ oldRow: Int, _ newRow: Int) {
    for field in MeasureField.allCases { compareMeasure(field, oldRow, newRow) }
  }

  /// Compares one measure; a shared one that is the same cell on both sides at its first row only.
  private mutating func compareMeasure(
    _ field: MeasureField, _ oldRow: Int, _ newRow: Int, isRescaled: Bool = false
  ) {
    let written = (oldRows[oldRow][field], newRows[newRow][field])
    let one = oldGroups.effective(written.0, field)
    let other = newGroups.effective(written.1, field)
    let oldKey = oldGroups.key(written.0, field)
    let newKey = newGroups.key(written.1, field)
    let isPercentUnit =
      oldRows[oldRow].unit.text.hasSuffix("%") && newRows[newRow].unit.text.hasSuffix("%")
    let verdict =
      isRescaled
      ? .different
      : MeasureComparison.compare(one, other, field: field, isPercentUnit: isPercentUnit)
    var change = ReportChange(.value, field: field.rawValue)
    if groupPairs.areSame(oldKey, newKey) {
      if verdict == .same { return }
      if let oldKey, let shared = oldGroups.cells[oldKey] {
        guard shared.rows.first == oldRow else { return }
        change.rows = shared.rows.count
      }
    } else if verdict == .same || isSpreadOnly(oldKey, newKey) {
      change.level = .info
    }
    if verdict == .otherwise { change.level = .info }
    let isInfo = change.level == .info
    change.old = Self.shown(one.text, raw: one.raw, isInfo: isInfo)
    change.new = Self.shown(other.text, raw: other.raw, isInfo: isInfo)
    if !isInfo, !isRescaled { change.delta = MeasureComparison.delta(one.value, other.value) }
    change.oldAddress = location(old, one.address ?? oldRows[oldRow].row)
    change.newAddress = location(new, other.address ?? newRows[newRow].row)
    let (oldNode, newNode) = nodes(oldRow, newRow)
    add(change, oldNode, newNode, rank: Rank.of(field))
  }

  /// Whether a shared cell is only no longer merged on the other side: its value stands in one of
  /// the rows, and the others are blank.
  private func isSpreadOnly(_ oldKey: GroupIndex.Key?, _ newKey: GroupIndex.Key?) -> Bool {
    if let oldKey, newKey == nil, let shared = oldGroups.cells[oldKey] {
      return isSpread(
        shared, oldKey.field, rows: newRows, partners: shared.rows.map(matching.partner(ofLeftRow:))
      )
    }
    if let newKey, oldKey == nil, let shared = newGroups.cells[newKey] {
      return isSpread(
        shared, newKey.field, rows: oldRows,
        partners: shared.rows.map(matching.partner(ofRightRow:)))
    }
    return false
  }

  private func isSpread(
    _ shared: GroupIndex.Shared, _ field: MeasureField, rows: [Report.Indicator], partners: [Int?]
  ) -> Bool {
    var holders = 0
    for partner in partners {
      guard let partner, rows[partner][field].group == nil else { return false }
      let measure = rows[partner][field]
      if measure.isBlank { continue }
      guard
        case .same = MeasureComparison.compare(
          shared.measure, measure, field: field, isPercentUnit: false)
      else { return false }
      holders += 1
    }
    return holders == 1
  }

  // MARK: Texts

  private mutating func compareText(
    _ field: String, _ one: TextField, _ other: TextField, _ oldRow: Int, _ newRow: Int, rank: Int
  ) {
    compareText(
      field, (one.text, one.raw, one.address), (other.text, other.raw, other.address), oldRow,
      newRow, rank: rank)
  }

  private mutating func compareText(
    _ field: String, _ one: (text: String, raw: String, address: CellAddress?),
    _ other: (text: String, raw: String, address: CellAddress?), _ oldRow: Int, _ newRow: Int,
    rank: Int
  ) {
    var change = ReportChange(.value, field: field)
    if TextComparison.areSame(one.text, other.text) {
      guard one.text.isEmpty,
        !TextComparison.areSame(CleanText.display(one.raw), CleanText.display(other.raw))
      else { return }
      change.level = .info
    }
    change.old = Self.shown(one.text, raw: one.raw, isInfo: change.level == .info)
    change.new = Self.shown(other.text, raw: other.raw, isInfo: change.level == .info)
    change.oldAddress = location(old, one.address ?? oldRows[oldRow].row)
    change.newAddress = location(new, other.address ?? newRows[newRow].row)
    let (oldNode, newNode) = nodes(oldRow, newRow)
    add(change, oldNode, newNode, rank: rank)
  }

  private mutating func compareExtras(_ oldRow: Int, _ newRow: Int) {
    let one = oldRows[oldRow].extras
    let other = newRows[newRow].extras
    if one.isEmpty, other.isEmpty { return }
    let known = Dictionary(one.map { ($0.header, $0) }, uniquingKeysWith: { first, _ in first })
    let found = Dictionary(other.map { ($0.header, $0) }, uniquingKeysWith: { first, _ in first })
    for column in columns {
      let a = known[column.old]
      let b = found[column.new]
      if a == nil, b == nil { continue }
      compareText(
        column.new, (a?.text ?? "", a?.raw ?? "", a?.address),
        (b?.text ?? "", b?.raw ?? "", b?.address), oldRow, newRow, rank: Rank.extra)
    }
  }

  /// A text as it is told: nil for a blank; a placeholder only where it is all that differs.
  static func shown(_ text: String, raw: String, isInfo: Bool) -> String? {
    if !text.isEmpty { return text }
    let placeholder = CleanText.display(raw)
    return isInfo && !placeholder.isEmpty ? placeholder : nil
  }
}
