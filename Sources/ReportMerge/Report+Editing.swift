import ReportMatching
import ReportModel

extension Report {
  /// The path of a row by name.
  func path(of index: ReportRow.Index) -> [String?] {
    let section = sections[index.section]
    let goal = section.goals[index.goal]
    let action = goal.actions[index.action]
    let task = action.tasks[index.task]
    return [
      section.name, goal.name, action.name, task.name, task.indicators[index.indicator].name,
    ]
  }

  /// Gives another name to a node on the way to a row.
  mutating func rename(_ index: ReportRow.Index, _ level: NodeLevel, to name: String) {
    switch level {
    case .report: break
    case .section: sections[index.section].name = name
    case .goal: sections[index.section].goals[index.goal].name = name
    case .action: sections[index.section].goals[index.goal].actions[index.action].name = name
    case .task:
      sections[index.section].goals[index.goal].actions[index.action].tasks[index.task].name = name
    case .indicator: self[index].name = name
    }
  }

  /// Takes out rows, and nodes that have none left.
  mutating func removeRows(_ isGone: (ReportRow.Index) -> Bool) {
    sections = sections.enumerated().compactMap { s, section in
      var section = section
      section.goals = section.goals.enumerated().compactMap { g, goal in
        var goal = goal
        goal.actions = goal.actions.enumerated().compactMap { a, action in
          var action = action
          action.tasks = action.tasks.enumerated().compactMap { t, task in
            var task = task
            task.indicators = task.indicators.enumerated().compactMap { i, indicator in
              isGone(.init(section: s, goal: g, action: a, task: t, indicator: i))
                ? nil : indicator
            }
            return task.indicators.isEmpty ? nil : task
          }
          return action.tasks.isEmpty ? nil : action
        }
        return goal.actions.isEmpty ? nil : goal
      }
      return section.goals.isEmpty ? nil : section
    }
  }

  /// Adds a row at the end of the node that a path names; nodes that are not there are made.
  mutating func insert(_ indicator: Indicator, below path: [String?]) {
    guard path.count == 5 else { return }
    let s = Self.place(path[0], in: &sections, name: \.name) { Section(name: $0) }
    let g = Self.place(path[1], in: &sections[s].goals, name: \.name) { Goal(name: $0) }
    let a = Self.place(path[2], in: &sections[s].goals[g].actions, name: \.name) {
      Action(name: $0)
    }
    let t = Self.place(path[3], in: &sections[s].goals[g].actions[a].tasks, name: \.name) {
      Task(name: $0)
    }
    sections[s].goals[g].actions[a].tasks[t].indicators.append(indicator)
  }

  private static func place<Node>(
    _ name: String?, in nodes: inout [Node], name path: KeyPath<Node, String?>,
    make: (String?) -> Node
  ) -> Int {
    let key = name.map(CleanText.key)
    if let known = nodes.lastIndex(where: { $0[keyPath: path].map(CleanText.key) == key }) {
      return known
    }
    nodes.append(make(name))
    return nodes.count - 1
  }
}

extension Report.Indicator {
  /// The group whose cell a field is.
  func group(of field: MergeField) -> String? {
    switch field {
    case .target: target.group
    case .achieved: achieved.group
    case .percent: percent.group
    case .name, .unit, .lead, .remark: nil
    }
  }

  /// Says whose cell a field is.
  mutating func setGroup(_ id: String?, of field: MergeField) {
    switch field {
    case .target: target.group = id
    case .achieved: achieved.group = id
    case .percent: percent.group = id
    case .name, .unit, .lead, .remark: break
    }
  }

  /// The groups of all its fields.
  var groupNames: [String] { [target.group, achieved.group, percent.group].compactMap { $0 } }
}

extension MergeField {
  /// The field as a measure.
  var measureField: MeasureField? {
    switch self {
    case .target: .target
    case .achieved: .achieved
    case .percent: .percent
    case .name, .unit, .lead, .remark: nil
    }
  }
}
