import ProfileFile
import ReportMerge
import ReportModel
import ReportRender
import Spreadsheet

/// Writes a merge: the report, the log, and the draft of the decisions.
struct MergeWriting {
  var form: MergeForm
  var layout: NormalizeLayout
  var text: CSVOptions
  let profile: Profile
  let limits: ReadLimits
  var logForm: MergeLogForm?
  var language: Language
  /// The files that no output may be.
  var inputs: Set<FileIdentity>

  private var words: MergeLanguage { language == .zh ? .chinese : .english }

  /// Writes the merged report; JSON holds the whole merge.
  func write(
    _ result: MergeResult, to word: String?, with group: OutputGroup, outcome: inout Outcome
  ) throws {
    let output = ResultOutput(word: word, inputs: inputs, group: group)
    let report: NormalizeForm
    switch form {
    case .json:
      return try output.write(
        bytes: MergeJSON.value(of: result).indentedBytes(), as: text.encodingOption)
    case .csv: report = .csv
    case .xlsx: report = .xlsx
    }
    outcome.findings += try ReportResult(
      form: report, layout: layout, text: text, profile: profile, limits: limits
    ).write(result.report, to: output)
  }

  /// Writes the log in the form of its extension.
  func writeLog(
    _ result: MergeResult, to word: String, with group: OutputGroup, outcome: inout Outcome
  ) throws {
    let output = ResultOutput(word: word, inputs: inputs, group: group)
    switch logForm ?? .text {
    case .text: try output.write(MergeText(language: words).text(of: result))
    case .markdown: try output.write(MergeMarkdown.text(of: result, language: words))
    case .html: try output.write(MergeHTML.page(of: result, language: words))
    case .json:
      try output.write(
        bytes: MergeJSON.value(of: result, includesRecords: false).indentedBytes())
    case .xlsx:
      outcome.findings += try output.write(
        MergeLogWorkbook.workbook(of: result, language: words))
    }
  }

  /// Writes every open conflict for a person to decide.
  func writeDraft(_ result: MergeResult, to word: String, with group: OutputGroup) throws {
    try ResultOutput(word: word, inputs: inputs, group: group)
      .write(ResolutionFile.draft(of: result))
  }
}
