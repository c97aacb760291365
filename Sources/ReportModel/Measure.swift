public import FoundationEssentials

/// A measured field of a row: what was written, what it means, and where it stands.
///
/// Where one cell stands for several rows, all of them carry `group`; `text`, `raw` and `value` stand in
/// the first row only and the others are blank, so that nothing is counted twice.
public struct Measure: Hashable, Sendable {
  /// The text of the cell exactly as it is there.
  public var raw: String
  /// The text as a person wrote it, cleaned (numbers without grouping, percents with `%`); empty
  /// for a blank and for a placeholder such as `/`.
  public var text: String
  /// What the text means.
  public var value: Value
  /// The group whose cell this is, where it is shared.
  public var group: String?
  /// Where it stands; nil where there is no such cell.
  public var address: CellAddress?

  /// Makes a measure; blank unless given.
  public init(
    raw: String = "", text: String = "", value: Value = .empty, group: String? = nil,
    address: CellAddress? = nil
  ) {
    self.raw = raw
    self.text = text
    self.value = value
    self.group = group
    self.address = address
  }

  /// Whether there is nothing in it.
  public var isBlank: Bool { text.isEmpty }
}

/// What a measure means.
public enum Value: Hashable, Sendable {
  /// Nothing, or a placeholder.
  case empty
  /// A number.
  case number(Decimal)
  /// A percent, in points: 144.88 for `144.88%`.
  case percent(Decimal)
  /// A bound such as 不低于99元/人.
  case bound(Comparison, Decimal, unit: String?)
  /// Several values in one text, such as 分别不低于740元/月和485元/月.
  indirect case compound([Value])
  /// Words.
  case text(String, Meaning)

  /// How a bound compares.
  public enum Comparison: String, Hashable, Sendable, Codable {
    /// At least.
    case atLeast = "≥"
    /// At most.
    case atMost = "≤"
    /// More than.
    case moreThan = ">"
    /// Less than.
    case lessThan = "<"
    /// About, or exactly.
    case equal = "="
  }

  /// What the words of a value say.
  public enum Meaning: String, Hashable, Sendable, Codable {
    /// Done (已完成).
    case done
    /// As the task says (完成任务数).
    case asTask
    /// Does not apply.
    case notApplicable
    /// Anything else.
    case other
  }

  /// The name of the case, as the tidy form prints it: `number`, `percent`, `bound`, `compound`,
  /// `text`, and empty text for nothing.
  public var kind: String {
    switch self {
    case .empty: ""
    case .number: "number"
    case .percent: "percent"
    case .bound: "bound"
    case .compound: "compound"
    case .text: "text"
    }
  }

  /// The number of a number, percent or bound.
  public var decimal: Decimal? {
    switch self {
    case .number(let number), .percent(let number), .bound(_, let number, _): number
    case .empty, .compound, .text: nil
    }
  }
}
