import ReportModel
import Spreadsheet

/// Reads the rows of one table: labels filled down, values parsed, shared cells kept apart.
struct TableReader {
  let context: ImportContext
  let grid: TableGrid
  let styles: CellStyles
  let source: Int
  let sheetName: String
  let shapes: [RowShape]
  let roles: [SheetLayout.RowRole?]
  let percents: PercentReader
  /// What the sheet says where the table has no such column: 填报单位 or the sheet's name as lead.
  let sheetLead: TextField?
  /// The unit of measure for the whole table, from a line 单位：万元 or the header.
  let tableUnit: UnitField?

  var state: LabelState
  var rows: [ImportedRow] = []
  var groups = SharedCells()
  var findings: ImportFindings
  var aligner: RowAligner
  var merged = MergedLabelCache()
  var cache = ReadingCache()

  let flat: FieldMask
  let slots: FieldSlots
  let extras: [Int]
  let rowColumns: ClosedRange<Int>

  init(
    _ context: ImportContext, grid: TableGrid, styles: CellStyles, source: Int, sheetName: String,
    classified: (shapes: [RowShape], roles: [SheetLayout.RowRole?]), percents: PercentReader,
    sheetLead: TextField?, tableUnit: UnitField?, state: LabelState, findings: ImportFindings
  ) {
    self.context = context
    self.grid = grid
    self.styles = styles
    self.source = source
    self.sheetName = sheetName
    shapes = classified.shapes
    roles = classified.roles
    self.percents = percents
    self.sheetLead = sheetLead
    self.tableUnit = tableUnit
    self.state = state
    self.findings = findings
    aligner = RowAligner(context, grid: grid, styles: styles)
    flat = RepeatedLabels(grid: grid, roles: classified.roles).fields
    slots = FieldSlots(grid.columns)
    extras = grid.columns.extras
    rowColumns = grid.columns.range
  }

  /// Reads all rows in their order.
  mutating func read() {
    rows.reserveCapacity(shapes.count)
    let skipsHidden = context.profile.sheets.hidden == .skip
    for offset in shapes.indices {
      switch roles[offset] {
      case .section: readSection(offset)
      case .heading: readHeading(offset)
      case .data:
        let isHidden = skipsHidden && grid.isHidden(offset)
        readData(offset, isHidden: isHidden)
      default: continue
      }
    }
    groups.close(&rows, source: source)
  }

  // MARK: - Places

  func address(_ range: CellRange) -> CellAddress { CellAddress(source: source, range: range) }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ range: CellRange, _ message: String,
    zh: String, expected: String? = nil, actual: String? = nil
  ) {
    findings.add(
      severity, code, sheet: sheetName, at: range, message, zh: zh, expected: expected,
      actual: actual)
  }

  /// The cells of a row under the headers.
  func rowRange(_ offset: Int) -> CellRange {
    let row = grid.index(of: offset)
    return CellRange(rows: row...row, columns: rowColumns)
  }
}
