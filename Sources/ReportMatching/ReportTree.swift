public import ReportModel

/// A report laid out for matching: every node in one array, level by level, each level in the order
/// of the table.
///
/// The children of a node are neighbours, and so are the rows below it. Node 0 is the root. Making a
/// tree costs a little more than linear time; a tree can be matched again and again.
public struct ReportTree: Sendable {
  /// A node of the tree.
  public struct Node: Sendable {
    /// Its level.
    public let level: NodeLevel
    /// The parent; -1 for the root.
    public let parent: Int
    /// The place among its siblings, counted from zero.
    public let position: Int
    /// The name, cleaned; nil where there is none.
    public let name: String?
    /// The printed number of a section or serial of a goal.
    public let mark: String?
    /// Where it stands in the report; positions below its own level are zero.
    public let index: ReportRow.Index
    /// Its children.
    public internal(set) var children: Range<Int>
    /// The rows below it, as positions in `Report.rows`.
    public internal(set) var rows: Range<Int>
    /// The matching key of the name, empty where there is none.
    let key: String
    /// A hash of the key; zero where there is no name.
    let hash: UInt64
  }

  /// The report.
  public let report: Report
  /// All nodes, the root first.
  public private(set) var nodes: [Node] = []
  /// The children of every node by ascending hash, key and position; aligned with `nodes`.
  private(set) var childOrder: [Int] = []
  /// Where each level begins in `nodes`, and one past the last.
  private var levelStarts: [Int] = []

  /// Lays out a report; the names of the ignored levels take no part, and the children of such nodes
  /// belong to the parents of these.
  public init(_ report: Report, ignoring ignored: Set<NodeLevel> = []) {
    self.report = report
    let root = ReportRow.Index(section: 0, goal: 0, action: 0, task: 0, indicator: 0)
    nodes.append(
      Node(
        level: .report, parent: -1, position: 0, name: nil, mark: nil, index: root,
        children: 0..<0, rows: 0..<0, key: "", hash: 0))
    levelStarts = [0]
    var frontier = [(node: 0, index: root)]
    for level in NodeLevel.named {
      levelStarts.append(nodes.count)
      frontier = append(level, below: frontier, isIgnored: ignored.contains(level))
    }
    levelStarts.append(nodes.count)
    assignRows()
    var order = Array(nodes.indices)
    for node in nodes where node.children.count > 1 {
      order[node.children].sort { precedes($0, $1) }
    }
    childOrder = order
  }

  /// The nodes of a level.
  public func nodes(at level: NodeLevel) -> Range<Int> {
    levelStarts[level.rawValue]..<levelStarts[level.rawValue + 1]
  }

  /// The number of rows.
  public var rowCount: Int { nodes(at: .indicator).count }

  /// The node of a row, which must be one of this report's.
  public func node(ofRow row: Int) -> Int { nodes(at: .indicator).lowerBound + row }

  /// The indicator of a row, which must be one of this report's.
  public func indicator(ofRow row: Int) -> Report.Indicator {
    report[nodes[node(ofRow: row)].index]
  }

  /// The path of a node by name: section, goal, action, task, indicator; nil where there is no name
  /// and below the node.
  public func path(of node: Int) -> [String?] {
    let level = nodes[node].level
    let at = nodes[node].index
    var path = [String?](repeating: nil, count: 5)
    guard level >= .section else { return path }
    let section = report.sections[at.section]
    path[0] = section.name
    guard level >= .goal else { return path }
    path[1] = section.goals[at.goal].name
    guard level >= .action else { return path }
    path[2] = section.goals[at.goal].actions[at.action].name
    guard level >= .task else { return path }
    path[3] = section.goals[at.goal].actions[at.action].tasks[at.task].name
    guard level >= .indicator else { return path }
    path[4] = nodes[node].name
    return path
  }
}

extension ReportTree {
  /// Appends the nodes of one level below the nodes of the level above.
  private mutating func append(
    _ level: NodeLevel, below frontier: [(node: Int, index: ReportRow.Index)], isIgnored: Bool
  ) -> [(node: Int, index: ReportRow.Index)] {
    var next: [(node: Int, index: ReportRow.Index)] = []
    next.reserveCapacity(frontier.count)
    for (parent, index) in frontier {
      for position in 0..<childCount(level, of: index) {
        var place = index
        place.set(position, at: level)
        guard !isIgnored else {
          next.append((parent, place))
          continue
        }
        let (name, mark) = label(level, at: place)
        let siblings = nodes[parent].children
        let first = siblings.isEmpty ? nodes.count : siblings.lowerBound
        let key = name.map(CleanText.key) ?? ""
        nodes[parent].children = first..<(nodes.count + 1)
        next.append((nodes.count, place))
        nodes.append(
          Node(
            level: level, parent: parent, position: nodes.count - first, name: name, mark: mark,
            index: place, children: 0..<0, rows: 0..<0, key: key,
            hash: name == nil ? 0 : KeyHash.of(key)))
      }
    }
    return next
  }

  private func childCount(_ level: NodeLevel, of at: ReportRow.Index) -> Int {
    switch level {
    case .report: 0
    case .section: report.sections.count
    case .goal: report.sections[at.section].goals.count
    case .action: report.sections[at.section].goals[at.goal].actions.count
    case .task: report.sections[at.section].goals[at.goal].actions[at.action].tasks.count
    case .indicator:
      report.sections[at.section].goals[at.goal].actions[at.action].tasks[at.task].indicators.count
    }
  }

  private func label(_ level: NodeLevel, at place: ReportRow.Index) -> (String?, String?) {
    switch level {
    case .report: return (nil, nil)
    case .section:
      return (report.sections[place.section].name, report.sections[place.section].number)
    case .goal:
      let goals = report.sections[place.section].goals
      return (goals[place.goal].name, goals[place.goal].serial)
    case .action:
      return (report.sections[place.section].goals[place.goal].actions[place.action].name, nil)
    case .task:
      let actions = report.sections[place.section].goals[place.goal].actions
      return (actions[place.action].tasks[place.task].name, nil)
    case .indicator: return (report[place].name, nil)
    }
  }

  /// Gives every node the range of its rows, from the rows up.
  private mutating func assignRows() {
    for (row, node) in nodes(at: .indicator).enumerated() {
      nodes[node].rows = row..<(row + 1)
    }
    for level in NodeLevel.allCases.dropLast().reversed() {
      var end = 0
      for node in nodes(at: level) {
        let children = nodes[node].children
        if let last = children.last {
          nodes[node].rows =
            nodes[children.lowerBound].rows.lowerBound..<nodes[last].rows.upperBound
        } else {
          nodes[node].rows = end..<end
        }
        end = nodes[node].rows.upperBound
      }
    }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    if nodes[one].hash != nodes[other].hash { return nodes[one].hash < nodes[other].hash }
    if nodes[one].key != nodes[other].key { return nodes[one].key < nodes[other].key }
    return one < other
  }
}

extension ReportRow.Index {
  fileprivate mutating func set(_ position: Int, at level: NodeLevel) {
    switch level {
    case .report: break
    case .section: section = position
    case .goal: goal = position
    case .action: action = position
    case .task: task = position
    case .indicator: indicator = position
    }
  }
}
