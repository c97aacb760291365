public import Spreadsheet

/// The language of findings inside output files.
public enum FindingsLanguage: String, Hashable, Sendable, CaseIterable {
  /// Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// The sentence of a finding in this language, or in English where there is no other.
  public func message(of finding: Diagnostic) -> String {
    switch self {
    case .chinese: finding.messageZh ?? finding.message
    case .english: finding.message
    }
  }

  /// The word for a severity.
  public func name(of severity: Diagnostic.Severity) -> String {
    switch (self, severity) {
    case (.chinese, .error): "错误"
    case (.chinese, .warning): "警告"
    case (.chinese, .info): "提示"
    case (.english, _): severity.rawValue
    }
  }

  /// The name of the sheet that lists the findings.
  var sheetName: String { self == .chinese ? "审核结果" : "Findings" }

  /// The headers of the list.
  var headers: [String] {
    self == .chinese
      ? ["级别", "代码", "工作表", "单元格", "说明", "应为", "实为"]
      : ["Severity", "Code", "Sheet", "Cell", "Message", "Expected", "Actual"]
  }

  /// The line above the list.
  func summary(errors: Int, warnings: Int, infos: Int) -> String {
    self == .chinese
      ? "共\(errors + warnings + infos)条：错误\(errors)、警告\(warnings)、提示\(infos)"
      : "\(errors + warnings + infos) findings: \(errors) errors, \(warnings) warnings, \(infos) notes"
  }
}
