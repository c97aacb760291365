import ReportModel
import Spreadsheet

/// Takes in extracts one by one and makes the merged report in the end.
///
/// Copies are recognized as they come, so that they cost nothing; apart from that an extract is kept
/// as it is, and the order in which they come changes nothing.
public struct MergeAccumulator: Sendable {
  private let merger: ReportMerger
  private var extracts: [SubmissionExtract] = []
  /// The files that say the same as an extract, by its position.
  private var copies: [Int: [String]] = [:]
  private var byContent: [Int: [Int]] = [:]

  /// Starts a merge.
  public init(_ merger: ReportMerger) {
    self.merger = merger
  }

  /// Takes in what was extracted of a submission.
  public mutating func add(_ extracts: [SubmissionExtract]) {
    for extract in extracts { add(extract) }
  }

  /// Takes in a submission.
  public mutating func add(_ submission: Submission) {
    add(merger.extract(submission))
  }

  private mutating func add(_ extract: SubmissionExtract) {
    let hash = extract.contentHash
    for place in byContent[hash] ?? [] where isCopy(extract, extracts[place]) {
      var other = extract
      // The first by name is the original, whichever came first.
      if extract.precedes(extracts[place]) { swap(&other, &extracts[place]) }
      if other.file != extracts[place].file || other.part == extracts[place].part {
        copies[place, default: []].append(other.file)
      }
      return
    }
    byContent[hash, default: []].append(extracts.count)
    extracts.append(extract)
  }

  private func isCopy(_ one: SubmissionExtract, _ other: SubmissionExtract) -> Bool {
    if one.isUnreadable || other.isUnreadable { return false }
    if one.isHeld || other.isHeld {
      return !one.digest.isEmpty && one.digest == other.digest && one.part == other.part
        && one.isHeld == other.isHeld && one.conflicts.first?.kind == other.conflicts.first?.kind
    }
    return one.says(other)
  }

  /// The merged report with everything that is to be decided.
  public func result() -> MergeResult {
    let order = extracts.indices.sorted { extracts[$0].precedes(extracts[$1]) }
    let sorted = order.map { extracts[$0] }
    var fold = MergeFold(merger, sorted)
    fold.run()
    for (place, original) in order.enumerated() {
      for copy in (copies[original] ?? []).sorted() {
        fold.infos.append(copyInfo(copy, of: sorted[place]))
      }
    }
    let settled = DecisionBook(merger.decisions).settle(fold.conflicts)
    var builder = MergedReportBuilder(merger, sorted, fold)
    for (conflict, choice) in settled.resolved { builder.apply(choice, to: conflict) }
    builder.finish()
    let missing = missingUnits(sorted)
    return MergeResult(
      report: builder.report, records: builder.records, conflicts: settled.open,
      resolved: settled.resolved.map(\.conflict), infos: fold.infos,
      missing: missing.map { merger.plan.units.names[$0] },
      unreadable: Set(sorted.filter(\.isUnreadable).map(\.file)).sorted(),
      units: completeness(sorted, builder, conflicts: settled.open),
      findings: (sorted.flatMap(\.findings) + settled.findings).sorted())
  }

  private func copyInfo(_ copy: String, of original: SubmissionExtract) -> MergeInfo {
    MergeInfo(
      .identicalCopy, unit: original.unitName, file: copy,
      values: [MergeValue(value: nil, location: SourceLocation(file: original.file))])
  }

  private func missingUnits(_ extracts: [SubmissionExtract]) -> [Int] {
    let sent = Set(extracts.compactMap(\.unit))
    return merger.plan.units.names.indices.filter { !sent.contains($0) }
  }

  private func completeness(
    _ sorted: [SubmissionExtract], _ builder: MergedReportBuilder, conflicts: [MergeConflict]
  ) -> [UnitCompleteness] {
    var files = [[String]](repeating: [], count: merger.plan.units.names.count)
    var open = [Bool](repeating: false, count: files.count)
    var saysAnything = open
    for (place, extract) in extracts.enumerated() {
      guard let unit = extract.unit else { continue }
      files[unit] += [extract.file] + (copies[place] ?? [])
      if !extract.isHeld { open[unit] = true }
      if !extract.statements.isEmpty || extract.confirmations.contains(where: { !$0.isBlank }) {
        saysAnything[unit] = true
      }
    }
    var counts: [String: Int] = [:]
    for conflict in conflicts {
      for name in Set(conflict.unit.map { [$0] } ?? builder.owners(of: conflict)) {
        counts[name, default: 0] += 1
      }
    }
    return merger.plan.units.names.enumerated().map { unit, name in
      let rows = merger.plan.units.rows[unit]
      let filled = rows.count { builder.isFilled($0) }
      let state: UnitCompleteness.State =
        if files[unit].isEmpty {
          .missing
        } else if !open[unit] {
          .held
        } else if !saysAnything[unit] {
          .unfilled
        } else {
          filled == rows.count ? .complete : .partial
        }
      return UnitCompleteness(
        unit: name, files: Set(files[unit]).sorted(), ownedRows: rows.count, filledRows: filled,
        conflictCount: counts[name, default: 0], state: state)
    }
  }
}
