/// A sheet of a `Workbook`: sparse rows and what belongs to the sheet as a whole.
public struct Worksheet: Hashable, Sendable {
  /// The name as shown.
  public var name: String
  /// Whether it is shown.
  public var visibility: SheetVisibility = .visible
  /// What it is; only a worksheet has cells.
  public var kind: SheetKind = .worksheet
  /// The rows that hold something, by ascending index.
  public var rows: [Row] = []
  /// Merged ranges, in the order of the file; they do not overlap in a workbook that we write.
  public var mergedRanges: [CellRange] = []
  /// Widths, hidden state and default styles of columns, by ascending column, without overlap.
  public var columns: [ColumnProperties] = []
  /// The width of columns that `columns` does not name, in characters of the default font.
  public var defaultColumnWidth: Double?
  /// The height of rows that state none, in points.
  public var defaultRowHeight: Double?
  /// Rows and columns that stay in view.
  public var frozenPane: FrozenPane?
  /// How the sheet is printed.
  public var page = PageSetup()
  /// The range with filter buttons.
  public var autoFilter: CellRange?
  /// Tables.
  public var tables: [Table] = []
  /// Rules for what may be entered.
  public var dataValidations: [DataValidation] = []
  /// Formats that depend on values.
  public var conditionalFormats: [ConditionalFormat] = []
  /// Links.
  public var hyperlinks: [Hyperlink] = []
  /// Notes and threaded comments.
  public var comments: [Comment] = []
  /// Runs of the cells whose text has several fonts; the cell's value is the plain text.
  public var richText: [CellReference: [TextRun]] = [:]
  /// Ranges of array formulas; the formula stands in the first cell.
  public var arrayFormulas: [CellRange] = []
  /// Whether the sheet is protected against changes (without a password).
  public var isProtected = false
  /// Whether rows above and below are shown from right to left.
  public var isRightToLeft = false

  /// Makes an empty sheet.
  public init(name: String) {
    self.name = name
  }
}

/// A row of a `Worksheet`.
public struct Row: Hashable, Sendable {
  /// The row, counted from zero.
  public var index: Int
  /// The cells that are there, by ascending column.
  public var cells: [Cell]
  /// The height in points where stated.
  public var height: Double?
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The style of cells that are not there.
  public var style: Int

  /// Makes a row.
  public init(
    index: Int, cells: [Cell] = [], height: Double? = nil, isHidden: Bool = false, style: Int = 0
  ) {
    self.index = index
    self.cells = cells
    self.height = height
    self.isHidden = isHidden
    self.style = style
  }
}

/// A cell of a `Row`.
public struct Cell: Hashable, Sendable {
  /// The column, counted from zero.
  public var column: Int
  /// What it holds.
  public var value: CellValue
  /// The index of its style in `Workbook.styles`.
  public var style: Int
  /// The formula without `=`; `value` is its last result.
  public var formula: String?

  /// Makes a cell.
  public init(column: Int, value: CellValue, style: Int = 0, formula: String? = nil) {
    self.column = column
    self.value = value
    self.style = style
    self.formula = formula
  }
}

/// What belongs to a run of columns (ECMA-376 Part 1, 18.3.1.13).
public struct ColumnProperties: Hashable, Sendable {
  /// The columns, counted from zero.
  public var columns: ClosedRange<Int>
  /// The width in characters of the default font; nil for the default width.
  public var width: Double?
  /// Whether the columns are hidden.
  public var isHidden: Bool
  /// The style of cells that are not there.
  public var style: Int

  /// Makes properties of columns.
  public init(
    columns: ClosedRange<Int>, width: Double? = nil, isHidden: Bool = false, style: Int = 0
  ) {
    self.columns = columns
    self.width = width
    self.isHidden = isHidden
    self.style = style
  }
}

/// Rows and columns at the top and left that stay in view.
public struct FrozenPane: Hashable, Sendable {
  /// Rows at the top.
  public var rows: Int
  /// Columns at the left.
  public var columns: Int

  /// Makes a pane.
  public init(rows: Int = 0, columns: Int = 0) {
    self.rows = rows
    self.columns = columns
  }
}

/// A stretch of text with one font.
public struct TextRun: Hashable, Sendable {
  /// The text.
  public var text: String
  /// The font; nil for the cell's own.
  public var font: Font?

  /// Makes a run.
  public init(_ text: String, font: Font? = nil) {
    self.text = text
    self.font = font
  }
}

extension Worksheet {
  /// The cell at a position, or nil. Logarithmic in the number of rows and of cells in the row.
  public func cell(at reference: CellReference) -> Cell? {
    guard let row = row(at: reference.row) else { return nil }
    let place = row.cells.partitioningIndex { $0.column >= reference.column }
    guard place < row.cells.count, row.cells[place].column == reference.column else { return nil }
    return row.cells[place]
  }

  /// The row with an index, or nil. Logarithmic in the number of rows.
  public func row(at index: Int) -> Row? {
    let place = rows.partitioningIndex { $0.index >= index }
    guard place < rows.count, rows[place].index == index else { return nil }
    return rows[place]
  }

  /// The smallest range that holds every cell with a value, or nil. Linear in the cells.
  public var usedRange: CellRange? {
    var range: CellRange?
    for row in rows {
      guard let first = row.cells.first(where: { !$0.value.isEmpty }),
        let last = row.cells.last(where: { !$0.value.isEmpty })
      else { continue }
      let span = CellRange(
        rows: row.index...row.index, columns: first.column...last.column)
      range =
        range.map {
          CellRange(
            rows: $0.first.row...row.index,
            columns: min($0.first.column, first.column)...max($0.last.column, last.column))
        } ?? span
    }
    return range
  }

  /// Whether a column is hidden. Linear in the number of column runs.
  public func isColumnHidden(_ column: Int) -> Bool {
    columns.contains { $0.columns.contains(column) && $0.isHidden }
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that holds from there on. Logarithmic.
  @inlinable
  package func partitioningIndex(where condition: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = distance(from: startIndex, to: endIndex)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if condition(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
