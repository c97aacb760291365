import ArgumentParser
import ProfileFile
import ReportImport
import ReportModel
import Spreadsheet

/// `yilan explain`: how the layout of a report was understood, as a profile.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: tr(
      "Show how a report was understood, as a profile to edit and pass back.",
      "说明报表是怎样读懂的，输出可修改、可用 --profile 传回的配置。"),
    discussion: tr(
      """
      Example: correct a column that was misread
        yilan explain report.xlsx -o report.yml
        (edit report.yml)
        yilan normalize report.xlsx --profile report.yml -o report.csv
      """,
      """
      示例：改正读错的列
        yilan explain report.xlsx -o report.yml
        （修改 report.yml）
        yilan normalize report.xlsx --profile report.yml -o report.csv
      """))

  @Argument(
    help: ArgumentHelp(
      tr("A workbook or a CSV file; - is standard input.", "工作簿或 CSV；- 为标准输入。"),
      valueName: "input"))
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(tr("The profile to write.", "要写的配置文件。"), valueName: "file.yml"))
  var output: String?

  @Option(
    help: ArgumentHelp(tr("The form, whatever the extension.", "输出形式，优先于扩展名。"), valueName: "yaml"))
  var to: ExplainForm?

  @Flag(
    help: ArgumentHelp(
      tr("All keys, also those that are as built in.", "列出全部键，包括与内置相同的。")))
  var full = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    _ = try ExplainForm.chosen(to: to, output: output)
    var profile = try common.readProfile()
    let limits = try common.limits()
    let file = try InputSet.single(input, command: "explain")
    var outcome = Outcome()
    do {
      let target = ResultOutput(
        word: output,
        inputs: Set([file.identity, common.profileFile?.identity].compactMap { $0 }))
      let report = try file.openReport(profile: profile, limits: limits)
      guard let workbook = report.workbook else {
        throw ToolError(
          "NO_LAYOUT", file: file.name, "a report in JSON has no layout to explain",
          zh: "JSON 报表没有版式可说明")
      }
      outcome.findings += report.findings
      profile.layouts = report.imported.layouts
      let notes = LayoutNotes(report, workbook: workbook, language: common.outputLanguage).notes
      try target.write(ProfileFile.text(of: profile, notes: notes, isWhole: full))
    } catch {
      outcome.fail(error, file: file.name)
    }
    try outcome.finish(common)
  }
}

/// The only form of `explain`.
enum ExplainForm: String, ResultForm {
  case yaml

  static let standard = ExplainForm.yaml

  init?(fileExtension: String) {
    guard fileExtension == "yml" || fileExtension == "yaml" else { return nil }
    self = .yaml
  }

  var isText: Bool { true }
}
