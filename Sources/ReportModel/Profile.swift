public import FoundationEssentials

/// How a kind of table is laid out, worded and checked: what is particular to a city or a form.
///
/// The standard profile is built in as Swift values; module ProfileFile reads and writes profiles
/// as YAML.
public struct Profile: Hashable, Sendable {
  /// The name and version, such as `minsheng-shishi/1`.
  public var name = "minsheng-shishi/1"
  /// Which sheets are read.
  public var sheets = SheetRule()
  /// How headers are found.
  public var header = HeaderRule()
  /// The fields and their headers.
  public var fields: [FieldRule] = FieldRule.standard
  /// Headers of columns that are kept beside the model, without a finding.
  public var extras: [String] = FieldRule.standardExtras
  /// What names sections.
  public var sections = SectionRule()
  /// Rows that hold no data: totals, notes, page lines.
  public var skipRows: [TextPattern] = RowPatterns.standardSkipped
  /// Label lines around the table.
  public var meta = MetaRule()
  /// Units of measure that the built-in table lacks or that are meant otherwise.
  public var units: [UnitDefinition] = []
  /// Names of organizations that mean the same.
  public var aliases: [OrganizationAlias] = OrganizationAlias.standard
  /// Texts that stand for nothing.
  public var sentinels: [String] = [
    "/", "／", "—", "——", "–", "-", "--", "－", "无", "N/A", "不涉及", "\\",
  ]
  /// Rules and thresholds of the checks.
  public var checks = CheckRule()
  /// Layouts that are stated instead of being inferred, by sheet.
  public var layouts: [SheetLayout] = []

  /// The standard profile.
  public init() {}

  /// The profile for tables of government livelihood projects (民生实事), which is built in.
  public static let standard = Profile()
}

/// Which sheets of a workbook are read.
public struct SheetRule: Hashable, Sendable {
  /// What happens to hidden parts.
  public enum Hidden: String, Hashable, Sendable, CaseIterable {
    /// They are not read, and a finding says so.
    case skip
    /// They are read like the others.
    case include
  }

  /// Names or patterns with `*` of the sheets to read.
  public var include = ["*"]
  /// Names or patterns with `*` of the sheets not to read.
  public var exclude = ["填报说明"]
  /// What happens to hidden sheets, rows and unknown columns.
  public var hidden = Hidden.skip

  /// The standard rule.
  public init() {}

  /// Whether a sheet with this name is read.
  public func includes(_ name: String) -> Bool {
    include.contains { Self.matches(name, $0) } && !exclude.contains { Self.matches(name, $0) }
  }

  private static func matches(_ name: String, _ glob: String) -> Bool {
    var pattern = "^"
    for scalar in glob.unicodeScalars {
      switch scalar {
      case "*": pattern += ".*"
      case "?": pattern += "."
      default: pattern += "\\\(scalar)"
      }
    }
    // A backslash before d or s would have a meaning of its own.
    pattern = pattern.replacing("\\d", with: "d").replacing("\\s", with: "s")
    return TextPattern(pattern + "$")?.matches(name) ?? (name == glob)
  }
}

/// How headers are found.
public struct HeaderRule: Hashable, Sendable {
  /// Whether headers may be printed again.
  public enum Repetition: String, Hashable, Sendable, CaseIterable {
    /// They may.
    case allowed
    /// Only the first header of a sheet counts.
    case forbidden
  }

  /// How many fields a header must name.
  public var minimumFields = 4
  /// How many rows a header has; nil to find out.
  public var rows: Int?
  /// Whether it may be printed again.
  public var repetition = Repetition.allowed

  /// The standard rule.
  public init() {}
}

/// What names sections.
public struct SectionRule: Hashable, Sendable {
  /// Rows over the whole width that begin a section.
  public var row: TextPattern? = .fixed("^[一二三四五六七八九十]+、")
  /// The header of a column that names the section.
  public var column: String? = "类别"
  /// Whether the name of a sheet may name a section where nothing else does.
  public var usesSheetTitle = true

  /// The standard rule.
  public init() {}
}

/// Label lines above, beside and below the table.
public struct MetaRule: Hashable, Sendable {
  /// The unit that filled in the table.
  public var unit: TextPattern? = .fixed("^填报单位[:：]")
  /// The day on which it was filled in.
  public var date: TextPattern? = .fixed("^填报日期[:：]")
  /// The day up to which the figures count.
  public var asOf: TextPattern? = .fixed("截至(.*)")

  /// The standard rule.
  public init() {}
}

/// Rules and thresholds of the checks.
public struct CheckRule: Hashable, Sendable {
  /// How computed percents may be rounded.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// Half away from zero or half to even.
    case either
    /// Half away from zero, as spreadsheets do.
    case halfUp = "half_up"
    /// Half to even (GB/T 8170).
    case halfEven = "half_even"
  }

  /// Percents above this, in points, call for a word in the remark.
  public var overshoot: Decimal = 120
  /// Digits after the point that a percent is rounded to where the stated one has fewer.
  public var percentDecimals = 2
  /// How computed percents may be rounded.
  public var rounding = Rounding.either
  /// Whether 100% may stand for more than 100%.
  public var isCapAllowed = false
  /// The least share of the year's target that is on schedule, in points; nil asks nothing.
  public var schedule: Decimal?
  /// Codes of rules that are switched off.
  public var disabled: [String] = []

  /// The standard rules.
  public init() {}
}
