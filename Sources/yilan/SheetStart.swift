import Spreadsheet

/// The first rows of a sheet, held back until its width is known or can be guessed.
///
/// Most tables are as wide as their first rows, and a small sheet is over before they are let go: so
/// few sheets are read twice, whatever they claim of themselves.
struct SheetStart {
  /// The rows that are held back at most.
  private static let rows = 128
  /// The bytes of text and cells that are held back at most.
  private static let bytes = 256 << 10

  /// What the encoder is told.
  private(set) var context: SheetContext
  /// Whether rows are held back no more.
  private(set) var isOpen = false
  private var held: [StreamedRow] = []
  private var size = 0
  private let claimedWidth: () -> Int

  /// A start; `claimedWidth` is asked where there are more rows than are held back.
  init(_ context: SheetContext, claimedWidth: @escaping () -> Int) {
    self.context = context
    self.claimedWidth = claimedWidth
  }

  /// Holds a row back; whether enough are held.
  mutating func hold(_ row: StreamedRow) -> Bool {
    held.append(row)
    size += row.bytes.count + row.cells.count * MemoryLayout<StreamedCell>.stride
    return held.count >= Self.rows || size >= Self.bytes
  }

  /// Takes the width from the rows that are held, and from what the sheet claims if they are not
  /// all there are.
  mutating func settleWidth(isWhole: Bool) {
    var width = isWhole ? 0 : claimedWidth()
    for row in held {
      if let last = row.cells.last(where: { $0.kind != .empty }) {
        width = max(width, Int(last.column) + 1)
      }
    }
    context.width = width
  }

  /// Gives out the rows that were held back.
  mutating func open() -> [StreamedRow] {
    isOpen = true
    defer { held = [] }
    return held
  }
}
