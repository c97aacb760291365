import Spreadsheet

// The widths stand in front of the rows in a file, and are known only after them. So they are
// gathered here while the rows go by, and cost next to nothing: a text is measured only where it
// has more bytes than the widest one, a number is rendered once for each number of digits.

/// Finds the widths that columns need for what is shown in them, where a sheet states none.
struct ColumnFit {
  private struct Column {
    var isStated = false
    /// The room that is needed so far, in characters.
    var need = 0.0
    /// A text of at most so many bytes needs no more.
    var bytes = 0
    /// The style of the last number, and the numbers of digits that were rendered under it.
    var style = -1
    var digits: UInt64 = 0
  }

  private var columns: [Column] = []
  private let looks: [Look]
  private let floor: Double
  private let dateSystem: DateSystem
  private var wideMerges: Set<CellReference> = []

  /// The widest that a text makes its column; longer ones are wrapped or cut.
  static let textLimit = 50.0

  /// What of a style says how much room a value takes.
  struct Look {
    let scale: Double
    let wraps: Bool
    let flows: Bool
    let isGeneral: Bool
    let format: NumberFormat
    /// The height of a line in points.
    let lineHeight: Double

    init(_ style: CellStyle) {
      scale = max(style.font.size, 1) / 11 * (style.font.isBold ? 1.06 : 1)
      wraps = style.alignment.wrapsText
      flows =
        !style.alignment.wrapsText
        && (style.alignment.horizontal == .general || style.alignment.horizontal == .left)
      isGeneral = style.numberFormat.kind == .general || style.numberFormat.code == "@"
      format = style.numberFormat
      lineHeight = (min(max(style.font.size, 1), 409) * 1.36 * 4).rounded(.up) / 4
    }
  }

  /// Begins a sheet.
  init(_ sheet: Worksheet, looks: [Look], dateSystem: DateSystem) {
    self.looks = looks
    self.dateSystem = dateSystem
    floor = sheet.defaultColumnWidth ?? 8.43
    for run in sheet.columns where run.width != nil || run.isHidden {
      let last = min(run.columns.upperBound, CellReference.columnLimit - 1)
      guard run.columns.lowerBound <= last else { continue }
      grow(to: last)
      for column in run.columns.lowerBound...last { columns[column].isStated = true }
    }
    for range in sheet.mergedRanges where range.columns.count > 1 {
      wideMerges.insert(range.first)
    }
  }

  private mutating func grow(to column: Int) {
    while columns.count <= column { columns.append(Column()) }
  }

  /// Takes in the cells of a row.
  mutating func take(_ row: borrowing StreamedRow) {
    guard let last = row.cells.last, !row.isHidden else { return }
    if Int(last.column) >= columns.count { grow(to: Int(last.column)) }
    for index in row.cells.indices {
      let cell = row.cells[index]
      let column = Int(cell.column)
      if cell.kind == .empty || columns[column].isStated { continue }
      let bytes = row.bytes.span.extracting(row.place(of: cell))
      switch cell.kind {
      case .empty: break
      case .number: take(number: bytes, column, Int(cell.style))
      case .boolean: widen(column, to: 5, style: Int(cell.style))
      case .string, .error:
        if bytes.count > columns[column].bytes { take(text: bytes, index, row) }
      }
    }
  }

  /// The columns of the sheet with the widths that were found.
  func fitted(_ runs: [ColumnProperties]) -> [ColumnProperties] {
    var result: [ColumnProperties] = []
    func add(_ columns: ClosedRange<Int>, _ width: Double?, like run: ColumnProperties?) {
      let style = run?.style ?? 0
      let isHidden = run?.isHidden ?? false
      if width == nil, style == 0, !isHidden { return }
      if let last = result.last, last.columns.upperBound + 1 == columns.lowerBound,
        last.width == width, last.style == style, last.isHidden == isHidden
      {
        result[result.count - 1].columns = last.columns.lowerBound...columns.upperBound
      } else {
        result.append(
          ColumnProperties(columns: columns, width: width, isHidden: isHidden, style: style))
      }
    }
    var next = 0
    for run in runs {
      for column in next..<max(next, min(run.columns.lowerBound, columns.count)) {
        add(column...column, width(of: column), like: nil)
      }
      next = run.columns.upperBound + 1
      guard run.width == nil, !run.isHidden else {
        add(run.columns, run.width, like: run)
        continue
      }
      let end = min(max(columns.count, run.columns.lowerBound), next)
      for column in run.columns.lowerBound..<end {
        add(column...column, width(of: column), like: run)
      }
      if end < next { add(end...run.columns.upperBound, nil, like: run) }
    }
    for column in next..<max(next, columns.count) {
      add(column...column, width(of: column), like: nil)
    }
    return result
  }

  /// The width of a column that states none, where it needs more than the default.
  private func width(of column: Int) -> Double? {
    guard columns.indices.contains(column), !columns[column].isStated else { return nil }
    let need = min(columns[column].need.rounded(.up) + 1, 255)
    return columns[column].need > 0 && need > floor ? need : nil
  }
}

// MARK: - Measuring

extension ColumnFit {
  private func look(_ style: Int) -> Look {
    looks.indices.contains(style) ? looks[style] : Look(CellStyle())
  }

  private mutating func widen(_ column: Int, to characters: Double, style: Int) {
    let scaled = characters * look(style).scale
    if scaled > columns[column].need { columns[column].need = scaled }
  }

  private mutating func take(
    text: Span<UInt8>, _ index: Int, _ row: borrowing StreamedRow
  ) {
    let cell = row.cells[index]
    let column = Int(cell.column)
    let look = look(Int(cell.style))
    let most = Self.textLimit * max(look.scale, 1)
    guard columns[column].need < most, Double(Self.rough(text)) * look.scale > columns[column].need
    else { return }
    if !wideMerges.isEmpty,
      wideMerges.contains(CellReference(row: row.index, column: column))
    {
      return
    }
    // A title alone in its row, or a text with blanks beside it, flows over them.
    if look.flows {
      let next = row.cells[(index + 1)...].first { $0.kind != .empty }
      if let next, Int(next.column) > column + 1 { return }
      if next == nil, !row.cells[..<index].contains(where: { $0.kind != .empty }) { return }
    }
    let width = min(Double(TextWidth.width(of: text)) * look.scale, most)
    if width > columns[column].need {
      columns[column].need = width
      columns[column].bytes = width >= most ? .max : Int(width / max(look.scale, 1))
    }
  }

  /// The width of a text, or a little more, with no branch for each byte.
  @inline(__always)
  private static func rough(_ text: Span<UInt8>) -> Int {
    var width = 0
    for place in 0..<text.count {
      let byte = unsafe text[unchecked: place]
      width &+= (byte < 0x80 || byte >= 0xC0 ? 1 : 0) &+ (byte >= 0xE0 ? 1 : 0)
    }
    return width
  }

  private mutating func take(number: Span<UInt8>, _ column: Int, _ style: Int) {
    let isGeneral = looks.indices.contains(style) ? looks[style].isGeneral : true
    if isGeneral {
      // General takes as many digits as fit, but never more than eleven characters.
      let room = Double(min(number.count, 11))
      if room > columns[column].need { widen(column, to: room, style: style) }
      return
    }
    var digits = 0
    while digits < number.count, unsafe number[unchecked: digits] &- 0x30 < 10 || digits == 0 {
      digits += 1
    }
    // `1.5e-07` and `1.5e+20` are told apart from plain numbers by their length.
    let isLong = number.count > 18
    let bit =
      UInt64(1) << UInt64(min(digits, 30) + (number.count > 0 && number[0] == 0x2D ? 31 : 0))
    if columns[column].style == style, columns[column].digits & bit != 0, !isLong { return }
    if columns[column].style != style {
      columns[column].style = style
      columns[column].digits = 0
    }
    columns[column].digits |= bit
    guard let value = NumberText.value(of: number) else { return }
    let format = look(style).format
    var widest = TextWidth.width(of: format.shownText(.number(value), dateSystem: dateSystem))
    if format.isDate, value >= 0, value < 2_000_000 {
      // Names of months and days differ in length: a day of each month and of each weekday.
      for day in stride(from: 0.0, to: 364, by: 13) {
        let shown = format.shownText(.number(value.rounded(.down) + day), dateSystem: dateSystem)
        widest = max(widest, TextWidth.width(of: shown))
      }
    }
    widen(column, to: Double(widest), style: style)
  }
}
