internal import Spreadsheet
internal import XMLStream

/// Collects the runs of one rich text with their fonts.
struct RunCollector {
  private let colors: ColorTable
  private var runs: [TextRun] = []
  private var bytes: [UInt8] = []
  private var font: Font?
  private(set) var isInFont = false

  init(colors: ColorTable) {
    self.colors = colors
  }

  mutating func beginRun() {
    bytes.removeAll(keepingCapacity: true)
    font = nil
  }

  mutating func beginFont() {
    isInFont = true
    font = Font()
  }

  mutating func start(_ word: SheetWord, _ element: borrowing XMLElement) {
    font?.read(word, element, colors: colors)
  }

  mutating func endFont() {
    isInFont = false
  }

  mutating func append(_ text: Span<UInt8>) {
    bytes.append(text)
  }

  mutating func endRun() {
    TextEscapes.decode(&bytes, from: 0)
    runs.append(TextRun(String(decoding: bytes, as: UTF8.self), font: font))
  }

  /// The runs; none where no run has a font.
  mutating func take() -> [TextRun] {
    defer { runs = [] }
    return runs.contains { $0.font != nil } ? runs : []
  }
}
