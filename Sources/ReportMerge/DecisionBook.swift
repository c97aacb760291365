import Spreadsheet

/// The decisions of a person, held against the conflicts that there are.
struct DecisionBook {
  /// What is left and what was settled.
  struct Settlement {
    var open: [MergeConflict] = []
    var resolved: [(conflict: MergeConflict, choice: MergeDecision.Choice)] = []
    var findings: [Diagnostic] = []
  }

  private let decisions: [MergeDecision]

  init(_ decisions: [MergeDecision]) {
    self.decisions = decisions
  }

  /// Settles conflicts. A decision whose values are no longer those that were seen is outdated and
  /// settles nothing; one that finds no conflict is unused.
  func settle(_ conflicts: [MergeConflict]) -> Settlement {
    var settlement = Settlement()
    var isUsed = [Bool](repeating: false, count: decisions.count)
    var byPath: [[String?]?: [Int]] = [:]
    for (place, decision) in decisions.enumerated() {
      byPath[decision.path, default: []].append(place)
    }
    for conflict in conflicts {
      let places = (byPath[conflict.path] ?? []).filter { decisions[$0].concerns(conflict) }
      guard let place = closest(places, to: conflict, isUsed: isUsed) else {
        settlement.open.append(conflict)
        continue
      }
      isUsed[place] = true
      let decision = decisions[place]
      guard let choice = decision.choice else {
        settlement.open.append(conflict)
        continue
      }
      if let reason = Self.misfit(decision, choice, conflict) {
        settlement.open.append(conflict)
        settlement.findings.append(Self.finding(reason, decision))
      } else {
        settlement.resolved.append((conflict, choice))
      }
    }
    for (place, decision) in decisions.enumerated() where !isUsed[place] {
      // Decisions about whole files took effect when the files were read.
      guard let choice = decision.choice else { continue }
      if decision.kind == .unknownUnit, case .unit = choice { continue }
      if decision.kind == .oldTemplate, case .file = choice { continue }
      settlement.findings.append(
        Self.finding(("DECISION_UNUSED", "no such conflict any more", "已无此冲突"), decision))
    }
    return settlement
  }

  /// Rows may share a path, and files may decide twice: the values tell which decision is meant, then one
  /// that was taken comes before an open one, and one not used yet before others.
  private func closest(
    _ places: [Int], to conflict: MergeConflict, isUsed: [Bool]
  ) -> Int? {
    guard places.count > 1 else { return places.first }
    let values = conflict.values.map(\.value)
    func rank(_ place: Int) -> Int {
      (decisions[place].seen == values ? 4 : 0) + (decisions[place].choice != nil ? 2 : 0)
        + (isUsed[place] ? 0 : 1)
    }
    return places.max { (rank($0), -$0) < (rank($1), -$1) }
  }

  private typealias Reason = (code: String, text: String, textZh: String)

  private static func misfit(
    _ decision: MergeDecision, _ choice: MergeDecision.Choice, _ conflict: MergeConflict
  ) -> Reason? {
    if !decision.seen.isEmpty, decision.seen != conflict.values.map(\.value) {
      return ("DECISION_OUTDATED", "the values have changed since it was decided", "所见的值已变动")
    }
    switch choice {
    case .plan: return nil
    case .file(let file):
      let isThere = conflict.values.contains { !$0.isPlan && $0.location.file == file }
      return isThere
        ? nil : ("DECISION_UNFIT", "\(file) says nothing about it", "\(file)中没有相应的值")
    case .value:
      return conflict.field == nil
        ? ("DECISION_UNFIT", "a row or file cannot be given a value", "行或文件不能取值") : nil
    case .unit:
      return ("DECISION_UNFIT", "only the sender of a file is a unit", "只有文件的填报单位可以指定")
    }
  }

  private static func finding(_ reason: Reason, _ decision: MergeDecision) -> Diagnostic {
    var parts = [decision.kind.rawValue]
    if let name = decision.path?.compactMap({ $0 }).last { parts.append(name) }
    if let field = decision.field { parts.append(field.rawValue) }
    if let unit = decision.unit { parts.append(unit) }
    let what = parts.joined(separator: " / ")
    return Diagnostic(
      .warning, code: reason.code, at: SourceLocation(file: decision.file),
      "decision about \(what): \(reason.text)", zh: "对“\(what)”的决定未采用：\(reason.textZh)")
  }
}
