import ReportModel

/// What the same short texts mean again and again: units, placeholders, percents.
struct ReadingCache {
  private var placeholders: [String: Bool] = [:]
  private var units: [String: Unit?] = [:]
  private var percents: [String: PercentReader.Reading] = [:]
  private static let limit = 8192

  mutating func isPlaceholder(_ text: String, _ parser: ValueParser) -> Bool {
    if text.utf8.count > 24 { return false }
    if let known = placeholders[text] { return known }
    let answer = parser.isPlaceholder(text)
    if placeholders.count < Self.limit { placeholders[text] = answer }
    return answer
  }

  mutating func unit(_ text: String, _ table: UnitTable) -> Unit? {
    if let known = units[text] { return known }
    let unit = table.unit(text)
    if units.count < Self.limit { units[text] = .some(unit) }
    return unit
  }

  mutating func percent(_ content: CellContent, _ reader: PercentReader) -> PercentReader.Reading {
    guard content.kind == .text, content.raw.utf8.count <= 24 else { return reader.read(content) }
    if let known = percents[content.raw] { return known }
    let reading = reader.read(content)
    if percents.count < Self.limit { percents[content.raw] = reading }
    return reading
  }
}
