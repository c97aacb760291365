import ArgumentParser
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// `yilan check`: an audit of reports.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: tr("Audit reports: what is wrong or doubtful, and where.", "审核报表：有何错误或疑点、在哪里。"),
    discussion: tr(
      """
      Example: what a careful auditor would ask
        yilan check report.xlsx
      Example: the submitted sheets with the findings marked, to send back
        yilan check submissions/ --to xlsx -o returned/
      """,
      """
      示例：列出审核发现
        yilan check report.xlsx
      示例：在上报表上标出问题，退回填报单位
        yilan check submissions/ --to xlsx -o returned/
      """))

  @Argument(
    help: ArgumentHelp(
      tr("Files or folders; - is standard input.", "文件或文件夹；- 为标准输入。"), valueName: "input"))
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr(
        "The output; its extension chooses the form. A folder for several workbooks.",
        "输出；扩展名决定形式。多个工作簿时为文件夹。"), valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"), valueName: "text|json|xlsx"))
  var to: CheckForm?

  @Option(
    help: ArgumentHelp(
      tr("The report of the period before: cumulative figures must not fall.", "上期报表：累计数不应减少。"),
      valueName: "file"))
  var previous: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let set = InputSet(inputs)
    let form = try chosenForm(isBatch: set.isBatch)
    var outcome = Outcome()
    outcome.findings += set.failures
    if !set.failures.isEmpty { outcome.status = .failed }
    var batch = CheckBatch(
      form: form, profile: try common.readProfile(), limits: try common.limits(),
      language: common.outputLanguage)
    batch.identities = set.identities
    if let identity = common.profileFile?.identity { batch.identities.insert(identity) }
    if let previous {
      let file = try InputSet.single(previous, command: "--previous")
      if let identity = file.identity { batch.identities.insert(identity) }
      batch.previous = try file.openReport(profile: batch.profile, limits: batch.limits)
        .imported.report
    }
    var run = CheckRun(batch: batch, output: output, isBatch: set.isBatch, common: common)
    try await run.check(set.files, outcome: &outcome)
    try run.finish(&outcome)
  }

  private func chosenForm(isBatch: Bool) throws -> CheckForm {
    guard isBatch else { return try CheckForm.chosen(to: to, output: output) }
    guard to == .xlsx else {
      let form = try CheckForm.chosen(to: to, output: output)
      guard form != .xlsx else {
        throw ValidationError(
          tr(
            "several inputs do not go into one workbook; give a folder: --to xlsx -o FOLDER",
            "多个输入不能写入一个工作簿；请给出文件夹：--to xlsx -o 文件夹"))
      }
      return form
    }
    guard let output, output != "-" else {
      throw ValidationError(
        tr("several workbooks need a folder: -o FOLDER", "多个工作簿需要一个输出文件夹：-o 文件夹"))
    }
    return .xlsx
  }
}
