import ArgumentParser
import ReportRender
import Spreadsheet

/// `yilan inspect`: what is in a file.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: tr(
      "Show what is in a file: sheets, used ranges, merges, hidden parts, features.",
      "查看文件内容：工作表、使用范围、合并、隐藏部分及其他。"),
    discussion: tr(
      """
      Example: what is in a submission before anything is done with it
        yilan inspect submission.xlsx
      Example: the same for a program
        yilan inspect submission.xlsx --to json
      """,
      """
      示例：处理之前先看看上报文件里有什么
        yilan inspect submission.xlsx
      示例：供程序读取
        yilan inspect submission.xlsx --to json
      """))

  @Argument(
    help: ArgumentHelp(
      tr("A workbook or a CSV file; - is standard input.", "工作簿或 CSV；- 为标准输入。"),
      valueName: "input"))
  var input: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr("The output; its extension chooses the form.", "输出；扩展名决定形式。"), valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"), valueName: "text|json"))
  var to: InspectForm?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let form = try InspectForm.chosen(to: to, output: output)
    let limits = try common.limits()
    let file = try InputSet.single(input, command: "inspect")
    var outcome = Outcome()
    do {
      let target = ResultOutput(word: output, inputs: Set([file.identity].compactMap { $0 }))
      let inspection = try Inspection(file, limits: limits, isQuiet: common.quiet)
      switch form {
      case .text:
        let printer = FindingsPrinter(form: .text, isQuiet: false)
        try target.write(inspection.text(printer: printer))
      case .json:
        let value = inspection.json(language: common.outputLanguage.ofFindings)
        try target.write(bytes: value.indentedBytes())
      }
      // The findings are part of the result; here they only count for the status.
      if common.strict, inspection.findings.contains(where: { $0.severity >= .warning }) {
        outcome.status = max(outcome.status, .look)
      }
    } catch {
      outcome.fail(error, file: file.name)
    }
    try outcome.finish(common)
  }
}
