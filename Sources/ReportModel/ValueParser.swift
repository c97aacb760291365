import FoundationEssentials

/// Reads measures: numbers, percents, bounds, several values in one text, words (rules N3 to N6).
///
/// What cannot be read whole stays text and never becomes 0.
public struct ValueParser: Sendable {
  let units: UnitTable
  private let sentinels: Set<TextKey>
  /// The lengths of the placeholders in bytes, as bits: nearly all texts have another one.
  private let sentinelLengths: UInt64

  /// A parser with the units and placeholders of a profile.
  public init(profile: Profile = .standard) {
    self.init(profile: profile, units: UnitTable(profile: profile))
  }

  /// A parser that shares a table of units.
  public init(profile: Profile, units: UnitTable) {
    self.units = units
    sentinels = Set(profile.sentinels.map { TextKey(CleanText.key($0)) })
    sentinelLengths = sentinels.reduce(0) { $0 | 1 << UInt64($1.text.utf8.count) }
  }

  /// Whether a text is blank or a placeholder such as `/`.
  public func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    if text.isEmpty { return true }
    let key = CleanText.key(text)
    return sentinelLengths >> UInt64(key.utf8.count) & 1 == 1 && sentinels.contains(TextKey(key))
  }

  /// What a cell says: its text (cleaned, without grouping) and its value.
  ///
  /// A number with a unit behind it is converted into the row's unit where both can be.
  public func read(_ raw: String, unit: Unit? = nil) -> (text: String, value: Value) {
    // Most figures are spelled plainly: there is nothing to clean or to fold.
    if let number = NumberScan.plainNumber(raw), !isPlaceholder(raw) {
      return (raw, .number(number))
    }
    if let points = NumberScan.plainPercent(raw), !isPlaceholder(raw) {
      return (raw, .percent(points))
    }
    let shown = CleanText.display(raw)
    if isPlaceholder(shown) { return ("", .empty) }
    let scan = NumberScan.folded(shown)
    if let number = NumberScan.wholeNumber(scan) {
      return (String(number.spelling), .number(number.value))
    }
    if let points = NumberScan.wholePercent(scan) {
      let shown = NumberScan.withoutGrouping(scan)
      let text = shown.utf8.contains(0x20) ? shown.replacing(" ", with: "") : shown
      return (text, .percent(points))
    }
    // Without a digit there is no number in it, and so nothing but words.
    let value =
      (shown.holdsDigit ? parse(scan, unit: unit, depth: 0) : nil)
      ?? .text(shown, Self.meaning(of: shown))
    switch value {
    case .text, .compound: return (shown, value)
    case .percent:
      return (NumberScan.withoutGrouping(scan).replacing(" ", with: ""), value)
    default: return (NumberScan.withoutGrouping(shown), value)
    }
  }

  /// The value of a text.
  public func value(of text: String, unit: Unit? = nil) -> Value {
    read(text, unit: unit).value
  }

  private func parse(_ text: String, unit: Unit?, depth: Int) -> Value? {
    guard depth < 4, text.utf8.count <= 600 else { return nil }
    let text = Self.withoutSpace(text)
    if let value = compound(text, unit: unit, depth: depth) { return value }
    if let value = bound(text, unit: unit) { return value }
    return quantity(Substring(text), unit: unit)
  }

  private static func withoutSpace(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.properties.isWhitespace) else { return text }
    return text.filter { !$0.isWhitespace }
  }

  /// A number with an optional unit, or a percent.
  private func quantity(_ text: Substring, unit: Unit?) -> Value? {
    guard let (number, name) = split(text) else { return nil }
    if name == "%" { return .percent(number) }
    guard let scale = scale(of: name, in: unit) else { return nil }
    return .number(scale == 1 ? number : number * scale)
  }

  /// A leading number and what follows it.
  private func split(_ text: Substring) -> (Decimal, String)? {
    guard let prefix = NumberScan.leadingNumber(text) else { return nil }
    return (prefix.value, String(prefix.rest))
  }

  /// By what a number with a unit behind it is multiplied; nil if there is no such unit.
  private func scale(of name: String, in unit: Unit?) -> Decimal? {
    if name.isEmpty { return 1 }
    if let bare = UnitTable.prefixes.first(where: { $0.0 == name }) {
      guard let unit, unit.scale != 0 else { return bare.1 }
      // 1.5万 beside the unit 万人 is 1.5 of them.
      return unit.scale == bare.1 ? 1 : bare.1 / unit.scale
    }
    guard let own = units.knownUnit(name) else {
      return unit.map { units.unit(name)?.canonical == $0.canonical } == true ? 1 : nil
    }
    guard let unit, unit.scale != 0, own.scale != unit.scale, own.isConvertible(to: unit) else {
      return 1
    }
    return own.scale / unit.scale
  }

  // MARK: - Bounds

  private static let prefixes: [(String, Value.Comparison)] = [
    ("大于等于", .atLeast), ("大于或等于", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast),
    ("不小于", .atLeast), ("不得低于", .atLeast), ("不得少于", .atLeast), ("至少", .atLeast),
    ("达到", .atLeast), ("达", .atLeast), ("≥", .atLeast), ("≧", .atLeast), (">=", .atLeast),
    ("小于等于", .atMost), ("小于或等于", .atMost), ("不高于", .atMost), ("不超过", .atMost),
    ("不大于", .atMost), ("不多于", .atMost), ("不得超过", .atMost), ("不得高于", .atMost),
    ("控制在", .atMost), ("至多", .atMost), ("最多", .atMost), ("≤", .atMost), ("≦", .atMost),
    ("<=", .atMost), ("超过", .moreThan), ("高于", .moreThan), ("大于", .moreThan),
    ("多于", .moreThan), (">", .moreThan), ("低于", .lessThan), ("少于", .lessThan),
    ("小于", .lessThan), ("<", .lessThan), ("大约", .equal), ("约", .equal), ("等于", .equal),
    ("=", .equal),
  ]

  private static let suffixes: [(String, Value.Comparison)] = [
    ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost),
    ("之内", .atMost), ("左右", .equal),
  ]

  private static func prefix(of text: Substring) -> (String, Value.Comparison)? {
    // A number by itself begins with none of them.
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return nil }
    return prefixes.first { text.begins(with: $0.0) }
  }

  private func bound(_ text: String, unit: Unit?) -> Value? {
    var rest = Substring(text)
    var comparison: Value.Comparison?
    if let match = Self.prefix(of: rest) {
      rest = rest.droppingFirst(bytes: match.0.utf8.count)
      comparison = match.1
    }
    if let match = Self.suffixes.first(where: { rest.ends(with: $0.0) }) {
      rest = rest.droppingLast(bytes: match.0.utf8.count)
      if comparison == nil || match.1 != .equal { comparison = match.1 }
    }
    guard let comparison, let (number, name) = split(rest) else { return nil }
    if name.isEmpty { return .bound(comparison, number, unit: nil) }
    guard name == "%" || scale(of: name, in: unit) != nil else { return nil }
    return .bound(comparison, number, unit: name)
  }

  // MARK: - Several values

  private func compound(_ text: String, unit: Unit?, depth: Int) -> Value? {
    var rest = Substring(text)
    let isStated = rest.begins(with: "分别")
    if isStated {
      rest = rest.dropFirst(2)
      for word in ["为", "是"] where rest.begins(with: word) { rest = rest.dropFirst(word.count) }
    }
    guard rest.unicodeScalars.contains(where: { Self.separates($0, isStated: isStated) }) else {
      return nil
    }
    let pieces = rest.unicodeScalars
      .split(whereSeparator: { Self.separates($0, isStated: isStated) }).map(Substring.init)
    guard pieces.count > 1 else { return nil }
    let prefix = Self.prefix(of: rest)?.0 ?? ""
    var parts: [Value] = []
    for (index, piece) in pieces.enumerated() {
      var text = String(piece)
      if index > 0, isStated, !prefix.isEmpty, NumberScan.leadingNumber(piece) != nil {
        text = prefix + text
      }
      guard let part = parse(text, unit: unit, depth: depth + 1) else { return nil }
      parts.append(part)
    }
    return .compound(parts)
  }

  private static func separates(_ scalar: Unicode.Scalar, isStated: Bool) -> Bool {
    switch scalar {
    case "和", "、", "，", "；", ";", "及", "与": true
    case ",": isStated
    default: false
    }
  }

  // MARK: - Words

  private static func meaning(of text: String) -> Value.Meaning {
    guard text.utf8.count <= 60 else { return .other }
    return meanings[TextKey(CleanText.key(text))] ?? .other
  }

  private static let meanings: [TextKey: Value.Meaning] = {
    let words: [(Value.Meaning, [String])] = [
      (
        .done,
        [
          "已完成", "完成", "全部完成", "已全部完成", "完成任务", "已完成任务", "已办结", "办结", "达成预期指标", "达到预期", "已达标",
          "达标", "已完成年度任务", "全面完成",
        ]
      ),
      (
        .asTask,
        [
          "完成任务数", "按任务数", "完成任务数量", "完成任务目标", "按任务完成", "同任务数", "完成目标任务", "完成年度任务", "符合相关规定",
        ]
      ),
      (.notApplicable, ["不适用", "不涉及", "n/a", "na"]),
    ]
    var meanings: [TextKey: Value.Meaning] = [:]
    for (meaning, texts) in words {
      for text in texts { meanings[TextKey(text)] = meaning }
    }
    return meanings
  }()
}
