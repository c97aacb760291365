public import Spreadsheet

/// Writes the `cells` form: JSON Lines, one object for each cell that is not blank, then one for
/// each merged range of the sheet; a sheet that holds neither is named. Nothing is lost but looks.
///
///     {"sheet":"Sheet1","cell":"B7","type":"number","value":0.227,"text":"0.227","format":"General"}
///     {"sheet":"Sheet1","merged":"A7:A9"}
///     {"sheet":"Sheet2"}
public struct CellsEncoder: RowEncoder {
  /// The columns up to the last value of the widest row so far.
  public private(set) var widestRow = 0
  private var text = CellText(formats: [], dateSystem: .year1900)
  private var mergedRanges: [CellRange] = []
  /// `{"sheet":"Sheet1"`, the same for all objects of a sheet.
  private var head: [UInt8] = []
  /// The same up to the reference of a cell.
  private var cellHead: [UInt8] = []
  /// `,"format":"General"` and the end of an object, by style; empty until a cell has the style, for a
  /// workbook may have many styles and many sheets.
  private var ends: [[UInt8]] = []
  private var isHidden = false
  private var isBlank = true

  /// Makes an encoder.
  public init() {}

  /// The bytes do not depend on the width.
  public var needsWidth: Bool { false }

  /// Begins a sheet.
  public mutating func begin(_ sheet: SheetContext, to output: inout [UInt8]) {
    text = sheet.text
    mergedRanges = sheet.mergedRanges
    isHidden = sheet.description.visibility != .visible
    widestRow = 0
    isBlank = true
    head = Array("{\"sheet\":".utf8)
    JSONText.append(sheet.description.name, to: &head)
    cellHead = head + Array(",\"cell\":\"".utf8)
    ends = Array(repeating: [], count: sheet.text.formats.count)
  }

  private static func format(_ format: NumberFormat) -> [UInt8] {
    var bytes = Array(",\"format\":".utf8)
    JSONText.append(format.code, to: &bytes)
    return bytes
  }

  /// Writes the cells of a row.
  public mutating func append(_ row: StreamedRow, to output: inout [UInt8]) {
    for cell in row.cells where cell.kind != .empty {
      widestRow = max(widestRow, Int(cell.column) + 1)
      isBlank = false
      output.append(contentsOf: cellHead)
      row.reference(of: cell).append(to: &output)
      appendContent(of: cell, row, to: &output)
      let formula = Int(cell.formula.lowerBound)..<Int(cell.formula.upperBound)
      if formula.isEmpty {
        appendEnd(of: cell, to: &output)
        continue
      }
      output.append(contentsOf: Self.format(text.format(of: cell)))
      if formula.lowerBound >= 0, formula.upperBound <= row.bytes.count {
        output.append(literal: ",\"formula\":")
        JSONText.append(row.bytes.span.extracting(formula), to: &output)
      }
      appendEnd(to: &output)
    }
  }

  /// Appends the format of a cell without a formula, and the end of its object.
  private mutating func appendEnd(of cell: StreamedCell, to output: inout [UInt8]) {
    let style = Int(cell.style)
    guard ends.indices.contains(style) else {
      output.append(contentsOf: Self.format(.general))
      appendEnd(to: &output)
      return
    }
    if ends[style].isEmpty {
      ends[style] = Self.format(text.format(of: cell))
      Self.appendEnd(isHidden: isHidden, to: &ends[style])
    }
    output.append(contentsOf: ends[style])
  }

  /// Appends the quote behind the reference, the type, the value and the text.
  private func appendContent(
    of cell: StreamedCell, _ row: StreamedRow, to output: inout [UInt8]
  ) {
    if cell.kind == .string, !text.changesText(of: cell) {
      let bytes = row.bytes.span.extracting(row.place(of: cell))
      // Most texts are shown as they are, and have nothing to escape.
      if !JSONText.needsEscapes(bytes) {
        output.append(literal: "\",\"type\":\"string\",\"value\":\"")
        output.append(copying: bytes)
        output.append(literal: "\",\"text\":\"")
        output.append(copying: bytes)
        output.append(UInt8(ascii: "\""))
        return
      }
    }
    output.append(literal: "\",\"type\":\"")
    append(type: cell, row, to: &output)
    output.append(literal: ",\"text\":")
    JSONText.appendShown(cell, of: row, text: text, to: &output)
  }

  /// Appends the name of the type, its closing quote, and the value.
  private func append(
    type cell: StreamedCell, _ row: StreamedRow, to output: inout [UInt8]
  ) {
    func appendType(_ name: StaticString) {
      output.append(literal: name)
      output.append(literal: "\",\"value\":")
    }
    switch cell.kind {
    case .boolean: appendType("boolean")
    case .error: appendType("error")
    case .empty, .string: appendType("string")
    case .number:
      let kind = text.kind(of: cell)
      let bytes = row.bytes.span.extracting(row.place(of: cell))
      if !kind.isDate, cell.isShortest || NumberText.isShortest(bytes) {
        appendType("number")
        output.append(copying: bytes)
        return
      }
      guard let number = text.number(of: cell, in: row) else {
        appendType("string")
        break
      }
      appendType(number.typeName)
    }
    JSONText.appendValue(cell, of: row, text: text, to: &output)
  }

  private func appendEnd(to output: inout [UInt8]) {
    Self.appendEnd(isHidden: isHidden, to: &output)
  }

  private static func appendEnd(isHidden: Bool, to output: inout [UInt8]) {
    if isHidden { output.append(literal: ",\"hidden\":true") }
    output.append(UInt8(ascii: "}"))
    output.append(0x0A)
  }

  /// Writes the merged ranges, or the name of a sheet that has held nothing.
  public mutating func end(to output: inout [UInt8]) {
    if isBlank, mergedRanges.isEmpty {
      output.append(contentsOf: head)
      appendEnd(to: &output)
    }
    for range in mergedRanges {
      output.append(contentsOf: head)
      output.append(literal: ",\"merged\":\"")
      output.append(contentsOf: range.description.utf8)
      output.append(UInt8(ascii: "\""))
      appendEnd(to: &output)
    }
  }

  /// Nothing: JSON Lines has no end.
  public mutating func finish(to output: inout [UInt8]) {}
}
