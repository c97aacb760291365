import ReportModel
import Spreadsheet

/// Writes one layout, with what was read beside each column and row as comments.
struct LayoutWriter {
  private(set) var text = ""
  private let number: Int
  private let notes: ProfileNotes

  init(_ layout: SheetLayout, number: Int, notes: ProfileNotes) {
    self.number = number
    self.notes = notes
    text += "  - sheet: \(YAMLText.scalar(layout.sheet))\n"
    if let header = layout.header { text += "    header: \(Self.rows(header))\n" }
    text += layout.columns.isEmpty ? "    columns: {}\n" : "    columns:\n"
    for column in layout.columns { add(column) }
    if !layout.rows.isEmpty { text += "    rows:\n" }
    for run in layout.rows { add(run) }
  }

  private mutating func add(_ column: SheetLayout.Column) {
    var letters = CellReference(row: 0, column: column.column).description
    letters.removeLast()
    var line = "      \(Self.key(letters)): "
    line +=
      column.header.isEmpty
      ? column.field.rawValue
      : "{field: \(column.field.rawValue), header: \(YAMLText.scalar(column.header))}"
    add(line, notes.columns[ProfileNotes.Place(layout: number, index: column.column)])
  }

  /// A run of rows is one line, or one line per row where there is something to say about them.
  private mutating func add(_ run: SheetLayout.Rows) {
    var start: Int?
    for row in run.rows {
      guard let note = notes.rows[ProfileNotes.Place(layout: number, index: row)] else {
        if start == nil { start = row }
        continue
      }
      if let first = start {
        add("      \(Self.rows(first...(row - 1))): \(run.role.rawValue)", nil)
        start = nil
      }
      add("      \(row + 1): \(run.role.rawValue)", note)
    }
    if let first = start {
      add("      \(Self.rows(first...run.rows.upperBound)): \(run.role.rawValue)", nil)
    }
  }

  private mutating func add(_ line: String, _ note: String?) {
    text += line
    if let note, !note.isEmpty { text += "  # " + YAMLText.comment(note) }
    text += "\n"
  }

  private static func rows(_ rows: ClosedRange<Int>) -> String {
    rows.count == 1
      ? "\(rows.lowerBound + 1)" : "\(rows.lowerBound + 1)-\(rows.upperBound + 1)"
  }

  /// Y and N are words of YAML 1.1.
  private static func key(_ letters: String) -> String {
    ["Y", "N", "NO", "ON"].contains(letters) ? "\"\(letters)\"" : letters
  }
}
