/// One row as a reader streams it: cells with a span of bytes each, and no String until asked.
///
/// The reader fills the same row again and again, so what is needed later must be copied out.
/// Cells come in the order of their columns, each column at most once.
public struct StreamedRow: Sendable {
  /// The row, counted from zero.
  public var index = 0
  /// Whether the row is hidden.
  public var isHidden = false
  /// The height in points where the file states it.
  public var height: Double?
  /// The style of the cells that are not there; 0 where the file states none.
  public var style = 0
  /// The cells that are there, styled blanks included, by ascending column.
  public var cells: [StreamedCell] = []
  /// The UTF-8 text of all cells of the row; `StreamedCell.text` says which bytes are a cell's.
  public var bytes: [UInt8] = []
  /// The runs of cells whose text has several fonts, by column; only where a reader was asked for them.
  public var richText: [Int: [TextRun]] = [:]
  /// Ranges of array formulas whose first cell is in the row.
  public var arrayFormulas: [CellRange] = []

  /// An empty row.
  public init() {}

  /// Empties the row for use with another index; the memory stays.
  public mutating func reset(index: Int) {
    self.index = index
    isHidden = false
    height = nil
    style = 0
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    if !richText.isEmpty { richText = [:] }
    if !arrayFormulas.isEmpty { arrayFormulas = [] }
  }
}

/// A cell of a `StreamedRow`.
public struct StreamedCell: Sendable {
  /// What the bytes of a cell mean.
  public enum Kind: UInt8, Hashable, Sendable {
    /// A style only.
    case empty
    /// A number; the bytes spell it as the file does.
    case number
    /// Text.
    case string
    /// A boolean; the byte is `0` or `1`.
    case boolean
    /// An error; the bytes are its text.
    case error
  }

  /// The column, counted from zero.
  public var column: Int32
  /// The index of the style in the workbook's style table.
  public var style: Int32
  /// What the bytes mean.
  public var kind: Kind
  /// Whether a reader knows already that the bytes of a number are its shortest spelling, as
  /// `NumberText` gives it; false where nobody has looked. Cells are equal with and without it.
  public var isShortest = false
  /// The bytes in `StreamedRow.bytes`.
  public var text: Range<Int32>
  /// The formula's bytes in `StreamedRow.bytes`, without `=`; empty where there is none.
  public var formula: Range<Int32>

  /// Makes a cell.
  public init(
    column: Int, style: Int = 0, kind: Kind, text: Range<Int32>, formula: Range<Int32> = 0..<0
  ) {
    self.column = Int32(truncatingIfNeeded: column)
    self.style = Int32(truncatingIfNeeded: style)
    self.kind = kind
    self.text = text
    self.formula = formula
  }
}

extension StreamedCell: Hashable {
  /// Whether place, kind, style and bytes are equal.
  public static func == (left: StreamedCell, right: StreamedCell) -> Bool {
    left.column == right.column && left.style == right.style && left.kind == right.kind
      && left.text == right.text && left.formula == right.formula
  }

  /// Hashes place, kind, style and bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(column)
    hasher.combine(style)
    hasher.combine(kind)
    hasher.combine(text)
    hasher.combine(formula)
  }
}

extension StreamedRow {
  /// The position of a cell of this row.
  public func reference(of cell: StreamedCell) -> CellReference {
    CellReference(row: index, column: Int(cell.column))
  }

  /// The text of a cell as a String; for anything but hot paths.
  public func string(of cell: StreamedCell) -> String {
    String(decoding: bytes[Int(cell.text.lowerBound)..<Int(cell.text.upperBound)], as: UTF8.self)
  }

  /// The formula of a cell without `=`, or nil.
  public func formula(of cell: StreamedCell) -> String? {
    guard !cell.formula.isEmpty else { return nil }
    return String(
      decoding: bytes[Int(cell.formula.lowerBound)..<Int(cell.formula.upperBound)], as: UTF8.self)
  }

  /// Appends a cell of a text, in one copy.
  public mutating func append(
    _ text: String, kind: StreamedCell.Kind, column: Int, style: Int = 0
  ) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(copying: text.utf8Span.span)
    let end = Int32(truncatingIfNeeded: bytes.count)
    cells.append(StreamedCell(column: column, style: style, kind: kind, text: start..<end))
  }

  /// Appends a cell whose text is copied from a collection of bytes.
  public mutating func append(
    _ text: some Collection<UInt8>, kind: StreamedCell.Kind, column: Int, style: Int = 0
  ) {
    let start = Int32(truncatingIfNeeded: bytes.count)
    bytes.append(contentsOf: text)
    let end = Int32(truncatingIfNeeded: bytes.count)
    cells.append(StreamedCell(column: column, style: style, kind: kind, text: start..<end))
  }
}
