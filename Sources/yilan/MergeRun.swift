import ProfileFile
import ReportImport
import ReportMerge
import ReportModel
import Spreadsheet

/// One merge: reads the plan, the decisions and all submissions.
struct MergeRun {
  let limits: ReadLimits
  let profile: Profile
  let jobs: Int
  let isQuiet: Bool

  /// The files that were read, none of which may be an output.
  private(set) var identities: Set<FileIdentity> = []
  /// The files of decisions that are not there yet.
  private(set) var draftPaths: [String] = []
  /// Whether any input could not be read.
  private(set) var hasUnreadable = false

  init(limits: ReadLimits, profile: Profile, jobs: Int, isQuiet: Bool) {
    self.limits = limits
    self.profile = profile
    self.jobs = jobs
    self.isQuiet = isQuiet
  }

  /// Merges; submissions that cannot be read are named in the result and do not stop the others.
  mutating func merge(
    plan planWord: String, submissions words: [String], resolutions: [String],
    outcome: inout Outcome
  ) async throws -> MergeResult {
    let decisions = try readDecisions(resolutions)
    let planFile = try InputSet.single(planWord, command: "merge")
    let plan = try planFile.openReport(profile: profile, limits: limits)
    outcome.findings += plan.findings.filter { $0.severity > .info }
    let set = SubmissionSet(words, plan: planFile.identity, limits: limits)
    outcome.findings += set.findings
    hasUnreadable = set.hasFailures
    identities.formUnion(set.identities)
    if let identity = planFile.identity { identities.insert(identity) }

    let merger = ReportMerger(plan: plan.imported.report, profile: profile, decisions: decisions)
    let reading = MergeReading(
      merger: merger, importer: ReportImporter(profile: profile), limits: limits)
    var merge = MergeAccumulator(merger)
    for name in set.unreadable { merge.add(reading.unreadable(name).extracts) }
    let progress = Progress(
      total: set.files.count, label: tr("merging", "汇总"), isQuiet: isQuiet)
    defer { progress.finish() }
    var isAnyUnreadable = false
    var findings: [Diagnostic] = []
    try await WorkerPool.run(set.files, jobs: jobs) { file in
      let result = reading.read(file)
      progress.advance()
      return result
    } receive: { _, result in
      merge.add(result.extracts)
      findings += result.findings
      if result.isUnreadable { isAnyUnreadable = true }
    }
    if isAnyUnreadable { hasUnreadable = true }
    let result = merge.result()
    outcome.findings += findings + result.findings
    return result
  }

  private mutating func readDecisions(_ words: [String]) throws -> [MergeDecision] {
    var decisions: [MergeDecision] = []
    for word in words {
      let path = PathName(argument: word)
      guard path.status != nil else {
        draftPaths.append(word)
        continue
      }
      let file = InputFile(origin: .path(path), name: path.name, nameBytes: path.lastComponent)
      if let identity = file.identity { identities.insert(identity) }
      let bytes = try file.readAll(limits: limits)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ToolError(
          "RESOLUTION_FILE", file: file.name, "is no text in UTF-8", zh: "不是 UTF-8 文本")
      }
      decisions += try ResolutionFile.decisions(from: text, file: file.name)
    }
    return decisions
  }
}
