import SheetRender
import Spreadsheet
import XLSX

/// A sheet on its way into a clean workbook: what is taken of its rows, and what is not.
struct CleanSheet {
  /// The place of the sheet in its source.
  let index: Int
  /// Its name there.
  let name: String
  /// What stands around the rows.
  var frame: Worksheet
  /// The names of the sheets that formulas may refer to, in small letters; nil where no formula stays.
  var reachableSheets: Set<[UInt8]>?

  private(set) var selection = RowSelection(renumbers: false)
  private(set) var fill: MergeFill?
  private(set) var text: CellText?
  private var wrappedStyle: Int?
  private var dropped = DroppedFormulas()

  /// Texts wider than this are wrapped where the source has no looks of its own.
  private static let wrappedWidth = 50

  init(index: Int, name: String, frame: Worksheet) {
    self.index = index
    self.name = name
    self.frame = frame
  }

  /// Begins with the rows, or begins again.
  mutating func begin(
    selection: RowSelection, fill: MergeFill?, text: CellText?, wrappedStyle: Int?
  ) {
    self.selection = selection
    self.fill = fill
    self.text = text
    self.wrappedStyle = wrappedStyle
    dropped = DroppedFormulas()
  }

  /// Takes a row, and passes on what is to be written.
  mutating func append(
    _ row: inout StreamedRow, _ write: (borrowing StreamedRow) throws -> Void
  ) throws {
    guard fill != nil else { return try take(&row, write) }
    var rows = fill.take()
    try rows?.append(&row) { try take(&$0, write) }
    fill = rows
  }

  /// Passes on the rows that only merged ranges reach.
  mutating func finish(_ write: (borrowing StreamedRow) throws -> Void) throws {
    var rows = fill.take()
    try rows?.finish { try take(&$0, write) }
    fill = rows
  }

  private mutating func take(
    _ row: inout StreamedRow, _ write: (borrowing StreamedRow) throws -> Void
  ) throws {
    if !selection.takesAll {
      switch selection.apply(to: &row) {
      case .take: break
      case .leave, .stop:
        // A hidden row stays hidden, so that the rows below keep their addresses; its cells go.
        guard row.isHidden, selection.contains(row: row.index) else { return }
        row.cells.removeAll(keepingCapacity: true)
      }
    }
    dropFormulas(of: &row)
    if let text { Self.show(&row, text) }
    if let wrappedStyle { Self.wrap(&row, style: wrappedStyle) }
    try write(row)
  }

  private mutating func dropFormulas(of row: inout StreamedRow) {
    for index in row.cells.indices where !row.cells[index].formula.isEmpty {
      let formula = row.cells[index].formula
      let reach: FormulaReach
      if let reachableSheets {
        reach = FormulaReach(
          row.bytes.span.extracting(Int(formula.lowerBound)..<Int(formula.upperBound)),
          sheets: reachableSheets)
        if reach == .copied { continue }
      } else {
        reach = .workbook
      }
      row.cells[index].formula = 0..<0
      let place = row.reference(of: row.cells[index])
      row.arrayFormulas.removeAll { $0.first == place }
      dropped.add(reach, at: place, isBlank: row.cells[index].kind == .empty)
    }
  }

  /// Makes every value the text that a spreadsheet program shows.
  private static func show(_ row: inout StreamedRow, _ text: CellText) {
    for index in row.cells.indices {
      var cell = row.cells[index]
      guard cell.kind != .empty, cell.kind != .string else { continue }
      var shown: [UInt8] = []
      text.appendShown(cell, of: row, to: &shown)
      let start = Int32(truncatingIfNeeded: row.bytes.count)
      row.bytes += shown
      cell.text = start..<Int32(truncatingIfNeeded: row.bytes.count)
      cell.kind = .string
      row.cells[index] = cell
    }
  }

  private static func wrap(_ row: inout StreamedRow, style: Int) {
    for index in row.cells.indices where row.cells[index].kind == .string {
      if needsLines(row, row.cells[index]) {
        row.cells[index].style = Int32(truncatingIfNeeded: style)
      }
    }
  }

  private static func needsLines(_ row: borrowing StreamedRow, _ cell: StreamedCell) -> Bool {
    let bytes = row.bytes.span.extracting(row.place(of: cell))
    if bytes.count > wrappedWidth, TextWidth.width(of: bytes) > wrappedWidth { return true }
    for place in 0..<bytes.count where bytes[place] == 0x0A { return true }
    return false
  }

  /// What was left out of the rows.
  func findings(file: String) -> [Diagnostic] {
    dropped.findings(file: file, sheet: name)
  }
}
