import FoundationEssentials
import ReportModel
import Spreadsheet

/// UNIT_CONFLICT, UNIT_MISMATCH, UNIT_NONSTANDARD, UNIT_SYNONYM, PERCENT_IN_VALUE.
///
/// Units against the task's text are for `TaskTextRules`.
struct UnitRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    for row in context.rows {
      conflict(row, into: &findings)
      scale(row, into: &findings)
      bound(row, into: &findings)
    }
    spelling(into: &findings)
  }

  private func conflict(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    if row.isPercentUnit {
      for measure in [indicator.target, indicator.achieved] {
        if case .percent = measure.value, measure.text.hasSuffix("%") || measure.text.hasSuffix("％")
        {
          findings.add(
            .info, "PERCENT_IN_VALUE", row, at: measure.address,
            "the unit is % and the value has a percent sign too", zh: "单位为%而数值带%号",
            actual: measure.text)
        }
      }
      if case .number(let target) = indicator.target.value,
        target > 500 || (target > 100 && !isRate(row))
      {
        findings.add(
          .error, "UNIT_CONFLICT", row, at: indicator.unit.address,
          "the unit is %, but the target \(indicator.target.text) looks like a count",
          zh: "单位为%，而指标任务\(indicator.target.text)似为数量", actual: indicator.target.text)
        return
      }
      guard case .number(let achieved) = indicator.achieved.value, achieved > 100,
        let target = indicator.target.value.decimal, target <= 100,
        row.audit.verdict == .mismatch || row.audit.verdict == .capped
      else { return }
      findings.add(
        .error, "UNIT_CONFLICT", row, at: indicator.achieved.address,
        "the unit is %, but \(indicator.achieved.text) looks like a count",
        zh: "单位为%，而已完成数\(indicator.achieved.text)似为数量", actual: indicator.achieved.text)
      return
    }
    let word = row.word
    guard !indicator.unit.isBlank, !word.base.isEmpty else { return }
    fraction(row, word: word, into: &findings)
    for measure in [indicator.target, indicator.achieved] {
      guard case .percent = measure.value else { continue }
      findings.add(
        .error, "UNIT_CONFLICT", row, at: measure.address,
        "the unit is \(indicator.unit.text), but \(measure.text) is a percent",
        zh: "单位为\(indicator.unit.text)，而数值\(measure.text)为百分比", expected: indicator.unit.text,
        actual: measure.text)
    }
  }

  /// Whether the texts speak of a share or a growth, which may pass 100%.
  private func isRate(_ row: CheckRow) -> Bool {
    let texts = [row.taskName, row.indicator.name].compactMap { $0 }
    return texts.contains { text in
      var isGrowth = false
      for scalar in text.unicodeScalars {
        switch scalar {
        case "率", "比", "占", "%", "％", "倍", "均", "每": return true
        case "长", "幅", "速": if isGrowth { return true }
        default: break
        }
        isGrowth = scalar == "增"
      }
      return false
    }
  }

  /// Things and people are counted whole: 8.9118 人 lacks its 万.
  private func fraction(
    _ row: CheckRow, word: MeasureWord, into findings: inout CheckFindings
  ) {
    guard word.isCount, word.scale == .one else { return }
    for (measure, fixed) in [
      (row.indicator.target, row.target), (row.indicator.achieved, row.achieved),
    ] {
      guard case .number(let number) = measure.value,
        !(fixed?.isWhole ?? (DecimalRounding.truncated(number, decimals: 0) == number))
      else { continue }
      if isRate(row) { return }
      findings.add(
        .warning, "UNIT_MISMATCH", row, at: row.indicator.unit.address,
        "\(measure.text) \(row.indicator.unit.text) is no whole number; the unit may lack a multiple such as 万",
        zh: "\(measure.text)\(row.indicator.unit.text)不是整数，单位疑缺“万”等倍数",
        actual: row.indicator.unit.text)
      return
    }
  }

  /// A figure in another multiple of the unit: 2522 where 0.2522 万人 is meant.
  private func scale(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    guard row.audit.verdict == .mismatch, !indicator.isInGroup,
      let stated = row.audit.percent, let own = Ratio(achievedOf: row, targetOf: row),
      indicator.achieved.value.decimal.map({ $0 > 0 }) == true
    else { return }
    for factor in factors(of: row) {
      for divides in [true, false] {
        guard let ratio = factor.applied(to: own, divides: divides) else { continue }
        let verdict = stated.verdict(for: ratio)
        guard verdict == .exact || verdict == .rounded else { continue }
        let figure = ratio.numerator
        findings.add(
          .warning, "UNIT_MISMATCH", row, at: indicator.achieved.address,
          "\(indicator.achieved.text) is not in \(indicator.unit.text): \(figure) fits the target and the percent",
          zh: "已完成数\(indicator.achieved.text)与单位\(indicator.unit.text)不符，按\(figure)则与占任务数相符",
          expected: "\(figure)", actual: indicator.achieved.text)
        return
      }
    }
  }

  /// The multiples that a figure may be off by: that of its unit, and those in use everywhere.
  private func factors(of row: CheckRow) -> [ScaleFactor] {
    let scale = row.indicator.unit.unit?.scale ?? row.word.scale.decimal
    guard scale > 1 else { return Self.multiples }
    return [ScaleFactor(scale, word: row.word)] + Self.multiples
  }

  private static let multiples = [4, 3, 8].map(ScaleFactor.init(places:))

  /// A unit inside a value that is not that of the row: 不低于99元/人 under 元/月.
  private func bound(_ row: CheckRow, into findings: inout CheckFindings) {
    let indicator = row.indicator
    guard !indicator.unit.isBlank else { return }
    let unit = row.word
    for measure in [indicator.target, indicator.achieved] {
      for written in Self.units(of: measure.value) {
        let word = context.words.word(written)
        if word == unit || (word.agrees(with: unit) && word.scale == unit.scale) { continue }
        findings.add(
          .warning, "UNIT_MISMATCH", row, at: measure.address,
          "\(measure.text) is in \(written), the unit of the row is \(indicator.unit.text)",
          zh: "数值单位为\(written)，单位栏为\(indicator.unit.text)", expected: indicator.unit.text,
          actual: written)
        break
      }
    }
  }

  private static func units(of value: Value) -> [String] {
    switch value {
    case .bound(_, _, let unit): unit.map { [$0] } ?? []
    case .compound(let parts): parts.flatMap(units(of:))
    case .empty, .number, .percent, .text: []
    }
  }

  /// Spellings: one note per spelling that is not the standard's, and one per unit in two spellings.
  private func spelling(into findings: inout CheckFindings) {
    var told: Set<String> = []
    var spellings: [String: [String]] = [:]
    for row in context.rows {
      let field = row.indicator.unit
      guard !field.isBlank, told.insert(field.text).inserted else { continue }
      if let standard = Self.standardSpelling(of: field.text) {
        findings.add(
          .info, "UNIT_NONSTANDARD", row, at: field.address,
          "\(field.text) is better written \(standard)", zh: "单位“\(field.text)”宜写作“\(standard)”",
          expected: standard, actual: field.text)
      }
      guard let unit = field.unit else { continue }
      let key = "\(unit.canonical)\u{1F}\(unit.base)"
      let known = spellings[key, default: []]
      if known.contains(field.text) { continue }
      if let first = known.first, Self.standardSpelling(of: field.text) == nil {
        findings.add(
          .info, "UNIT_SYNONYM", row, at: field.address,
          "\(field.text) and \(first) are one unit in two spellings",
          zh: "同一单位写法不一：“\(field.text)”与“\(first)”", expected: first, actual: field.text)
      }
      spellings[key, default: []].append(field.text)
    }
  }

  private static func standardSpelling(of text: String) -> String? {
    if text.contains("/"), text.contains(".") || text.contains("．") {
      return text.replacing(".", with: "·").replacing("．", with: "·")
    }
    for (ending, standard) in [("平米", "平方米"), ("㎡", "平方米"), ("万方", "万立方米"), ("公分", "厘米")]
    where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count)) + standard
    }
    return text == "方" ? "立方米" : nil
  }
}
