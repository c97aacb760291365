import ReportDiff
import ReportMatching
import ReportModel

/// The subtree of a new node as JSON, without what has moved into it: that is told as a move.
enum DiffSubtree {
  static func value(
    of node: Int, in comparison: ReportComparison, encoder: ReportJSONEncoder
  ) -> ReportJSONValue {
    let tree = comparison.matching.right
    let at = tree.nodes[node].index
    let isWhole = tree.nodes[node].rows.allSatisfy {
      comparison.matching.partner(ofRightRow: $0) == nil
    }
    let section = comparison.new.sections[at.section]
    func isNew(_ index: ReportRow.Index) -> Bool {
      isWhole || comparison.matching.partner(ofRightRow: rowNumbers[index] ?? 0) == nil
    }
    // Rows by their place, wanted only where some of them have moved in.
    var rowNumbers: [ReportRow.Index: Int] = [:]
    if !isWhole {
      for row in tree.nodes[node].rows {
        rowNumbers[tree.nodes[tree.node(ofRow: row)].index] = row
      }
    }
    func task(_ a: Int, _ t: Int, _ g: Int) -> Report.Task {
      var task = section.goals[g].actions[a].tasks[t]
      task.indicators = task.indicators.enumerated().filter { i, _ in
        isNew(.init(section: at.section, goal: g, action: a, task: t, indicator: i))
      }.map(\.element)
      return task
    }
    func action(_ g: Int, _ a: Int) -> Report.Action {
      var action = section.goals[g].actions[a]
      action.tasks = action.tasks.indices.map { task(a, $0, g) }
        .filter { isWhole || !$0.indicators.isEmpty }
      return action
    }
    func goal(_ g: Int) -> Report.Goal {
      var goal = section.goals[g]
      goal.actions = goal.actions.indices.map { action(g, $0) }
        .filter { isWhole || !$0.tasks.isEmpty }
      return goal
    }
    switch tree.nodes[node].level {
    case .report: return .null
    case .section:
      var whole = section
      whole.goals = section.goals.indices.map(goal).filter { isWhole || !$0.actions.isEmpty }
      return encoder.value(of: whole, at: isWhole ? at.section : nil)
    case .goal:
      return encoder.value(of: goal(at.goal), at: isWhole ? [at.section, at.goal] : nil)
    case .action:
      return encoder.value(
        of: action(at.goal, at.action), at: isWhole ? [at.section, at.goal, at.action] : nil)
    case .task:
      return encoder.value(
        of: task(at.action, at.task, at.goal),
        at: isWhole ? [at.section, at.goal, at.action, at.task] : nil)
    case .indicator:
      return encoder.value(
        of: comparison.new[at], at: [at.section, at.goal, at.action, at.task, at.indicator])
    }
  }
}
