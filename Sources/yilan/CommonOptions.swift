import ArgumentParser
import ProfileFile
import ReportModel
import Spreadsheet

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("findings"),
    help: ArgumentHelp(
      tr("How findings are printed to standard error.", "发现的问题以何种形式输出到标准错误。"),
      valueName: "text|json"))
  var findingsForm: FindingsPrinter.Form = .text

  @Flag(help: ArgumentHelp(tr("Warnings count: exit status 1.", "有警告时退出状态为 1。")))
  var strict = false

  @Flag(
    help: ArgumentHelp(tr("No progress, no notes; errors only.", "不显示进度和提示，只显示错误。")))
  var quiet = false

  @Option(
    help: ArgumentHelp(
      tr("Files that are read at once (default: one per core).", "同时读取的文件数（默认每核一个）。"),
      valueName: "n"))
  var jobs: Int?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      tr("Raises or lowers a limit; repeatable.", "调整某项上限；可重复。"), valueName: "name=value"))
  var limitWords: [String] = []

  @Option(
    help: ArgumentHelp(
      tr(
        "How reports are laid out and worded (YAML; see Profile.md).",
        "报表的版式与用词（YAML，见 Profile.md）。"),
      valueName: "file.yml"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      tr("Language of messages, and of texts in output files.", "提示信息以及输出文件中文字的语言。"),
      valueName: "zh|en"))
  var lang: Language?

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError(tr("--jobs takes a number from 1 to 256", "--jobs 取 1 到 256"))
    }
    _ = try limits()
  }

  /// The limits with those of the command line in them.
  func limits() throws -> ReadLimits {
    var limits = ReadLimits()
    for word in limitWords {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let limit = ReadLimits.named.first(where: { $0.name == name }) else {
        let names = ReadLimits.named.map(\.name).joined(separator: ", ")
        throw ValidationError(
          tr("there is no limit '\(name)'; the limits are \(names)", "没有名为“\(name)”的上限；可用：\(names)")
        )
      }
      guard parts.count == 2, let value = Self.size(String(parts[1])) else {
        throw ValidationError(
          tr(
            "--limit \(name)= takes a whole number, with K, M or G for 2^10, 2^20 or 2^30",
            "--limit \(name)= 取整数，可带 K、M、G"))
      }
      limits[keyPath: limit.path] = value
    }
    return limits
  }

  /// The profile by which reports are read: the built-in one, or that of a file.
  func readProfile() throws -> Profile {
    guard let file = profileFile else { return .standard }
    var limits = try limits()
    limits.fileSize = min(limits.fileSize, 16 << 20)
    return try ProfileFile.profile(from: try file.readAll(limits: limits), file: file.name)
  }

  /// The file of the profile, which no output may be.
  var profileFile: InputFile? {
    profile.map {
      let path = PathName(argument: $0)
      return InputFile(origin: .path(path), name: path.name, nameBytes: path.lastComponent)
    }
  }

  /// A whole number above zero with an optional binary suffix.
  static func size(_ text: String) -> Int? {
    var digits = text[...]
    var shift = 0
    switch digits.last {
    case "K", "k": shift = 10
    case "M", "m": shift = 20
    case "G", "g": shift = 30
    default: break
    }
    if shift > 0 { digits.removeLast() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number > 0
    else { return nil }
    let (value, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    return overflow ? nil : value
  }

  /// The printer of findings.
  var printer: FindingsPrinter { FindingsPrinter(form: findingsForm, isQuiet: quiet) }

  /// The language of texts inside output files: Chinese unless asked, so that bytes do not depend
  /// on the locale.
  var outputLanguage: Language { lang ?? .zh }
}

extension FindingsPrinter.Form: ExpressibleByArgument {}
