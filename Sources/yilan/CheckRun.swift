import ArgumentParser
import ReportRender
import Spreadsheet

/// One run of `check`: the inputs in turn, then the list of all findings.
struct CheckRun {
  let batch: CheckBatch
  let output: String?
  let isBatch: Bool
  let common: CommonOptions
  private var findings: [Diagnostic] = []
  private var checkedFiles = 0

  init(batch: CheckBatch, output: String?, isBatch: Bool, common: CommonOptions) {
    self.batch = batch
    self.output = output
    self.isBatch = isBatch
    self.common = common
  }

  /// Checks all files; results come in the order of the inputs, whatever finishes first.
  mutating func check(_ files: [InputFile], outcome: inout Outcome) async throws {
    let batch = batch
    let work = try targets(of: files, outcome: &outcome)
    let progress = Progress(
      total: work.count, label: tr("checking", "审核"), isQuiet: common.quiet || !isBatch)
    defer { progress.finish() }
    var findings: [Diagnostic] = []
    var count = 0
    try await WorkerPool.run(work, jobs: common.jobs ?? WorkerPool.coreCount) { item in
      let checked = batch.check(item.file, markedTo: item.target)
      progress.advance()
      return checked
    } receive: { _, checked in
      outcome.findings += checked.problems
      if checked.isFailed { outcome.status = max(outcome.status, .failed) }
      if let found = checked.findings {
        findings += found
        count += 1
      }
    }
    self.findings = findings.sorted()
    checkedFiles = count
  }

  private struct Work: Sendable {
    var file: InputFile
    var target: PathName?
  }

  /// The files with the workbook that each is marked in: `-o` itself for one, its own name in the folder for
  /// several.
  private func targets(of files: [InputFile], outcome: inout Outcome) throws -> [Work] {
    guard batch.form == .xlsx, let output else { return files.map { Work(file: $0) } }
    let path = PathName(argument: output)
    guard isBatch else { return files.map { Work(file: $0, target: path) } }
    var work: [Work] = []
    var taken: [[UInt8]: String] = [:]
    for file in files {
      let target = path.appending(PathName(bytes: file.nameBytes).withoutExtension.bytes)
        .appendingText(".xlsx")
      if let other = taken[target.bytes] {
        outcome.fail(
          ToolError(
            "OUTPUT_TAKEN", file: file.name, "would be written over the result of \(other)",
            zh: "会覆盖 \(other) 的结果"), file: file.name)
        continue
      }
      taken[target.bytes] = file.name
      let error = target.folder.makeFolders()
      guard error == 0 else {
        throw ToolError(
          "OUTPUT_FAILED", file: path.text,
          "is no folder that can be written: \(systemMessage(error))",
          zh: "不是可写的文件夹：\(systemMessage(error))")
      }
      work.append(Work(file: file, target: target))
    }
    return work
  }

  /// Writes the list, tells the counts and ends with the status.
  func finish(_ outcome: inout Outcome) throws {
    let isListed = checkedFiles > 0 && batch.form != .xlsx
    let isOnScreen = isListed && (output == nil || output == "-")
    if isListed {
      do {
        try writeList(unreadable: outcome.findings, isOnScreen: isOnScreen)
      } catch {
        outcome.fail(error, file: nil)
      }
    }
    let problems = isOnScreen ? outcome.findings : outcome.findings + findings
    printError(common.printer.lines(problems.sorted()))
    if checkedFiles > 0, !common.quiet, common.findingsForm == .text { printError(summary) }
    var status = outcome.status
    let all = outcome.findings + findings
    if findings.contains(where: { $0.severity == .error })
      || common.strict && all.contains(where: { $0.severity >= .warning })
    {
      status = max(status, .look)
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private func writeList(unreadable: [Diagnostic], isOnScreen: Bool) throws {
    let target = ResultOutput(word: output, inputs: batch.identities)
    switch batch.form {
    case .json:
      let all = (findings + unreadable).sorted()
      let value = FindingsJSON.value(of: all, language: batch.language.ofFindings)
      try target.write(bytes: value.indentedBytes())
    case .text:
      var printer = FindingsPrinter(form: .text, isQuiet: false)
      printer.language = isOnScreen ? .current : batch.language
      try target.write(printer.lines(findings))
    case .xlsx: break
    }
  }

  private var summary: String {
    let counts = Diagnostic.Severity.allCases.map { severity in
      findings.count { $0.severity == severity }
    }
    func number(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return tr(
      "\(number(findings.count, "finding")): \(number(counts[2], "error")), "
        + "\(number(counts[1], "warning")), \(number(counts[0], "note"))\n",
      "共 \(findings.count) 条：错误 \(counts[2])、警告 \(counts[1])、提示 \(counts[0])\n")
  }
}
