import FoundationEssentials
import ReportModel
import Spreadsheet

/// Reads stated percents (rule N5): how bare numbers are meant is decided for the whole sheet.
struct PercentReader {
  let parser: ValueParser
  let scale: FieldRule.Scale
  /// Whether the header or a text of the column has a percent sign.
  let hasSign: Bool

  /// A percent as read; `isUnsure` asks for a finding.
  struct Reading {
    var text: String
    var value: Value
    var isUnsure = false
  }

  func read(_ content: CellContent) -> Reading {
    if content.kind == .percent {
      let exact = Decimal(string: CleanText.shifted(content.raw, by: 2))
      let shown = parser.read(content.shown)
      return Reading(text: shown.text, value: exact.map(Value.percent) ?? shown.value)
    }
    let (text, value) = parser.read(content.shown)
    guard case .number(let number) = value, CleanText.decimal(text) != nil else {
      return Reading(text: text, value: value)
    }
    switch scale {
    case .points: return points(text, number)
    case .ratio:
      let shifted = CleanText.shifted(text, by: 2)
      return Reading(text: shifted + "%", value: .percent(number * 100))
    case .auto:
      if hasSign || number > 5 || number < 0 { return points(text, number) }
      return Reading(text: text, value: value, isUnsure: true)
    }
  }

  private func points(_ text: String, _ number: Decimal) -> Reading {
    Reading(text: text + "%", value: .percent(number))
  }

  /// Whether a text of the percent column has a sign.
  static func hasSign(_ grid: TableGrid, _ slot: Int, roles: [SheetLayout.RowRole?]) -> Bool {
    for offset in roles.indices where roles[offset] == .data {
      guard case .string(let text)? = grid.ownCell(offset, slot)?.value else { continue }
      if text.utf8.last == UInt8(ascii: "%") || text.ends(with: "％") { return true }
    }
    return false
  }
}
