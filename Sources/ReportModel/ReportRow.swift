/// One indicator with its parents: the flat view of a report.
public struct ReportRow: Sendable {
  /// Positions of the node and its parents in the tree.
  public struct Index: Hashable, Sendable, Comparable {
    /// Positions counted from zero.
    public var section, goal, action, task, indicator: Int

    /// Makes an index.
    public init(section: Int, goal: Int, action: Int, task: Int, indicator: Int) {
      self.section = section
      self.goal = goal
      self.action = action
      self.task = task
      self.indicator = indicator
    }

    /// Tree order.
    public static func < (left: Index, right: Index) -> Bool {
      (left.section, left.goal, left.action, left.task, left.indicator)
        < (right.section, right.goal, right.action, right.task, right.indicator)
    }
  }

  /// Where in the tree.
  public var index: Index
  /// The section without its goals.
  public var sectionNumber, sectionName: String?
  /// The goal without its actions.
  public var goalSerial, goalName: String?
  /// The names of action and task.
  public var actionName, taskName: String?
  /// The indicator.
  public var indicator: Report.Indicator

  /// The path by name: section, goal, action, task, indicator; nil where there is no name.
  public var path: [String?] { [sectionName, goalName, actionName, taskName, indicator.name] }
}

extension Report {
  /// Calls a closure with every indicator, in tree order.
  public func forEachRow(_ body: (ReportRow) throws -> Void) rethrows {
    for (s, section) in sections.enumerated() {
      for (g, goal) in section.goals.enumerated() {
        for (a, action) in goal.actions.enumerated() {
          for (t, task) in action.tasks.enumerated() {
            for (i, indicator) in task.indicators.enumerated() {
              try body(
                ReportRow(
                  index: .init(section: s, goal: g, action: a, task: t, indicator: i),
                  sectionNumber: section.number, sectionName: section.name,
                  goalSerial: goal.serial, goalName: goal.name, actionName: action.name,
                  taskName: task.name, indicator: indicator))
            }
          }
        }
      }
    }
  }

  /// Calls a closure with every indicator by itself, in tree order; cheaper than with its parents.
  public func forEachIndicator(_ body: (borrowing Indicator) throws -> Void) rethrows {
    for section in sections {
      for goal in section.goals {
        for action in goal.actions {
          for task in action.tasks.indices {
            for indicator in action.tasks[task].indicators.indices {
              try body(action.tasks[task].indicators[indicator])
            }
          }
        }
      }
    }
  }

  /// How many indicators there are.
  public var rowCount: Int {
    var count = 0
    for section in sections {
      for goal in section.goals {
        for action in goal.actions {
          for task in action.tasks { count += task.indicators.count }
        }
      }
    }
    return count
  }

  /// All indicators with their parents, in tree order.
  public var rows: [ReportRow] {
    var rows: [ReportRow] = []
    rows.reserveCapacity(rowCount)
    forEachRow { rows.append($0) }
    return rows
  }

  /// The row at an index, which must be one of this report's.
  public func row(at index: ReportRow.Index) -> ReportRow {
    let section = sections[index.section]
    let goal = section.goals[index.goal]
    let action = goal.actions[index.action]
    let task = action.tasks[index.task]
    return ReportRow(
      index: index, sectionNumber: section.number, sectionName: section.name,
      goalSerial: goal.serial, goalName: goal.name, actionName: action.name, taskName: task.name,
      indicator: task.indicators[index.indicator])
  }

  /// The indicator at an index, which must be one of this report's.
  public subscript(index: ReportRow.Index) -> Indicator {
    get {
      sections[index.section].goals[index.goal].actions[index.action].tasks[index.task]
        .indicators[index.indicator]
    }
    set {
      sections[index.section].goals[index.goal].actions[index.action].tasks[index.task]
        .indicators[index.indicator] = newValue
    }
  }
}
