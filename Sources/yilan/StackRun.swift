import CSV
import SheetRender
import Spreadsheet
import TableDiff
import XLSX

/// Puts the tables of many files one below the other, streamed.
///
/// A first pass reads every file to its end, so that a damaged one is left out as a whole, and unites
/// the columns; a second pass moves the rows.
struct StackRun: Sendable {
  let form: MergeForm
  let limits: ReadLimits
  let dialect: CSVDialect
  let encoding: EncodingOption
  let jobs: Int
  let isQuiet: Bool

  /// Reads files and folders and writes one table; damaged files are named and left out.
  func stack(_ words: [String], to word: String?, outcome: inout Outcome) async throws {
    let set = SubmissionSet(words, plan: nil, limits: limits)
    outcome.findings += set.findings
    if set.hasFailures { outcome.status = .failed }
    let progress = Progress(
      total: set.files.count * 2, label: tr("merging", "合并"), isQuiet: isQuiet)
    defer { progress.finish() }
    var stack = TableStack()
    var sources: [(file: InputFile, sheets: [(index: Int, number: Int)])] = []
    let survey = StackSurvey(limits: limits, types: form == .xlsx)
    try await WorkerPool.run(set.files, jobs: jobs) { file in
      let result = survey.read(file)
      progress.advance()
      return (file, result)
    } receive: { _, found in
      let (file, result) = found
      outcome.findings += result.findings
      guard !result.isFailed else {
        outcome.status = .failed
        return
      }
      let sheets = result.sheets.map { sheet in
        (
          sheet.index,
          stack.addSheet(
            file: file.name, name: sheet.name, formats: result.formats, head: sheet.head,
            columns: sheet.columns)
        )
      }
      sources.append((file, sheets))
    }
    outcome.findings += stack.findings
    guard !sources.isEmpty else { return }
    let output = try Output(
      word == "-" ? nil : word.map(PathName.init(argument:)), inputs: set.identities)
    if form == .csv { try output.encode(as: encoding) }
    let writer = try StackWriter(
      form: form, dialect: dialect, stack: stack, output: output, limits: limits)
    for (file, sheets) in sources {
      try move(file, sheets, stack, writer, outcome: &outcome)
      progress.advance()
    }
    outcome.findings += try writer.finish()
    try output.commit()
  }

  private func move(
    _ file: InputFile, _ sheets: [(index: Int, number: Int)], _ stack: TableStack,
    _ writer: StackWriter, outcome: inout Outcome
  ) throws {
    let source = try file.openRows(limits: limits, types: form == .xlsx)
    for (index, number) in sheets {
      var above = 0
      try source.readRows(
        ofSheetAt: index, formulas: false,
        restarted: { throw StackSurvey.disorder(file, source.sheets[index].name) }
      ) { row in
        if stack.isAboveData(row, ofSheet: number) { above += 1 }
        if let moved = stack.row(row, ofSheet: number, index: writer.nextRow) {
          try writer.append(moved, dateSystem: source.dateSystem)
        }
      }
      if above > 0 {
        outcome.findings.append(
          Diagnostic(
            .info, code: "ROWS_ABOVE_HEADER",
            at: SourceLocation(file: file.name, sheet: source.sheets[index].name),
            "\(above) rows above the header are left out", zh: "表头以上的\(above)行未并入"))
      }
    }
  }
}
