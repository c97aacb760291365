import ReportModel

/// What the same short texts mean again and again: units, percents in words.
struct ReadingCache {
  private var units: [TextKey: Unit?] = [:]
  private var percents: [TextKey: PercentReader.Reading] = [:]
  private static let limit = 8192

  mutating func unit(_ text: String, _ table: UnitTable) -> Unit? {
    let key = TextKey(text)
    if let known = units[key] { return known }
    let unit = table.unit(text)
    if units.count < Self.limit { units[key] = .some(unit) }
    return unit
  }

  mutating func percent(_ content: CellContent, _ reader: PercentReader) -> PercentReader.Reading {
    // Figures are read as fast as they are found.
    guard content.kind == .text, content.raw.utf8.count <= 24,
      let first = content.raw.utf8.first, !(0x30...0x39).contains(first)
    else { return reader.read(content) }
    let key = TextKey(content.raw)
    if let known = percents[key] { return known }
    let reading = reader.read(content)
    if percents.count < Self.limit { percents[key] = reading }
    return reading
  }
}
