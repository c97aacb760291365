import ArgumentParser
import ReportRender
import Spreadsheet
import TableDiff

/// `yilan diff`: what changed between two revisions.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: tr(
      "Tell what really changed between two revisions of a report or any spreadsheet.",
      "比较两版报表或任意表格，只说实质变化。"),
    discussion: tr(
      """
      Exit status: 0 no real change, 1 changes, 2 a file could not be read.
      Example: what changed since last month, as a page for the leader's desk
        yilan diff 11月.xlsx 12月.xlsx -o 变化.html
      Example: two lists matched by their number
        yilan diff old.csv new.xlsx --key 编号
      """,
      """
      退出状态：0 无实质变化，1 有变化，2 文件无法读取。
      示例：与上月相比的变化，输出为一页网页
        yilan diff 11月.xlsx 12月.xlsx -o 变化.html
      示例：两份清单按编号对应
        yilan diff old.csv new.xlsx --key 编号
      """))

  @Argument(
    help: ArgumentHelp(
      tr("The old file or folder; - is standard input.", "旧版文件或文件夹；- 为标准输入。"),
      valueName: "old"))
  var old: String

  @Argument(
    help: ArgumentHelp(
      tr("The new file or folder; - is standard input.", "新版文件或文件夹；- 为标准输入。"),
      valueName: "new"))
  var new: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr(
        "The output; its extension chooses the form. A folder where folders are compared as html or xlsx.",
        "输出；扩展名决定形式。比较文件夹且形式为 html、xlsx 时为文件夹。"), valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"),
      valueName: "text|markdown|html|xlsx|json"))
  var to: DiffForm?

  @Option(
    help: ArgumentHelp(
      tr(
        "What the files are compared as (default: reports where both are such, else tables).",
        "比较方式（默认：两者都是报表按报表，否则按表格）。"), valueName: "report|table|cells"))
  var by: DiffBasis?

  @Option(
    help: ArgumentHelp(
      tr("Columns that identify a row of a table.", "表格中用来识别各行的列。"), valueName: "column,..."))
  var key: String?

  @Flag(help: ArgumentHelp(tr("Also list what is only info.", "也列出仅供参考的差异。")))
  var all = false

  @Flag(
    help: ArgumentHelp(tr("A number format that differs counts, in tables.", "表格的数字格式不同也算变化。")))
  var formats = false

  @Option(
    help: ArgumentHelp(
      tr(
        "Colour in text on standard output; NO_COLOR turns auto off.",
        "标准输出的文本是否着色；设了 NO_COLOR 则 auto 不着色。"), valueName: "auto|always|never"))
  var color: ColorChoice = .auto

  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if old == "-", new == "-" {
      throw ValidationError(
        tr("standard input can be one side only", "标准输入只能作为其中一方"))
    }
    if by == .report, key != nil || formats {
      throw ValidationError(
        tr(
          "--key and --formats are for tables; they exclude --by report",
          "--key 与 --formats 用于表格，不能与 --by report 同时使用"))
    }
    if by == .cells, key != nil {
      throw ValidationError(
        tr("--by cells compares by address and takes no --key", "--by cells 按地址比较，不能用 --key"))
    }
    if let key, keys(in: key).isEmpty {
      throw ValidationError(tr("--key names no column", "--key 没有列名"))
    }
  }

  func run() async throws {
    let pairs = DiffPairs(old: old, new: new)
    let form = try chosenForm(isBatch: pairs.isBatch)
    var outcome = Outcome()
    outcome.findings += pairs.failures
    if !pairs.failures.isEmpty { outcome.status = .failed }
    let results = try await compare(pairs, outcome: &outcome)
    // With one pair that could not be read there is nothing to write.
    if outcome.status == .failed, results.isEmpty { return try outcome.finish(common) }
    let rendering = DiffRendering(
      form: form, includesInfo: all,
      isColored: color == .always || (output == nil && color.isOn),
      language: common.outputLanguage)
    do {
      try write(results, pairs, rendering, outcome: &outcome)
    } catch {
      outcome.fail(error, file: output)
    }
    if results.contains(where: { $0.comparison.hasChanges }) {
      outcome.status = max(outcome.status, .look)
    }
    try outcome.finish(common)
  }

  private typealias Result = (name: String, comparison: DiffReading.Comparison)

  private func compare(_ pairs: DiffPairs, outcome: inout Outcome) async throws -> [Result] {
    let tableOptions = TableDiffOptions(
      pairing: by == .cells ? .cells : .rows, keys: key.map(keys) ?? [],
      comparesFormats: formats)
    let isTable = key != nil || formats
    let reading = DiffReading(
      basis: by ?? (isTable ? .table : nil), tableOptions: tableOptions,
      profile: try common.readProfile(), limits: try common.limits(),
      jobs: common.jobs ?? WorkerPool.coreCount)
    var results: [Result] = []
    for pair in pairs.pairs {
      do {
        var findings: [Diagnostic] = []
        let comparison = try await reading.compare(pair, findings: &findings)
        outcome.findings += findings
        if findings.contains(where: { $0.severity == .error }) {
          outcome.status = .failed
        } else {
          results.append((pair.name, comparison))
        }
      } catch {
        outcome.fail(error, file: pair.name)
      }
    }
    return results
  }

  private func write(
    _ results: [Result], _ pairs: DiffPairs, _ rendering: DiffRendering, outcome: inout Outcome
  ) throws {
    let inputs = pairs.identities.union([common.profileFile?.identity].compactMap(\.self))
    var output = ResultOutput(word: output, inputs: inputs)
    output.isStyled = rendering.isColored
    guard pairs.isBatch, pairs.pairs.count > 1 else {
      guard let result = results.first else { return }
      return try write(result, to: output, rendering, outcome: &outcome)
    }
    switch rendering.form {
    case .json: try output.write(bytes: rendering.joinedJSON(results).indentedBytes())
    case .text, .markdown: try output.write(rendering.joined(results))
    case .html, .xlsx: try writeFolder(results, pairs, rendering, outcome: &outcome)
    }
  }

  private func write(
    _ result: Result, to output: ResultOutput, _ rendering: DiffRendering,
    outcome: inout Outcome
  ) throws {
    switch rendering.form {
    case .json: try output.write(bytes: rendering.json(of: result.comparison).indentedBytes())
    case .xlsx:
      outcome.findings += try output.write(rendering.workbook(of: result.comparison))
    case .text, .markdown, .html: try output.write(rendering.text(of: result.comparison))
    }
  }

  /// One file for each pair, below the folder that `-o` names.
  private func writeFolder(
    _ results: [Result], _ pairs: DiffPairs, _ rendering: DiffRendering, outcome: inout Outcome
  ) throws {
    guard let word = output, word != "-" else {
      throw ValidationError(
        tr("folders need a folder: -o FOLDER", "比较文件夹需要输出文件夹：-o 文件夹"))
    }
    let folder = PathName(argument: word)
    for result in results {
      let path = folder.appending(RawArguments.bytes(of: result.name))
        .appendingText("." + rendering.form.fileExtension)
      _ = path.folder.makeFolders()
      var target = ResultOutput(word: nil, inputs: pairs.identities)
      target.path = path
      try write(result, to: target, rendering, outcome: &outcome)
    }
  }

  private func chosenForm(isBatch: Bool) throws -> DiffForm {
    if isBatch, to == nil, let output, output != "-",
      PathName(argument: output).fileExtension.isEmpty
    {
      return .html
    }
    return try DiffForm.chosen(to: to, output: output)
  }

  private func keys(in text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == "，" }).map { word in
      String(word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }
}
