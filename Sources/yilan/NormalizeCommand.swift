import ArgumentParser
import CSV
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// `yilan normalize`: a report to its clean form.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: tr("Turn a report into its clean form.", "把报表整理成规范形式。"),
    discussion: tr(
      """
      Example: one row per indicator
        yilan normalize report.xlsx -o report.csv
      Example: the merged table as an office prints it
        yilan normalize report.xlsx --layout published -o table.xlsx
      """,
      """
      示例：每个指标一行
        yilan normalize report.xlsx -o report.csv
      示例：可打印的合并表格
        yilan normalize report.xlsx --layout published -o table.xlsx
      """))

  @Argument(
    help: ArgumentHelp(
      tr(
        "A workbook, a CSV file or the JSON of a report; - is standard input.",
        "工作簿、CSV 或报表 JSON；- 为标准输入。"),
      valueName: "input"))
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr("The output; its extension chooses the form.", "输出；扩展名决定形式。"), valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"), valueName: "csv|xlsx|json"))
  var to: NormalizeForm?

  @Option(
    help: ArgumentHelp(
      tr("A workbook with one row per indicator, or the printable table.", "每个指标一行，或可打印的表格。"),
      valueName: "tidy|published"))
  var layout: NormalizeLayout = .tidy

  @OptionGroup var text: CSVOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let form = try chosenForm()
    let profile = try common.readProfile()
    let limits = try common.limits()
    let file = try InputSet.single(input, command: "normalize")
    var outcome = Outcome()
    do {
      let target = ResultOutput(
        word: output,
        inputs: Set([file.identity, common.profileFile?.identity].compactMap { $0 }))
      let report = try file.openReport(profile: profile, limits: limits)
      outcome.findings += report.findings
      outcome.findings += try write(report, as: form, profile: profile, to: target)
    } catch {
      outcome.fail(error, file: file.name)
    }
    try outcome.finish(common)
  }

  private func chosenForm() throws -> NormalizeForm {
    let form = try NormalizeForm.chosen(
      to: to ?? (layout == .published && output == nil ? .xlsx : nil), output: output)
    try layout.check(isWorkbook: form == .xlsx)
    return form
  }

  /// Writes the report; returns what the form cannot show.
  private func write(
    _ input: ReportInput, as form: NormalizeForm, profile: Profile, to target: ResultOutput
  ) throws -> [Diagnostic] {
    switch (form, layout) {
    case (.json, _):
      try target.write(json: input.imported.report, as: text.encodingOption)
      return []
    case (.xlsx, .published):
      let published = PublishedWorkbook(input.imported.report)
      return published.findings + (try target.write(published.workbook))
    case (.xlsx, .tidy):
      return try target.write(NormalizedTable(input, profile: profile).table.workbook())
    case (.csv, _):
      let table = NormalizedTable(input, profile: profile)
      var encoder = CSVWriter(dialect: text.dialect, limits: try common.limits())
      let bytes = try table.csv(&encoder)
      try target.write(bytes: bytes, as: text.encodingOption)
      return table.formulaFinding(encoder).map { [$0] } ?? []
    }
  }
}
