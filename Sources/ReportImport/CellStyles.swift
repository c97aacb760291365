import Spreadsheet

/// What the number formats of a workbook say about numbers, by style.
struct CellStyles: Sendable {
  enum Kind: UInt8 {
    case plain, percent, date
  }

  private let table: StyleTable
  private let kinds: [Kind]
  let dateSystem: DateSystem

  init(_ workbook: Workbook) {
    table = workbook.styles
    dateSystem = workbook.dateSystem
    kinds = (0..<workbook.styles.count).map { Self.kind(of: workbook.styles[$0].numberFormat) }
  }

  func kind(of style: Int) -> Kind {
    kinds.indices.contains(style) ? kinds[style] : .plain
  }

  func format(of style: Int) -> NumberFormat { table[style].numberFormat }

  private static func kind(of format: NumberFormat) -> Kind {
    if format.isDate { return .date }
    return hasPercentSign(format.code) ? .percent : .plain
  }

  /// Whether a format code has a percent sign outside of quotation marks and escapes.
  private static func hasPercentSign(_ code: String) -> Bool {
    var isQuoted = false
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\\") where !isQuoted: isEscaped = true
      case UInt8(ascii: "%") where !isQuoted: return true
      case UInt8(ascii: ";") where !isQuoted: return false
      default: break
      }
    }
    return false
  }
}
