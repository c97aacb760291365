import FoundationEssentials

/// The units of measure: what a spelling such as `万方` or `元/月.人` means (rule N7).
///
/// A unit is a known word, optionally behind 百, 千, 万, 百万, 千万 or 亿, optionally over one or more others: `元/月.人` and
/// `元/人·月` are the same. A word that is not known is a counting word of a dimension of its own.
public struct UnitTable: Sendable {
  struct Simple {
    var canonical: String
    var dimension: String
    var base: String
    var scale: Decimal
  }

  private var words: [TextKey: Simple]

  /// The built-in table with a profile's units.
  public init(profile: Profile = .standard) {
    words = Self.builtIn
    for definition in profile.units {
      let base = words[TextKey(Self.key(definition.base))]
      words[TextKey(Self.key(definition.name))] = Simple(
        canonical: definition.canonical, dimension: base?.dimension ?? definition.base,
        base: base?.base ?? definition.base, scale: definition.scale * (base?.scale ?? 1))
    }
  }

  /// What a spelling means; nil for a blank and for what is no unit (digits, long texts).
  public func unit(_ text: String) -> Unit? {
    parse(text, allowsUnknown: true)
  }

  /// What a spelling means if all its words are known, as evidence that a text is a unit.
  public func knownUnit(_ text: String) -> Unit? {
    parse(text, allowsUnknown: false)
  }

  /// Whether a text is a unit all of whose words are known.
  public func isKnown(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    return words[TextKey(Self.key(text))] != nil || knownUnit(text) != nil
  }

  private func parse(_ text: String, allowsUnknown: Bool) -> Unit? {
    guard text.utf8.count <= 60 else { return nil }
    var key = Self.key(text)
    if key.hasPrefix("("), key.hasSuffix(")") { key = String(key.dropFirst().dropLast()) }
    guard !key.isEmpty else { return nil }
    if let simple = words[TextKey(key)] { return Self.unit(simple) }
    var pieces = key.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if pieces.count == 1, let each = key.firstIndex(of: "每"), each > key.startIndex {
      pieces = key.split(separator: "每").map(String.init)
    }
    guard let numerator = simple(pieces[0], allowsUnknown: allowsUnknown) else { return nil }
    guard pieces.count > 1 else { return Self.unit(numerator) }
    var lower: [Simple] = []
    for piece in pieces.dropFirst() {
      guard let parts = denominators(piece, allowsUnknown: allowsUnknown) else { return nil }
      lower += parts
    }
    lower.sort { $0.canonical < $1.canonical }
    var scale = numerator.scale
    for part in lower where part.scale != 0 && part.scale != 1 { scale /= part.scale }
    let names = lower.map(\.canonical).joined(separator: "·")
    let bases = lower.map(\.base).joined(separator: "·")
    let dimensions = lower.map(\.dimension).joined(separator: "·")
    return Unit(
      canonical: numerator.canonical + "/" + names,
      dimension: numerator.dimension + "/" + dimensions, base: numerator.base + "/" + bases,
      scale: scale)
  }

  private func denominators(_ text: String, allowsUnknown: Bool) -> [Simple]? {
    var text = text
    if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
    var result: [Simple] = []
    for part in text.split(whereSeparator: { ".·•・*×、,".contains($0) }) {
      let word = String(part)
      if let known = simple(word, allowsUnknown: false) {
        result.append(known)
        continue
      }
      // 元/人月 has no sign between its words.
      if word.count == 2, let first = words[TextKey(String(word.prefix(1)))],
        let second = words[TextKey(String(word.suffix(1)))]
      {
        result += [first, second]
      } else if let unknown = simple(word, allowsUnknown: allowsUnknown) {
        result.append(unknown)
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  private func simple(_ word: String, allowsUnknown: Bool) -> Simple? {
    if let known = words[TextKey(word)] { return known }
    for (prefix, scale) in Self.prefixes where word.hasPrefix(prefix) {
      let rest = String(word.dropFirst(prefix.count))
      if let known = words[TextKey(rest)], known.scale == 1 || known.dimension == "count" {
        return Simple(
          canonical: prefix + known.canonical, dimension: known.dimension, base: known.base,
          scale: known.scale * scale)
      }
      if rest.isEmpty { return nil }
      if allowsUnknown, Self.isCountingWord(rest) {
        return Simple(canonical: prefix + rest, dimension: rest, base: rest, scale: scale)
      }
    }
    guard allowsUnknown, Self.isCountingWord(word) else { return nil }
    return Simple(canonical: word, dimension: word, base: word, scale: 1)
  }

  private static func unit(_ simple: Simple) -> Unit {
    Unit(
      canonical: simple.canonical, dimension: simple.dimension, base: simple.base,
      scale: simple.scale)
  }

  private static func isCountingWord(_ word: String) -> Bool {
    word.unicodeScalars.count <= 8
      && word.unicodeScalars.allSatisfy {
        !("0"..."9").contains($0) && !"≥≤<>=,;:。\"".unicodeScalars.contains($0)
      }
  }

  /// Folds a spelling: no white space, ASCII brackets and signs, Latin in small letters.
  static func key(_ text: String) -> String {
    if text.utf8.count == 3, text.utf8.first.map({ $0 >= 0xE4 && $0 <= 0xE9 }) == true {
      return text
    }
    return CleanText.key(text)
  }

  static let prefixes: [(String, Decimal)] = [
    ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("万", 10_000), ("亿", 100_000_000),
    ("千", 1000), ("百", 100),
  ]
}
