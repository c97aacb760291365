internal import Spreadsheet

/// A row as its bytes state it, found to be well-formed; offsets count from where the tokenizer's
/// bytes begin.
struct RowTokens {
  /// The row number from one, as stated.
  var number: Int?
  var isHidden = false
  /// The height as it is spelled.
  var height: Range<Int>?
  /// The style of the row, and whether it counts.
  var style = 0
  var hasStyle = false
  var cells: [CellToken] = []
  var formulas: [FormulaToken] = []

  /// Empties the tokens for use with another row.
  @inline(__always)
  mutating func reset() {
    number = nil
    isHidden = false
    height = nil
    style = 0
    hasStyle = false
    cells.removeAll(keepingCapacity: true)
    if !formulas.isEmpty { formulas.removeAll(keepingCapacity: true) }
  }
}

/// A cell as its bytes state it.
struct CellToken {
  /// What is known about the value.
  enum Form: UInt8 {
    /// There is no value.
    case absent
    /// Text as it is.
    case plain
    /// Text with character references.
    case encoded
    /// An optional minus, at most 15 digits, at most one point between digits.
    case number
    /// A whole number without sign, in `integer`.
    case integer
  }

  /// The value in the bytes.
  var start: Int32 = 0
  var end: Int32 = 0
  /// The row and column from zero; the row is -1 where no reference is stated.
  var row: Int32 = -1
  var column: Int32 = 0
  var style: Int32 = 0
  var integer: Int32 = 0
  /// The place in `RowTokens.formulas`, or -1.
  var formula: Int32 = -1
  var type = CellType.number
  var form = Form.absent
  /// Whether the value stands in `is`.
  var isInline = false
  /// Whether a number is surely spelled as short as can be; of some that are it is not known.
  var isShortest = false

  @inline(__always)
  var value: Range<Int> { Int(start)..<Int(end) }
}

/// A formula as its bytes state it.
struct FormulaToken {
  var kind = RowAssembler.FormulaKind.plain
  var text = 0..<0
  var hasReferences = false
}

/// Why a tokenizer left a stretch to the XML parser.
enum DeclineReason: String {
  case element = "an element or its place"
  case attribute = "an attribute or its value"
  case text = "text or its characters"
  case size = "its size"
  case end = "the end of the part"
}
