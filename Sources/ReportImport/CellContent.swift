import ReportModel
import Spreadsheet

/// The content of a cell as text: as it is stored, and as it is read.
struct CellContent {
  enum Kind {
    case blank, text, number, percent, date, boolean, error
    /// A formula whose result the file does not hold.
    case missingResult
  }

  var kind: Kind
  /// Numbers in their shortest form, dates in ISO 8601, text as it is.
  var raw: String
  /// The same, but a number with a percent format as it is shown.
  var shown: String

  static let blank = CellContent(kind: .blank, raw: "", shown: "")

  init(kind: Kind, raw: String, shown: String? = nil) {
    self.kind = kind
    self.raw = raw
    self.shown = shown ?? raw
  }

  init(_ cell: Cell, styles: CellStyles) {
    switch cell.value {
    case .empty:
      self.init(kind: cell.formula == nil ? .blank : .missingResult, raw: "")
    case .string(let text):
      self.init(kind: Self.isBlank(text) ? .blank : .text, raw: text)
    case .boolean(let flag):
      self.init(kind: .boolean, raw: flag ? "TRUE" : "FALSE")
    case .error(let text):
      self.init(kind: .error, raw: text)
    case .number(let number):
      switch styles.kind(of: cell.style) {
      case .plain: self.init(kind: .number, raw: CleanText.shortest(number))
      case .percent:
        let shown = styles.format(of: cell.style).shownText(.number(number))
        self.init(kind: .percent, raw: CleanText.shortest(number), shown: shown)
      case .date:
        let format = styles.format(of: cell.style)
        let typed = TypedNumber(number, kind: format.kind, dateSystem: styles.dateSystem)
        if case .number = typed {
          self.init(kind: .number, raw: CleanText.shortest(number))
          return
        }
        var bytes: [UInt8] = []
        typed.append(dateSystem: styles.dateSystem, to: &bytes)
        // 2025年12月 is a month, not its first day.
        if case .date = typed, bytes.count == 10, !Self.showsDay(format.code) {
          bytes.removeLast(3)
        }
        self.init(kind: .date, raw: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  private static func showsDay(_ code: String) -> Bool {
    var isQuoted = false
    for byte in code.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte | 0x20 == UInt8(ascii: "d") { return true }
    }
    return !code.utf8.contains { $0 | 0x20 == UInt8(ascii: "y") }
  }

  /// Whether a text shows nothing.
  static func isBlank(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case 0x21...0x7E, 0xE4...0xE9: return false
    default:
      return text.unicodeScalars.allSatisfy {
        CleanText.isWhiteSpace($0) || CleanText.isInvisible($0)
      }
    }
  }
}

extension Cell {
  /// Whether there is anything to read in the cell: a value, or a formula that lacks its result.
  var isFilled: Bool {
    switch value {
    case .empty: formula != nil
    case .string(let text): !CellContent.isBlank(text)
    case .number, .boolean, .error: true
    }
  }
}
