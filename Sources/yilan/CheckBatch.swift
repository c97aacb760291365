import ReportCheck
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// What `check` does with each of its inputs.
struct CheckBatch: Sendable {
  let form: CheckForm
  let profile: Profile
  let limits: ReadLimits
  let language: Language
  /// The files that no output may be.
  var identities: Set<FileIdentity> = []
  /// The report of the period before.
  var previous: Report?

  /// What became of one input.
  struct Checked: Sendable {
    /// The findings of the checks, of the import and of the reader; nil where nothing could be read.
    var findings: [Diagnostic]?
    /// Why nothing could be read or written, and what the output lacks.
    var problems: [Diagnostic] = []
    /// Whether something failed.
    var isFailed = false
  }

  /// Checks a file, and writes the marked workbook where that is the form.
  func check(_ file: InputFile, markedTo path: PathName?) -> Checked {
    var result = Checked()
    do {
      let input = try file.openReport(
        profile: profile, limits: limits, everything: form == .xlsx)
      let findings = ReportChecker(profile: profile).findings(
        in: input.imported.report, importFindings: input.findings, previous: previous)
      if form == .xlsx, let path {
        result.problems += try write(input, findings, to: path)
      }
      result.findings = findings
    } catch {
      result.problems.append(Diagnostic(describing: error, file: file.name))
      result.isFailed = true
    }
    return result
  }

  private func write(
    _ input: ReportInput, _ findings: [Diagnostic], to path: PathName
  ) throws -> [Diagnostic] {
    guard let workbook = input.workbook else {
      throw ToolError(
        "NO_SHEETS", file: input.file, "a report in JSON has no sheets to mark; use --to json",
        zh: "JSON 报表没有可标注的工作表，请用 --to json")
    }
    let submitted = SubmittedWorkbook(
      workbook, layouts: input.imported.layouts, file: input.file)
    // The marks go to the sheets by the names that these have now.
    let placed = findings.map { finding in
      var finding = finding
      if let name = finding.location.sheet.flatMap({ submitted.renamed[$0] }) {
        finding.location.sheet = name
      }
      return finding
    }
    let marked = FindingsWorkbook(
      submitted.workbook, file: input.file, findings: placed, language: language.ofFindings)
    var target = ResultOutput(word: nil, inputs: identities)
    target.path = path
    return submitted.findings
      + (try target.write(marked.workbook)).map { dropped in
        var dropped = dropped
        if dropped.location.file == nil { dropped.location.file = input.file }
        return dropped
      }
  }
}

extension Language {
  /// The language of findings inside output files.
  var ofFindings: FindingsLanguage { self == .zh ? .chinese : .english }
}
