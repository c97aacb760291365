/// A number format: how a number, a date or a text is shown (ECMA-376 Part 1, 18.8.30, 18.8.31).
///
/// The code is compiled once, when the format is made. Formats are equal when their codes are.
///
///     NumberFormat(code: "yyyy/m/d").kind                      // .date
///     NumberFormat(code: "0.0%").shownText(.number(0.227))     // "22.7%"
public struct NumberFormat: Sendable {
  /// What numbers under a format are.
  public enum Kind: UInt8, Hashable, Sendable {
    /// `General`: as few digits as needed.
    case general
    /// A number.
    case number
    /// A day.
    case date
    /// A day with a time.
    case dateTime
    /// A time of day.
    case time
    /// A span of time that may pass a day, such as `[h]:mm`.
    case duration
    /// Text: the format is `@`.
    case text
  }

  /// The format code, such as `0.00%`.
  public let code: String
  /// What numbers under the format are; decided by the section for positive numbers.
  public let kind: Kind
  /// The sections between semicolons, at least one and at most four.
  let sections: [FormatSection]

  /// Makes a format from its code. Any text is a format; what means nothing stands for itself.
  public init(code: String) {
    self.code = code
    sections = FormatCompiler.sections(of: code)
    kind = Self.kind(of: sections)
  }

  /// `General`.
  public static let general = NumberFormat(code: "General")
}

extension NumberFormat: Hashable {
  /// Whether the codes are equal.
  public static func == (left: NumberFormat, right: NumberFormat) -> Bool {
    left.code == right.code
  }

  /// Hashes the code.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
  }
}

extension NumberFormat {
  /// Whether numbers under the format are days, times or spans of time.
  public var isDate: Bool { kind.isDate }

  private static func kind(of sections: [FormatSection]) -> Kind {
    guard var section = sections.first else { return .general }
    // `[=0]"none";yyyy-mm-dd` is a date: its first section shows no value at all.
    if section.condition != nil, section.content == .literal, sections.count > 1 {
      section = sections[1]
    }
    switch section.content {
    case .general: return .general
    case .text: return .text
    case .literal, .number, .fraction, .scientific: return .number
    case .date: return section.dateKind
    }
  }
}

extension NumberFormat.Kind {
  /// Whether it is a day, a time or a span of time.
  public var isDate: Bool {
    switch self {
    case .date, .dateTime, .time, .duration: true
    case .general, .number, .text: false
    }
  }
}
