import Spreadsheet

/// The comparison of two sheets address by address.
struct AddressedSheetComparison {
  let old: SheetTable
  let new: SheetTable
  let options: TableDiffOptions

  /// The cells that differ, in reading order.
  var changes: [TableChange] = []
  /// How many rows there are.
  var match: TableComparison.SheetMatch

  init(old: SheetTable, new: SheetTable, options: TableDiffOptions) {
    self.old = old
    self.new = new
    self.options = options
    match = .init(
      oldSheet: old.sheet, newSheet: new.sheet, oldRows: old.rowCount, newRows: new.rowCount)
  }

  /// Runs the comparison.
  mutating func run() {
    var one = 0
    var other = 0
    while one < old.lines.count || other < new.lines.count {
      let before = one < old.lines.count ? old.lines[one].index : Int32.max
      let after = other < new.lines.count ? new.lines[other].index : Int32.max
      compare(before <= after ? one : nil, after <= before ? other : nil)
      if before == after { match.matchedRows += 1 }
      if before <= after { one += 1 }
      if after <= before { other += 1 }
    }
  }

  private mutating func compare(_ oldLine: Int?, _ newLine: Int?) {
    if let oldLine, let newLine, !options.comparesFormats,
      old.isIdentical(line: oldLine, to: newLine, of: new)
    {
      return
    }
    var left = oldLine.map { old.lines[$0].cells } ?? 0..<0
    var right = newLine.map { new.lines[$0].cells } ?? 0..<0
    guard let row = oldLine.map({ old.lines[$0].index }) ?? newLine.map({ new.lines[$0].index })
    else { return }
    while !left.isEmpty || !right.isEmpty {
      let before = left.isEmpty ? UInt16.max : old.cells[left.lowerBound].column
      let after = right.isEmpty ? UInt16.max : new.cells[right.lowerBound].column
      let column = Int(min(before, after))
      let one = before <= after ? old.cells[left.lowerBound] : nil
      let two = after <= before ? new.cells[right.lowerBound] : nil
      append(one, two, at: CellReference(row: Int(row), column: column))
      if before <= after { left = (left.lowerBound + 1)..<left.upperBound }
      if after <= before { right = (right.lowerBound + 1)..<right.upperBound }
    }
  }

  private mutating func append(_ one: TableCell?, _ two: TableCell?, at reference: CellReference) {
    let range = CellRange(reference)
    func make(_ kind: TableChange.Kind, _ before: String?, _ after: String?) {
      var change = TableChange(
        kind, sheet: new.sheet, field: CellReference.columnName(reference.column))
      change.old = before
      change.new = after
      change.oldLocation = old.location(range)
      change.newLocation = new.location(range)
      if kind == .value { change.delta = CellComparison.delta(one, two) }
      changes.append(change)
    }
    var isEqual = one == nil && two == nil
    if let one, let two { isEqual = old.holds(one, equalTo: two, of: new) }
    if !isEqual { make(.value, one.map(old.text), two.map(new.text)) }
    if options.comparesFormats, let one, let two, old.formatCode(one) != new.formatCode(two) {
      make(.format, old.formatCode(one), new.formatCode(two))
    }
  }
}
