/// Turns streamed rows to the bytes of a text form, sheet by sheet.
///
/// The calls come in this order: for each sheet `begin`, its rows by ascending index, `end`; and
/// `finish` once. The bytes are appended to a buffer that the caller empties as it likes. Memory
/// does not grow with the rows.
///
/// Some forms must know how wide a sheet is before its first row (`needsWidth`). Such an encoder
/// is told a width, and tells afterwards how wide the sheet was; where the two differ, the caller
/// runs the sheet again, told the right one:
///
///     encoder.begin(context, …)          // context.width is a guess
///     …
///     encoder.end(…)
///     if encoder.needsWidth, encoder.widestRow != context.width { /* again, with widestRow */ }
public protocol RowEncoder {
  /// Whether the bytes depend on `SheetContext.width`.
  var needsWidth: Bool { get }
  /// The columns up to the last value of the widest row of the sheet so far.
  var widestRow: Int { get }
  /// Begins a sheet.
  mutating func begin(_ sheet: SheetContext, to output: inout [UInt8]) throws
  /// Encodes a row; the indices of the rows of a sheet ascend.
  mutating func append(_ row: StreamedRow, to output: inout [UInt8]) throws
  /// Ends the sheet.
  mutating func end(to output: inout [UInt8]) throws
  /// Ends the whole, after the last sheet.
  mutating func finish(to output: inout [UInt8]) throws
}

/// How the values of cells are written into text forms.
public enum ValueForm: String, Hashable, Sendable {
  /// Shortest round-trip numbers, ISO 8601 dates, `true` and `false`, error codes.
  case typed
  /// The text that a spreadsheet program displays.
  case shown
}

/// What an encoder is told of a sheet before its rows.
public struct SheetContext: Sendable {
  /// The file as results name it.
  public var file: String
  /// Name and visibility.
  public var description: SheetDescription
  /// The way from cells to text.
  public var text: CellText
  /// The merged ranges of the sheet, in the order of the file.
  public var mergedRanges: [CellRange]
  /// The width that a form with `needsWidth` gives to all rows.
  public var width: Int

  /// Makes a context.
  public init(
    file: String, description: SheetDescription, text: CellText, mergedRanges: [CellRange] = [],
    width: Int = 0
  ) {
    self.file = file
    self.description = description
    self.text = text
    self.mergedRanges = mergedRanges
    self.width = width
  }
}
