import Spreadsheet
import TableDiff

/// A sheet written as rows of texts: numbers as number cells, `'12` as text, empty texts as blanks.
func sheet(
  _ rows: [[String]], named name: String = "Sheet1", file: String = "a.xlsx", from first: Int = 0,
  style: Int = 0, formats: [String] = ["General"]
) throws -> SheetTable {
  var builder = SheetTableBuilder(
    file: file, sheet: name, formats: formats.map(NumberFormat.init(code:)))
  for (index, texts) in rows.enumerated() {
    var row = StreamedRow()
    row.reset(index: index + first)
    for (column, text) in texts.enumerated() where !text.isEmpty {
      if text.first == "'" {
        row.append(Array(text.utf8.dropFirst()), kind: .string, column: column, style: style)
      } else if Double(text) != nil {
        row.append(Array(text.utf8), kind: .number, column: column, style: style)
      } else {
        row.append(Array(text.utf8), kind: .string, column: column, style: style)
      }
    }
    try builder.append(row)
  }
  return builder.table
}

/// A change in a few words, such as `value 数量: 3 -> 4`.
func brief(_ comparison: TableComparison) -> [String] {
  comparison.changes.map { change in
    let level = change.level == .info ? "(info) " : ""
    let field = change.field.map { " \($0)" } ?? ""
    let key = change.key.isEmpty ? "" : " [\(change.key.joined(separator: "|"))]"
    var text = "\(level)\(change.kind.rawValue)\(field)\(key)"
    if change.old != nil || change.new != nil {
      text += ": \(change.old ?? "nil") -> \(change.new ?? "nil")"
    }
    switch change.kind {
    case .add, .delete: text += ": " + change.row.map(\.text).joined(separator: ",")
    case .move:
      let rows = [change.oldLocation, change.newLocation].map {
        String(($0?.range?.first.row ?? -1) + 1)
      }
      text += ": \(rows[0]) -> \(rows[1])"
    default: break
    }
    return text
  }
}

/// A generator of numbers that is the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
