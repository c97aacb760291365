/// A pattern of a profile, such as `^合 *计` or `截至(.*)`: a small regular expression.
///
/// It knows `^ $ . [a-z] [^a-z] ( ) | * + ?`, `\d`, `\s` and a backslash before any sign. Matching visits
/// every pair of a step and a position at most once, so its cost is bounded by the product of the
/// two lengths whatever the pattern is. Built without a regular expression library, because
/// profiles are values that can be compared, and matching stands on a hot path.
public struct TextPattern: Hashable, Sendable {
  /// The pattern as written.
  public let source: String
  private let program: PatternProgram

  /// Reads a pattern; nil if it is none (an open bracket, nothing to repeat).
  public init?(_ source: String) {
    guard let program = PatternProgram(source) else { return nil }
    self.source = source
    self.program = program
  }

  /// Whether the pattern occurs in the text.
  public func matches(_ text: String) -> Bool {
    program.run(Array(text.unicodeScalars)) != nil
  }

  /// What the first pair of round brackets matched, or the whole match without brackets; nil if
  /// the pattern does not occur.
  public func capture(in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let match = program.run(scalars) else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[match])
    return String(view)
  }

  /// Equal sources are equal patterns.
  public static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.source == right.source
  }

  /// Hashes the source.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}

extension TextPattern {
  /// A pattern that is known to be right; an empty one if it is not.
  static func fixed(_ source: String) -> TextPattern {
    TextPattern(source) ?? TextPattern(unmatchable: source)
  }

  private init(unmatchable source: String) {
    self.source = source
    program = PatternProgram()
  }
}
