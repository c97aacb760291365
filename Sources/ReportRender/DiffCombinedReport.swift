import ReportDiff
import ReportMatching
import ReportModel

/// The new report with what is gone put back in its old places, so that both can be shown in one
/// table. What has moved stands at its new place only.
struct DiffCombinedReport {
  /// Where a row comes from.
  enum Origin: Hashable {
    case new(Int)
    case deleted(Int)
  }

  private(set) var report: Report
  /// The origin of every row.
  private(set) var origins: [Origin] = []
  /// The combined row of each new row.
  private(set) var rowOfNew: [Int]
  /// The combined row of each old row that is gone.
  private(set) var rowOfDeleted: [Int: Int] = [:]

  private let matching: NodeMatching

  /// A child of a combined node: a new node, or an old one that is gone.
  private enum Child {
    case new(Int)
    case deleted(Int)
  }

  init(_ comparison: ReportComparison) {
    matching = comparison.matching
    report = comparison.new
    rowOfNew = Array(repeating: 0, count: comparison.matching.right.rowCount)
    report.sections = []
    for child in children(new: 0, old: 0) { report.sections.append(section(child)) }
    let kept = Set(report.groups.map(\.id))
    report.groups += comparison.old.groups.map { group in
      var group = group
      group.id = Self.oldGroupPrefix + group.id
      return group
    }.filter { !kept.contains($0.id) }
    for (row, origin) in origins.enumerated() {
      switch origin {
      case .new(let number): rowOfNew[number] = row
      case .deleted(let number): rowOfDeleted[number] = row
      }
    }
  }

  private static let oldGroupPrefix = "old:"

  /// The children of a combined node: the new ones in their order, each followed by those that stood
  /// behind it and are gone.
  private func children(new: Int?, old: Int?) -> [Child] {
    let left = matching.left
    let right = matching.right
    guard let new else {
      return old.map { left.nodes[$0].children.filter(isDeleted).map(Child.deleted) } ?? []
    }
    var behind: [Int: [Int]] = [:]
    var last = -1
    if let old {
      for child in left.nodes[old].children {
        if let partner = matching.partner(ofLeft: child) {
          if right.nodes[partner].parent == new { last = partner }
        } else if isDeleted(child) {
          behind[last, default: []].append(child)
        }
      }
    }
    var children = (behind[-1] ?? []).map(Child.deleted)
    for child in right.nodes[new].children {
      children.append(.new(child))
      children += (behind[child] ?? []).map(Child.deleted)
    }
    return children
  }

  /// Whether a node is gone with at least one of its rows.
  private func isDeleted(_ node: Int) -> Bool {
    matching.partner(ofLeft: node) == nil
      && matching.left.nodes[node].rows.contains { matching.partner(ofLeftRow: $0) == nil }
  }

  private func children(of child: Child) -> [Child] {
    switch child {
    case .new(let node): children(new: node, old: matching.partner(ofRight: node))
    case .deleted(let node): children(new: nil, old: node)
    }
  }

  private func index(of child: Child) -> (Report, ReportRow.Index) {
    switch child {
    case .new(let node): (matching.right.report, matching.right.nodes[node].index)
    case .deleted(let node): (matching.left.report, matching.left.nodes[node].index)
    }
  }

  private mutating func section(_ child: Child) -> Report.Section {
    let (report, at) = index(of: child)
    var section = report.sections[at.section]
    section.goals = children(of: child).map { goal($0) }
    return section
  }

  private mutating func goal(_ child: Child) -> Report.Goal {
    let (report, at) = index(of: child)
    var goal = report.sections[at.section].goals[at.goal]
    goal.actions = children(of: child).map { action($0) }
    return goal
  }

  private mutating func action(_ child: Child) -> Report.Action {
    let (report, at) = index(of: child)
    var action = report.sections[at.section].goals[at.goal].actions[at.action]
    action.tasks = children(of: child).map { task($0) }
    return action
  }

  private mutating func task(_ child: Child) -> Report.Task {
    let (report, at) = index(of: child)
    var task = report.sections[at.section].goals[at.goal].actions[at.action].tasks[at.task]
    task.indicators = children(of: child).map { indicator($0) }
    return task
  }

  private mutating func indicator(_ child: Child) -> Report.Indicator {
    let (report, at) = index(of: child)
    var indicator = report[at]
    switch child {
    case .new(let node): origins.append(.new(matching.right.nodes[node].rows.lowerBound))
    case .deleted(let node):
      origins.append(.deleted(matching.left.nodes[node].rows.lowerBound))
      indicator.target.group = indicator.target.group.map { Self.oldGroupPrefix + $0 }
      indicator.achieved.group = indicator.achieved.group.map { Self.oldGroupPrefix + $0 }
      indicator.percent.group = indicator.percent.group.map { Self.oldGroupPrefix + $0 }
    }
    return indicator
  }
}
