public import Spreadsheet

/// The findings of `check` as the JSON of the command line contract.
public enum FindingsJSON {
  /// The object with the list of findings, in the language of their messages.
  public static func value(
    of findings: [Diagnostic], language: FindingsLanguage = .chinese
  ) -> ReportJSONValue {
    .object([.init("findings", .array(findings.map { value(of: $0, language: language) }))])
  }

  /// One finding; what does not apply is left out.
  public static func value(
    of finding: Diagnostic, language: FindingsLanguage = .chinese
  ) -> ReportJSONValue {
    var object = ReportJSONMembers()
    object.add("code", finding.code)
    object.add("severity", finding.severity.rawValue)
    object.add("file", finding.location.file)
    object.add("sheet", finding.location.sheet)
    object.add("cell", finding.location.range?.description)
    object.add("part", finding.location.sheet == nil ? finding.location.part : nil)
    object.add("row_id", finding.rowID)
    object.add("message", language.message(of: finding))
    object.add("expected", finding.expected)
    object.add("actual", finding.actual)
    return object.object
  }
}
