public import ReportModel

extension EditScript {
  /// The new revision, out of the old one. The old report may be laid out in another way than the
  /// one that the edits were made from, if only it says the same. Linear.
  public func apply(to old: Report) throws(EditError) -> Report {
    guard EditFingerprint.of(old) == oldFingerprint else {
      throw EditError(.otherReport, file: old.sources.first?.file)
    }
    if isEmpty { return old }
    var applier = try EditApplier(self, old)
    return try applier.report()
  }
}

/// Applies an edit script. The script comes from a file: every path in it is checked.
private struct EditApplier {
  private let script: EditScript
  private let old: Report
  private var edits: [EditScript.Path: EditScript.NodeEdit] = [:]
  private var used: Set<EditScript.Path> = []
  private let sourceOffset: Int32
  /// Groups of the script get names that no group of the old report has.
  private let groupPrefix = "\u{1}"

  init(_ script: EditScript, _ old: Report) throws(EditError) {
    self.script = script
    self.old = old
    sourceOffset = Int32(truncatingIfNeeded: old.sources.count)
    for edit in script.nodes {
      guard hasNode(edit.path) else { throw EditError(.noSuchNode(edit.path)) }
      guard edits.updateValue(edit, forKey: edit.path) == nil else {
        throw EditError(.nodeUsedTwice(edit.path))
      }
    }
  }

  mutating func report() throws(EditError) -> Report {
    var new = old
    if let head = script.head {
      new = head
      new.meta = head.meta.map { MetaEntry(label: $0.label, value: $0.value) }
    }
    new.sources = old.sources + script.sources
    let children = edits[[]]?.children ?? [.kept([0], count: old.sections.count)]
    var sections: [Report.Section] = []
    try forEach(children, below: []) { (applier, child) throws(EditError) in
      sections.append(try applier.section(child))
    }
    new.sections = sections
    new.groups =
      old.groups
      + script.groups.map { group in
        var group = group
        group.id = groupPrefix + group.id
        group.address = shifted(group.address)
        return group
      }
    nameGroups(&new)
    return new
  }

  /// One child of a node.
  private enum Child {
    case kept(EditScript.Path)
    case added(EditScript.Addition)
  }

  /// Calls a closure with each child of a list, of which every kept one must stand one level below
  /// the parent's and is used once only.
  private mutating func forEach(
    _ children: [EditScript.Child], below parent: EditScript.Path,
    _ body: (inout EditApplier, Child) throws(EditError) -> Void
  ) throws(EditError) {
    for child in children {
      switch child {
      case .added(let addition): try body(&self, .added(addition))
      case .kept(let first, let count):
        guard first.count == parent.count + 1, let place = first.last else {
          throw EditError(.noSuchNode(first))
        }
        let holder = Array(first.dropLast())
        guard let total = childCount(holder), place >= 0, count >= 0, place <= total,
          count <= total - place
        else { throw EditError(.noSuchNode(first)) }
        for number in place..<(place + count) {
          let path = holder + [number]
          guard used.insert(path).inserted else { throw EditError(.nodeUsedTwice(path)) }
          try body(&self, .kept(path))
        }
      }
    }
  }

  /// Whether the old report has a node.
  private func hasNode(_ path: EditScript.Path) -> Bool {
    guard let place = path.last else { return true }
    return childCount(Array(path.dropLast())).map { (0..<$0).contains(place) } ?? false
  }

  /// The number of children of an old node; nil where there is no such node.
  private func childCount(_ path: EditScript.Path) -> Int? {
    if path.isEmpty { return old.sections.count }
    guard old.sections.indices.contains(path[0]) else { return nil }
    let goals = old.sections[path[0]].goals
    if path.count == 1 { return goals.count }
    guard goals.indices.contains(path[1]) else { return nil }
    let actions = goals[path[1]].actions
    if path.count == 2 { return actions.count }
    guard actions.indices.contains(path[2]) else { return nil }
    let tasks = actions[path[2]].tasks
    if path.count == 3 { return tasks.count }
    guard path.count == 4, tasks.indices.contains(path[3]) else { return nil }
    return tasks[path[3]].indicators.count
  }

  // MARK: Levels

  private mutating func section(_ child: Child) throws(EditError) -> Report.Section {
    var made: Report.Section
    var children: [EditScript.Child]
    var below: EditScript.Path = [-1]
    switch child {
    case .added(let addition):
      made = .init(number: addition.mark, name: addition.name)
      children = try list(addition, below: below)
    case .kept(let path):
      made = old.sections[path[0]]
      if let label = edits[path]?.label { (made.number, made.name) = (label.mark, label.name) }
      children = edits[path]?.children ?? [.kept(path + [0], count: made.goals.count)]
      below = path
    }
    made.goals = []
    try forEach(children, below: below) { (applier, child) throws(EditError) in
      made.goals.append(try applier.goal(child))
    }
    return made
  }

  private mutating func goal(_ child: Child) throws(EditError) -> Report.Goal {
    var made: Report.Goal
    var children: [EditScript.Child]
    var below: EditScript.Path = [-1, -1]
    switch child {
    case .added(let addition):
      made = .init(serial: addition.mark, name: addition.name)
      children = try list(addition, below: below)
    case .kept(let path):
      made = old.sections[path[0]].goals[path[1]]
      if let label = edits[path]?.label { (made.serial, made.name) = (label.mark, label.name) }
      children = edits[path]?.children ?? [.kept(path + [0], count: made.actions.count)]
      below = path
    }
    made.actions = []
    try forEach(children, below: below) { (applier, child) throws(EditError) in
      made.actions.append(try applier.action(child))
    }
    return made
  }

  private mutating func action(_ child: Child) throws(EditError) -> Report.Action {
    var made: Report.Action
    var children: [EditScript.Child]
    var below: EditScript.Path = [-1, -1, -1]
    switch child {
    case .added(let addition):
      made = .init(name: addition.name)
      children = try list(addition, below: below)
    case .kept(let path):
      made = old.sections[path[0]].goals[path[1]].actions[path[2]]
      if let label = edits[path]?.label { made.name = label.name }
      children = edits[path]?.children ?? [.kept(path + [0], count: made.tasks.count)]
      below = path
    }
    made.tasks = []
    try forEach(children, below: below) { (applier, child) throws(EditError) in
      made.tasks.append(try applier.task(child))
    }
    return made
  }

  private mutating func task(_ child: Child) throws(EditError) -> Report.Task {
    var made: Report.Task
    var children: [EditScript.Child]
    var below: EditScript.Path = [-1, -1, -1, -1]
    switch child {
    case .added(let addition):
      made = .init(name: addition.name)
      children = try list(addition, below: below)
    case .kept(let path):
      made = old.sections[path[0]].goals[path[1]].actions[path[2]].tasks[path[3]]
      if let label = edits[path]?.label { made.name = label.name }
      children = edits[path]?.children ?? [.kept(path + [0], count: made.indicators.count)]
      below = path
    }
    made.indicators = []
    try forEach(children, below: below) { (applier, child) throws(EditError) in
      made.indicators.append(try applier.indicator(child))
    }
    return made
  }

  private func indicator(_ child: Child) throws(EditError) -> Report.Indicator {
    switch child {
    case .added(let addition):
      guard let row = addition.indicator, addition.children.isEmpty else {
        throw EditError(.wrongLevel([]))
      }
      return renamed(row)
    case .kept(let path):
      if let row = edits[path]?.indicator { return renamed(row) }
      return old[
        .init(section: path[0], goal: path[1], action: path[2], task: path[3], indicator: path[4])]
    }
  }

  private func list(
    _ addition: EditScript.Addition, below path: EditScript.Path
  ) throws(EditError) -> [EditScript.Child] {
    guard addition.indicator == nil else { throw EditError(.wrongLevel(path)) }
    return addition.children
  }

  // MARK: Groups and addresses

  /// A row of the script, with its groups and addresses as the new report has them.
  private func renamed(_ row: Report.Indicator) -> Report.Indicator {
    var row = row
    func change(_ measure: inout Measure) {
      measure.group = measure.group.map { groupPrefix + $0 }
      measure.address = shifted(measure.address)
    }
    change(&row.target)
    change(&row.achieved)
    change(&row.percent)
    row.nameAddress = shifted(row.nameAddress)
    row.unit.address = shifted(row.unit.address)
    row.lead.address = shifted(row.lead.address)
    row.support.address = shifted(row.support.address)
    row.remark.address = shifted(row.remark.address)
    row.row = shifted(row.row)
    for index in row.extras.indices {
      row.extras[index].address = shifted(row.extras[index].address)
    }
    return row
  }

  private func shifted(_ address: CellAddress?) -> CellAddress? {
    guard var address else { return nil }
    address.source = address.source.addingReportingOverflow(sourceOffset).partialValue
    return address
  }

  /// Drops groups without rows and names the others g1, g2 … by their first rows.
  private func nameGroups(_ report: inout Report) {
    if report.groups.isEmpty { return }
    var names: [String: String] = [:]
    var order: [String] = []
    report.forEachRow { row in
      for field in MeasureField.allCases {
        guard let id = row.indicator[field].group, names[id] == nil else { continue }
        order.append(id)
        names[id] = "g\(order.count)"
      }
    }
    let known = Dictionary(
      report.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    report.groups = order.compactMap { id in
      guard var group = known[id] else { return nil }
      group.id = names[id] ?? id
      return group
    }
    for s in report.sections.indices {
      for g in report.sections[s].goals.indices {
        for a in report.sections[s].goals[g].actions.indices {
          for t in report.sections[s].goals[g].actions[a].tasks.indices {
            for i in report.sections[s].goals[g].actions[a].tasks[t].indicators.indices {
              let index = ReportRow.Index(section: s, goal: g, action: a, task: t, indicator: i)
              rename(&report[index], names)
            }
          }
        }
      }
    }
  }

  private func rename(_ row: inout Report.Indicator, _ names: [String: String]) {
    if let id = row.target.group { row.target.group = names[id] }
    if let id = row.achieved.group { row.achieved.group = names[id] }
    if let id = row.percent.group { row.percent.group = names[id] }
  }
}
