import FoundationEssentials
import ReportModel
import Spreadsheet

extension TableReader {
  /// The columns that only our own tidy form has: further columns as JSON, the group, exact percents.
  mutating func readTidy(_ offset: Int, _ row: inout ImportedRow) {
    if let text = tidyText(.extrasJSON, offset), !text.isEmpty {
      let place = slots[.extrasJSON].map { CellRange(grid.reference(offset, $0)) }
      if let pairs = FlatJSON.pairs(of: text) {
        for (header, value) in pairs {
          row.indicator.extras.append(
            ExtraField(header: header, raw: value, text: value, address: place.map(address)))
        }
      } else if let place {
        add(
          .warning, "EXTRAS_INVALID", place, "the further columns are no JSON object of texts",
          zh: "其他列不是文字的JSON对象", actual: text)
      }
    }
    row.tidyGroup = tidyText(.group, offset) ?? ""
    if let text = tidyText(.percentStated, offset), let exact = CleanText.decimal(text),
      case .percent(let shown) = row.indicator.percent.value, Self.rounds(exact, to: shown)
    {
      row.indicator.percent.value = .percent(exact)
    }
  }

  private func tidyText(_ field: ReportField, _ offset: Int) -> String? {
    guard let slot = slots[field], let cell = grid.ownCell(offset, slot) else { return nil }
    return CellContent(cell, styles: styles).raw
  }

  /// Whether a percent is what the shown one was rounded from.
  private static func rounds(_ exact: Decimal, to shown: Decimal) -> Bool {
    let step = Decimal(sign: .plus, exponent: min(0, shown.exponent), significand: 1)
    return (exact - shown).magnitude * 2 <= step
  }
}
