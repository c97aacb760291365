import ReportDiff
import ReportImport
import ReportModel
import Spreadsheet
import TableDiff

/// Reads two files and compares them, as what they are.
struct DiffReading: Sendable {
  /// What came out.
  enum Comparison: Sendable {
    case report(ReportComparison)
    case table(TableComparison)

    /// Whether anything really changed.
    var hasChanges: Bool {
      switch self {
      case .report(let comparison): !comparison.isEmpty
      case .table(let comparison): comparison.hasChanges
      }
    }
  }

  /// What the files are compared as; nil to find out.
  var basis: DiffBasis?
  var tableOptions = TableDiffOptions()
  let profile: Profile
  let limits: ReadLimits
  let jobs: Int

  /// Compares two files; doubts about them are added to the findings.
  func compare(
    _ pair: DiffPairs.Pair, findings: inout [Diagnostic]
  ) async throws -> Comparison {
    let sides = try [pair.old, pair.new].map { file in
      DiffSide(file: try file?.held(limits: limits), profile: profile, limits: limits)
    }
    switch basis {
    case .report:
      let reports = try await both(sides) { try $0.report() }
      return compare(reports, findings: &findings)
    case .table, .cells:
      return try await compareTables(sides, findings: &findings)
    case nil:
      let reports = try await both(sides) { side in
        side.file == nil ? try side.report() : try side.reportIfAny()
      }
      if let old = reports[0], let new = reports[1] {
        return compare([old, new], findings: &findings)
      }
      return try await compareTables(sides, findings: &findings)
    }
  }

  private func compare(_ reports: [ReportInput], findings: inout [Diagnostic]) -> Comparison {
    for report in reports { findings += report.findings.filter { $0.severity > .info } }
    return .report(
      ReportDiffer(profile: profile).compare(
        reports[0].imported.report, reports[1].imported.report))
  }

  private func compareTables(
    _ sides: [DiffSide], findings: inout [Diagnostic]
  ) async throws -> Comparison {
    let read = try await both(sides) { try $0.tables() }
    for side in read { findings += side.findings }
    let comparison = TableDiffer(options: tableOptions).compare(read[0].tables, read[1].tables)
    findings += comparison.findings
    return .table(comparison)
  }

  /// Runs work on both sides, at once where there are jobs for it.
  private func both<Value: Sendable>(
    _ sides: [DiffSide], _ work: @escaping @Sendable (DiffSide) throws -> Value
  ) async throws -> [Value] {
    var values: [Value] = []
    try await WorkerPool.run(sides, jobs: jobs) { side in
      Result { try work(side) }
    } receive: { _, result in
      values.append(try result.get())
    }
    return values
  }
}
