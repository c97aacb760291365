/// The columns of the tidy form, in their order; the raw values are the headers.
public enum TidyColumn: String, CaseIterable, Sendable {
  /// What a person wrote, cleaned.
  case sectionNumber = "section_no"
  /// What a person wrote, cleaned.
  case section
  /// What a person wrote, cleaned.
  case goalNumber = "goal_no"
  /// What a person wrote, cleaned.
  case goal, action, task, indicator, unit, target, achieved, percent, lead, remark
  /// The identity of the row.
  case rowID = "row_id"
  /// What the target means.
  case targetKind = "target_kind"
  /// What the target means.
  case targetOperator = "target_op"
  /// What the target means.
  case targetValue = "target_value"
  /// What was achieved means.
  case achievedKind = "achieved_kind"
  /// What was achieved means.
  case achievedValue = "achieved_value"
  /// The percent as a number in points.
  case percentStated = "percent_stated"
  /// The percent computed from achieved / target, rounded to four decimals.
  case percentComputed = "percent_computed"
  /// How the two stand to each other: `PercentVerdict`.
  case percentVerdict = "percent_verdict"
  /// The unit by its one spelling.
  case unitCanonical = "unit_canonical"
  /// What was achieved, in base units.
  case valueBase = "value_base"
  /// The name that rows with a shared cell have in common.
  case group
  /// The supporting units.
  case support
  /// The further columns as a JSON object.
  case extras = "extras_json"
  /// The codes of the findings on the row, joined with `;`.
  case findings
  /// Where the row was read.
  case sourceFile = "source_file"
  /// Where the row was read.
  case sourceSheet = "source_sheet"
  /// Where the row was read.
  case sourceRange = "source_range"

  /// Whether a spreadsheet gets the text as a number where nothing is lost by that.
  var isNumeric: Bool {
    switch self {
    case .goalNumber, .target, .achieved, .targetValue, .achievedValue, .percentStated,
      .percentComputed, .valueBase:
      true
    default: false
    }
  }
}
