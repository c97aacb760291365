/// A table for a terminal: columns aligned, Chinese characters counted as two.
struct TextTable {
  private let headers: [String]
  private let isNumeric: [Bool]
  private var rows: [[String]] = []

  /// Makes a table; numbers stand at the right of their column.
  init(_ columns: [(header: String, isNumeric: Bool)]) {
    headers = columns.map(\.header)
    isNumeric = columns.map(\.isNumeric)
  }

  /// Adds a row; control characters are escaped.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(TerminalText.escaped))
  }

  /// The lines, without spaces at their ends.
  var text: String {
    var widths = headers.map(Self.width)
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], Self.width(cell))
      }
    }
    return ([headers] + rows).map { row in
      var line = ""
      for (column, cell) in row.enumerated() where column < widths.count {
        let space = String(repeating: " ", count: max(0, widths[column] - Self.width(cell)))
        line += (column == 0 ? "" : "  ") + (isNumeric[column] ? space + cell : cell + space)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The columns that a text takes on a terminal.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
