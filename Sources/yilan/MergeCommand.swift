import ArgumentParser
import ReportMerge
import ReportRender
import Spreadsheet

/// `yilan merge`: one report out of a plan and many submissions, or many tables in one.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: tr(
      "Merge the submissions of many units into one report.", "把各单位报送的表汇总成一份报表。"),
    discussion: tr(
      """
      Submissions are files, folders and .zip archives. What is certain is merged; where it is not, the
      plan's value stays and the log says what a person has to decide.
      Exit status: 0 clean, 1 something to decide or somebody missing, 2 a file was unreadable.
      Example: merge, decide, merge again
        yilan merge --plan 计划.xlsx 上报/ --log 待决.html --draft 决定.yml -o 汇总.xlsx
        yilan merge --plan 计划.xlsx 上报/ --resolve 决定.yml --layout published -o 汇总.xlsx
      Example: stack tables that are no reports
        yilan merge --as table 名单/ -o 全部.csv
      """,
      """
      上报可以是文件、文件夹和 .zip 压缩包。能确定的予以汇总，不能确定的保留计划表的值，由日志列出待决事项。
      退出状态：0 无事待决，1 有待决事项或有单位未报，2 有文件无法读取。
      示例：汇总、决定、再汇总
        yilan merge --plan 计划.xlsx 上报/ --log 待决.html --draft 决定.yml -o 汇总.xlsx
        yilan merge --plan 计划.xlsx 上报/ --resolve 决定.yml --layout published -o 汇总.xlsx
      示例：把普通表格上下拼接
        yilan merge --as table 名单/ -o 全部.csv
      """))

  @Argument(
    help: ArgumentHelp(
      tr(
        "Files, folders and .zip archives; - is standard input.",
        "文件、文件夹和 .zip 压缩包；- 为标准输入。"), valueName: "submission"))
  var submissions: [String]

  @Option(
    help: ArgumentHelp(
      tr("The plan: the table as it was sent out.", "计划表，即下发的表。"), valueName: "file"))
  var plan: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr("The merged report; its extension chooses the form.", "汇总表；扩展名决定形式。"),
      valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"), valueName: "csv|xlsx|json"))
  var to: MergeForm?

  @Option(
    help: ArgumentHelp(
      tr(
        "A workbook with one row per indicator, or as the printable table.",
        "工作簿每行一个指标，或为可打印的表格。"), valueName: "tidy|published"))
  var layout: NormalizeLayout = .tidy

  @Option(
    help: ArgumentHelp(
      tr(
        "What a person has to decide, as .xlsx, .html, .md, .json or .txt (default: text on standard error).",
        "待决事项，可为 .xlsx、.html、.md、.json 或 .txt（默认以文本输出到标准错误）。"),
      valueName: "file"))
  var log: String?

  @Option(
    help: ArgumentHelp(
      tr(
        "Decisions about conflicts; repeatable. A file that is not there is written as a draft.",
        "对待决事项的决定；可重复。文件不存在时写出草稿。"), valueName: "file.yml"))
  var resolve: [String] = []

  @Option(
    help: ArgumentHelp(
      tr("Where to write every open conflict, for a person to decide.", "写出全部待决事项供人决定。"),
      valueName: "file.yml"))
  var draft: String?

  @Flag(help: ArgumentHelp(tr("Write nothing but the log.", "除日志外不写任何文件。")))
  var dryRun = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      tr(
        "Submissions to a plan, or tables one below the other.", "按计划表汇总，或把表格上下拼接。"),
      valueName: "report|table"))
  var basis: MergeBasis = .report

  @OptionGroup var text: CSVOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if basis == .report, plan == nil {
      throw ValidationError(
        tr(
          "merge needs a plan: --plan FILE (or --as table for tables that are no reports)",
          "merge 需要计划表：--plan 文件（普通表格请用 --as table）"))
    }
    if basis == .table {
      if plan != nil || log != nil || draft != nil || !resolve.isEmpty || dryRun
        || layout == .published
      {
        throw ValidationError(
          tr(
            "--as table takes no --plan, --log, --resolve, --draft, --dry-run or --layout",
            "--as table 不能与 --plan、--log、--resolve、--draft、--dry-run、--layout 同时使用"))
      }
    }
    if submissions.filter({ $0 == "-" }).count + (plan == "-" ? 1 : 0) > 1 {
      throw ValidationError(tr("standard input can be read once", "标准输入只能读一次"))
    }
    let outputs = [output, log, draft].compactMap(\.self).filter { $0 != "-" }
    if Set(outputs).count < outputs.count {
      throw ValidationError(
        tr("two outputs have one name", "两个输出用了同一个文件名"))
    }
  }

  func run() async throws {
    if basis == .table { return try await runStack() }
    let form = try MergeForm.chosen(to: to, output: dryRun ? nil : output, isWritten: !dryRun)
    try layout.check(isWorkbook: form == .xlsx)
    let logForm = try log.map { try MergeLogForm.chosen(to: nil, output: $0) }
    var outcome = Outcome()
    let profile = try common.readProfile()
    let limits = try common.limits()
    do {
      var run = MergeRun(
        limits: limits, profile: profile,
        jobs: common.jobs ?? WorkerPool.coreCount, isQuiet: common.quiet)
      guard let plan else { return }
      let result = try await run.merge(
        plan: plan, submissions: submissions, resolutions: resolve, outcome: &outcome)
      let writing = MergeWriting(
        form: form, layout: layout, text: text, profile: profile, limits: limits,
        logForm: logForm, language: common.outputLanguage,
        inputs: run.identities.union([common.profileFile?.identity].compactMap(\.self)))
      if !result.isClean { outcome.status = max(outcome.status, .look) }
      if run.hasUnreadable { outcome.status = max(outcome.status, .failed) }
      try write(result, writing, drafts: run.draftPaths, outcome: &outcome)
    } catch let error as ValidationError {
      throw error
    } catch {
      outcome.fail(error, file: plan)
    }
    try outcome.finish(common)
  }

  private func write(
    _ result: MergeResult, _ writing: MergeWriting, drafts: [String], outcome: inout Outcome
  ) throws {
    // Report, log and draft belong together: all are written before the first of them appears.
    let together = OutputGroup()
    if let log {
      try writing.writeLog(result, to: log, with: together, outcome: &outcome)
    }
    if !common.quiet {
      let text = MergeText(
        language: Language.current == .zh ? .chinese : .english,
        isColored: ColorChoice.auto.isOn(descriptor: 2))
      printError(log == nil ? text.text(of: result) : text.summary(of: result))
    }
    if !dryRun {
      for path in drafts + [draft].compactMap(\.self) {
        try writing.writeDraft(result, to: path, with: together)
      }
      try writing.write(result, to: output, with: together, outcome: &outcome)
    }
    try together.commit()
  }

  private func runStack() async throws {
    let form = try MergeForm.chosen(to: to, output: output)
    var outcome = Outcome()
    do {
      let run = StackRun(
        form: form, limits: try common.limits(), dialect: text.dialect,
        encoding: text.encodingOption, jobs: common.jobs ?? WorkerPool.coreCount,
        isQuiet: common.quiet)
      try await run.stack(submissions, to: output, outcome: &outcome)
    } catch {
      outcome.fail(error, file: output)
    }
    try outcome.finish(common)
  }
}
