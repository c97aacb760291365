import Spreadsheet

/// The pieces of a cell's tag that come again and again, ready to be copied.
struct CellFragments {
  /// `<c r="AB`, by column.
  private var columns: [ShortMarkup] = []
  /// `" s="3"`, by style of the workbook; empty for one that is not used yet.
  private var styles: [ShortMarkup]
  /// The digits of the row's number.
  private var row = ShortMarkup()

  init(styles count: Int) {
    styles = [ShortMarkup](repeating: ShortMarkup(), count: max(count, 1))
  }

  /// Makes the pieces of a row and of its columns up to one.
  mutating func prepare(row index: Int, upTo column: Int) {
    row = ShortMarkup()
    var digits: [UInt8] = []
    digits.appendDecimal(index + 1)
    row.append(digits)
    while columns.count <= column {
      var name: [UInt8] = Array("<c r=\"".utf8)
      CellReference.appendColumnName(columns.count, to: &name)
      var piece = ShortMarkup()
      piece.append(name)
      columns.append(piece)
    }
  }

  /// Whether the piece of a style is there.
  @inline(__always)
  func hasStyle(_ style: Int) -> Bool {
    style >= 0 && style < styles.count && styles[style].count > 0
  }

  /// Makes the piece of a style; `index` is its index in the part.
  mutating func define(style: Int, index: Int) {
    guard style >= 0, style < styles.count else { return }
    var piece: [UInt8] = [0x22]
    if index > 0 {
      piece += Array(" s=\"".utf8)
      piece.appendDecimal(index)
      piece.append(0x22)
    }
    styles[style] = ShortMarkup()
    styles[style].append(piece)
  }

  /// Appends `<c r="B7" s="3"` without the end of the tag.
  @inline(__always)
  func put(column: Int, style: Int, into buffer: inout XMLBuffer) {
    buffer.put(columns[column])
    buffer.put(row)
    buffer.put(styles[style])
  }

  /// Appends the row's number.
  func putRow(into buffer: inout XMLBuffer) {
    buffer.put(row)
  }
}

/// Markup of at most 16 bytes, copied in one go whatever its length.
struct ShortMarkup {
  private(set) var bytes = SIMD16<UInt8>()
  private(set) var count = 0

  mutating func append(_ more: [UInt8]) {
    for byte in more where count < 16 {
      bytes[count] = byte
      count += 1
    }
  }
}
