import ArgumentParser
import Spreadsheet
import XLSX

/// `yilan convert`: any spreadsheet to another form.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: tr(
      "Turn spreadsheets into CSV, JSON, Markdown, HTML or clean XLSX.",
      "把表格转换为 CSV、JSON、Markdown、HTML 或整洁的 XLSX。"),
    discussion: tr(
      """
      Example: all submissions of a folder to CSV that Excel opens well
        yilan convert submissions/ -o csv/ --for-excel
      Example: merged labels repeated on every row
        yilan convert report.xlsx --merged fill -o report.csv
      """,
      """
      示例：把一个文件夹的上报表全部转成 Excel 能直接打开的 CSV
        yilan convert submissions/ -o csv/ --for-excel
      示例：合并单元格的标签填到每一行
        yilan convert report.xlsx --merged fill -o report.csv
      """))

  @Argument(
    help: ArgumentHelp(
      tr("Files or folders; - is standard input.", "文件或文件夹；- 为标准输入。"), valueName: "input"))
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      tr(
        "The output; its extension chooses the form. A folder for several inputs.",
        "输出；扩展名决定形式。多个输入时为文件夹。"), valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      tr("The form, whatever the extension.", "输出形式，优先于扩展名。"),
      valueName: "csv|tsv|jsonl|json|markdown|html|xlsx|cells"))
  var to: ConvertForm?

  @Option(
    help: ArgumentHelp(
      tr("One sheet by name, or by position as '#2'.", "按名称选一个工作表，或按位置如 '#2'。"),
      valueName: "name"))
  var sheet: String?

  @Flag(help: ArgumentHelp(tr("All sheets.", "所有工作表。")))
  var allSheets = false

  @Option(
    help: ArgumentHelp(tr("Only these cells.", "只取这些单元格。"), valueName: "A1:H20"))
  var range: String?

  @Option(
    help: ArgumentHelp(
      tr("Values as such, or as a spreadsheet program shows them.", "原值，或表格软件显示的文字。"),
      valueName: "typed|shown"))
  var values: ValuesOption?

  @Option(
    help: ArgumentHelp(
      tr("A merged value in its first cell only, or in all.", "合并单元格的值只放首格，或填满。"),
      valueName: "anchor|fill"))
  var merged: MergedOption = .anchor

  @Option(
    help: ArgumentHelp(
      tr("Hidden rows, columns and sheets.", "隐藏的行、列和工作表。"), valueName: "include|skip"))
  var hidden: HiddenOption = .include

  @Option(
    help: ArgumentHelp(
      tr("Encoding of text output.", "文本输出的编码。"), valueName: "utf-8|utf-8-bom|gb18030"))
  var encoding: EncodingOption?

  @Option(
    help: ArgumentHelp(tr("Line ends of CSV and TSV.", "CSV 与 TSV 的行尾。"), valueName: "lf|crlf"))
  var lineEnding: LineEndingOption?

  @Flag(
    help: ArgumentHelp(
      tr("Prefix text that a spreadsheet would run as a formula.", "给会被当作公式执行的文本加前缀。")))
  var guardFormulas = false

  @Flag(
    help: ArgumentHelp(
      tr(
        "CSV for Excel: utf-8-bom, crlf, guarded formulas.", "供 Excel 打开的 CSV：utf-8-bom、crlf、防公式。"))
  )
  var forExcel = false

  @Flag(
    help: ArgumentHelp(
      tr(
        "Read numbers, dates and booleans out of CSV input.", "把 CSV 输入中的数字、日期、布尔值读成相应类型。")))
  var types = false

  @Option(
    help: ArgumentHelp(
      tr(
        "Who reads large parts; the result is the same.", "由谁读取大部件；结果相同。"),
      valueName: "automatic|libxml2"))
  var parser: ParserOption = .automatic

  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if let range, CellRange(range) == nil {
      throw ValidationError(
        tr(
          "--range takes cells such as A1:H20, not '\(range)'",
          "--range 取 A1:H20 这样的范围，不是“\(range)”"))
    }
    if sheet != nil, allSheets {
      throw ValidationError(
        tr("--sheet and --all-sheets exclude each other", "--sheet 与 --all-sheets 不能同时使用"))
    }
    if let sheet, sheet.hasPrefix("#"), SheetChoice(word: sheet) == nil {
      throw ValidationError(
        tr("--sheet '#N' counts sheets from 1", "--sheet '#N' 从 1 数起"))
    }
  }

  func run() async throws {
    let set = InputSet(inputs)
    var outcome = Outcome()
    outcome.findings += set.failures
    if !set.failures.isEmpty { outcome.status = .failed }
    let options = try convertOptions(isBatch: set.isBatch)
    let batch = ConvertBatch(
      options: options, identities: set.identities, jobs: common.jobs ?? WorkerPool.coreCount,
      isQuiet: common.quiet)
    if set.isBatch {
      try await batch.run(set.files, into: try batchFolder(), outcome: &outcome)
    } else if let file = set.files.first {
      try batch.run(file, to: output == "-" ? nil : output.map(PathName.init), outcome: &outcome)
    }
    try outcome.finish(common)
  }

  private func batchFolder() throws -> PathName {
    guard let output, output != "-" else {
      throw ValidationError(
        tr("several inputs need a folder: -o FOLDER", "多个输入需要一个输出文件夹：-o 文件夹"))
    }
    return PathName(argument: output)
  }

  private func convertOptions(isBatch: Bool) throws -> ConvertOptions {
    var options = ConvertOptions(form: try form(isBatch: isBatch))
    if allSheets {
      options.sheet = .all
    } else if let sheet, let choice = SheetChoice(word: sheet) {
      options.sheet = choice
    }
    options.range = range.flatMap { CellRange($0) }
    options.values = values ?? options.form.usualValues
    options.merged = merged
    options.hidden = hidden
    options.encoding = encoding ?? (forExcel ? .utf8BOM : .utf8)
    options.lineEnding = lineEnding ?? (forExcel ? .crlf : .lf)
    options.guardsFormulas = guardFormulas || forExcel
    options.types = types
    options.parser = parser.choice
    if !options.form.isText, !isBatch, output == nil || output == "-" {
      throw ValidationError(
        tr("xlsx is no text; name a file with -o", "xlsx 不是文本，请用 -o 指定文件"))
    }
    options.limits = try common.limits()
    options.language = common.outputLanguage
    return options
  }

  private func form(isBatch: Bool) throws -> ConvertForm {
    if let to { return to }
    guard !isBatch, let output, output != "-" else { return .csv }
    let path = PathName(argument: output)
    if let form = ConvertForm(fileExtension: path.fileExtension) { return form }
    // A folder takes one file per sheet, as CSV unless `--to` says otherwise.
    if allSheets, path.fileExtension.isEmpty || path.status?.isFolder == true { return .csv }
    if let status = path.status, !status.isRegularFile { return .csv }
    throw ValidationError(
      tr(
        "the extension of '\(path.name)' stands for no form; add --to csv or another",
        "“\(path.name)”的扩展名不对应任何形式；请加 --to csv 等"))
  }
}

extension SheetChoice {
  /// A choice from `NAME` or `#2`; nil for a position that is none.
  init?(word: String) {
    guard word.hasPrefix("#") else {
      self = .named(word)
      return
    }
    guard let number = Int(word.dropFirst()), number > 0 else { return nil }
    self = .position(number - 1)
  }
}
