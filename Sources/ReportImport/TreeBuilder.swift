import ReportModel

/// Builds the tree out of rows: nodes of one name under one parent are one node, wherever their rows
/// stand (invariant I3, rule N11).
struct TreeBuilder {
  /// A cleaned name below a parent.
  private struct Key: Hashable {
    var parent: Int
    var name: TextKey

    init(parent: Int, name: String) {
      self.parent = parent
      self.name = TextKey(name)
    }
  }

  private var report: Report
  private var sections: [Key: [Int]] = [:]
  private var goals: [Key: [Int]] = [:]
  private var actions: [Key: Int] = [:]
  private var tasks: [Key: Int] = [:]
  /// For goals, actions and tasks: their places in the tree, by their running number.
  private var goalPlaces: [(section: Int, goal: Int)] = []
  private var actionPlaces: [(goal: Int, action: Int)] = []
  private var taskPlaces: [(action: Int, task: Int)] = []
  private var previous: Previous?

  /// The names and nodes of the row before, so that what goes on is not looked up again.
  private struct Previous {
    var row: Names
    var section, goal, action, task: Int
  }

  private struct Names {
    var section: ImportedRow.Section?
    var serial: String?
    var goal, action, task: ImportedRow.Name?
  }

  init(_ report: Report) { self.report = report }

  /// The report with the rows in it. Linear.
  static func build(_ report: Report, rows: [ImportedRow]) -> Report {
    var builder = TreeBuilder(report)
    for index in rows.indices { builder.add(rows[index]) }
    return builder.finished()
  }

  // The tree is grown in flat arrays, so that appending to a deep array copies nothing.
  private var sectionNodes: [Report.Section] = []
  private var goalNodes: [Report.Goal] = []
  private var actionNodes: [Report.Action] = []
  private var taskNodes: [Report.Task] = []

  private mutating func add(_ row: ImportedRow) {
    let section = section(row.section)
    let goal = goal(row, in: section)
    let action = action(row.action, in: goal)
    let task = task(row.task, in: action)
    taskNodes[task].indicators.append(row.indicator)
    let names = Names(
      section: row.section, serial: row.serial, goal: row.goal, action: row.action, task: row.task)
    previous = Previous(row: names, section: section, goal: goal, action: action, task: task)
  }

  private mutating func section(_ section: ImportedRow.Section?) -> Int {
    if let previous, previous.row.section?.name == section?.name,
      previous.row.section?.number == section?.number
    {
      return previous.section
    }
    let key = Key(parent: -1, name: section?.name.map(CleanText.key) ?? "")
    if let known = sections[key]?.first(where: {
      sectionNodes[$0].number == section?.number || sectionNodes[$0].number == nil
        || section?.number == nil
    }) {
      if sectionNodes[known].number == nil { sectionNodes[known].number = section?.number }
      return known
    }
    sectionNodes.append(
      Report.Section(number: section?.number, name: section?.name, address: section?.address))
    sections[key, default: []].append(sectionNodes.count - 1)
    return sectionNodes.count - 1
  }

  private mutating func goal(_ row: ImportedRow, in section: Int) -> Int {
    if let previous, previous.section == section, previous.row.goal?.text == row.goal?.text,
      previous.row.serial == row.serial
    {
      return previous.goal
    }
    let key = Key(parent: section, name: row.goal.map { CleanText.key($0.text) } ?? "")
    let candidates = goals[key] ?? []
    let found =
      candidates.last { goalNodes[$0].serial == row.serial }
      ?? candidates.last {
        row.goal != nil && (goalNodes[$0].serial == nil || row.serial == nil)
      }
    if let known = found {
      if goalNodes[known].serial == nil { goalNodes[known].serial = row.serial }
      return known
    }
    goalNodes.append(
      Report.Goal(serial: row.serial, name: row.goal?.text, address: row.goal?.address))
    goalPlaces.append((section, goalNodes.count - 1))
    goals[key, default: []].append(goalNodes.count - 1)
    return goalNodes.count - 1
  }

  private mutating func action(_ name: ImportedRow.Name?, in goal: Int) -> Int {
    if let previous, previous.goal == goal, previous.row.action?.text == name?.text {
      return previous.action
    }
    let key = Key(parent: goal, name: name.map { CleanText.key($0.text) } ?? "")
    if let known = actions[key] { return known }
    actionNodes.append(Report.Action(name: name?.text, address: name?.address))
    actionPlaces.append((goal, actionNodes.count - 1))
    actions[key] = actionNodes.count - 1
    return actionNodes.count - 1
  }

  private mutating func task(_ name: ImportedRow.Name?, in action: Int) -> Int {
    if let previous, previous.action == action, previous.row.task?.text == name?.text {
      return previous.task
    }
    let key = Key(parent: action, name: name.map { CleanText.key($0.text) } ?? "")
    if let known = tasks[key] { return known }
    taskNodes.append(Report.Task(name: name?.text, address: name?.address))
    taskPlaces.append((action, taskNodes.count - 1))
    tasks[key] = taskNodes.count - 1
    return taskNodes.count - 1
  }

  private mutating func finished() -> Report {
    for (place, task) in zip(taskPlaces, taskNodes) { actionNodes[place.action].tasks.append(task) }
    for (place, action) in zip(actionPlaces, actionNodes) {
      goalNodes[place.goal].actions.append(action)
    }
    for (place, goal) in zip(goalPlaces, goalNodes) {
      sectionNodes[place.section].goals.append(goal)
    }
    report.sections = sectionNodes
    return report
  }
}
