import FoundationEssentials
import Spreadsheet

/// Compares single cells of two tables and makes the changes.
struct CellComparison {
  let old: SheetTable
  let new: SheetTable
  let comparesFormats: Bool

  /// Appends what differs between two rows in one pair of columns.
  func compare(
    _ oldLine: Int, _ newLine: Int, _ pair: ColumnPair, level: TableChange.Level = .change,
    field: () -> String, key: () -> [String], into changes: inout [TableChange]
  ) {
    let one = old.position(line: oldLine, column: pair.old).map { old.cells[$0] }
    let two = new.position(line: newLine, column: pair.new).map { new.cells[$0] }
    var isEqual = one == nil && two == nil
    if let one, let two { isEqual = old.holds(one, equalTo: two, of: new) }
    if !isEqual {
      var change = TableChange(.value, level: level, sheet: new.sheet, field: field())
      change.key = key()
      change.old = one.map(old.text)
      change.new = two.map(new.text)
      change.delta = Self.delta(one, two)
      change.oldLocation = old.location(line: oldLine, column: pair.old)
      change.newLocation = new.location(line: newLine, column: pair.new)
      changes.append(change)
    }
    guard comparesFormats, let one, let two, old.formatCode(one) != new.formatCode(two) else {
      return
    }
    var change = TableChange(.format, sheet: new.sheet, field: field())
    change.key = key()
    change.old = old.formatCode(one)
    change.new = new.formatCode(two)
    change.oldLocation = old.location(line: oldLine, column: pair.old)
    change.newLocation = new.location(line: newLine, column: pair.new)
    changes.append(change)
  }

  /// The difference of two numbers by their decimal digits: 0.3 − 0.1 is 0.2.
  static func delta(_ old: TableCell?, _ new: TableCell?) -> String? {
    guard let old, let new, old.kind == .number, new.kind == .number,
      let before = Decimal(string: Double(bitPattern: old.payload).description),
      let after = Decimal(string: Double(bitPattern: new.payload).description)
    else { return nil }
    let difference = after - before
    return difference.isNaN ? nil : difference.description
  }
}
