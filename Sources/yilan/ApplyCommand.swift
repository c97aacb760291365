import ArgumentParser
import ReportDiff
import ReportImport
import ReportModel
import ReportRender
import Spreadsheet

/// `yilan apply`: the new revision, out of the old one and a difference.
struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: tr(
      "Apply a difference of two reports to the old one.", "把差异应用到旧版，得到新版。"),
    discussion: tr(
      """
      The difference is what `yilan diff OLD NEW --to json` wrote. OLD may be laid out in another way
      than it was then; a report that says something else is refused.
      Example:
        yilan diff 11月.xlsx 12月.xlsx -o 变化.json
        yilan apply 11月.xlsx 变化.json --layout published -o 12月.xlsx
      """,
      """
      差异由 `yilan diff 旧版 新版 --to json` 生成。旧版的版式可以不同，内容不同则拒绝。
      示例：
        yilan diff 11月.xlsx 12月.xlsx -o 变化.json
        yilan apply 11月.xlsx 变化.json --layout published -o 12月.xlsx
      """))

  @Argument(
    help: ArgumentHelp(
      tr("The old revision; - is standard input.", "旧版；- 为标准输入。"), valueName: "old"))
  var old: String

  @Argument(
    help: ArgumentHelp(tr("The difference as JSON.", "JSON 形式的差异。"), valueName: "diff.json"))
  var difference: String

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
      tr(
        "A workbook with one row per indicator, or as the printable table.",
        "工作簿每行一个指标，或为可打印的表格。"), valueName: "tidy|published"))
  var layout: NormalizeLayout = .tidy

  @OptionGroup var text: CSVOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if old == "-", difference == "-" {
      throw ValidationError(
        tr("standard input can be one of the two only", "标准输入只能作为其中一个"))
    }
  }

  func run() async throws {
    let form = try NormalizeForm.chosen(to: to, output: output)
    try layout.check(isWorkbook: form == .xlsx)
    let limits = try common.limits()
    let profile = try common.readProfile()
    let result = ReportResult(
      form: form, layout: layout, text: text, profile: profile, limits: limits)
    var outcome = Outcome()
    do {
      let edits = try InputSet.single(difference, command: "apply")
      let input = try InputSet.single(old, command: "apply")
      let script = try readEdits(edits, limits: limits)
      let report = try input.openReport(profile: profile, limits: limits)
      outcome.findings += report.findings.filter { $0.severity > .info }
      let new = try apply(script, to: report, file: input.name)
      outcome.findings += try result.write(
        new,
        to: ResultOutput(
          word: output, inputs: Set([edits, input, common.profileFile].compactMap { $0?.identity }))
      )
    } catch {
      outcome.fail(error, file: old)
    }
    try outcome.finish(common)
  }

  private func readEdits(_ file: InputFile, limits: ReadLimits) throws -> EditScript {
    let bytes = try file.readAll(limits: limits)
    do throws(ReportJSONError) {
      return try DiffJSONDecoder.edits(from: try ReportJSONValue(parsing: bytes))
    } catch {
      var named = error
      named.file = file.name
      throw named
    }
  }

  private func apply(_ script: EditScript, to input: ReportInput, file: String) throws -> Report {
    do throws(EditError) {
      return try script.apply(to: input.imported.report)
    } catch {
      throw EditError(error.kind, file: file)
    }
  }
}
