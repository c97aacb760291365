import ReportMatching
import ReportModel
import Spreadsheet

/// A comparison while it is made.
struct Comparer {
  /// Where a change stands among the others: the row and level of its node in the new report, what
  /// is gone after what stood before it.
  private struct Order: Comparable {
    var row: Int
    var level: Int
    var rank: Int

    static func < (one: Order, other: Order) -> Bool {
      (one.row, one.level, one.rank) < (other.row, other.level, other.rank)
    }
  }

  let matching: NodeMatching
  let organizations: OrganizationTable
  let old: ReportTree
  let new: ReportTree
  let oldRows: [Report.Indicator]
  let newRows: [Report.Indicator]
  let oldGroups: GroupIndex
  let newGroups: GroupIndex
  let groupPairs: GroupPairs
  /// The further columns that both have, by their names in both.
  let columns: [(old: String, new: String)]
  private var found: [(order: Order, change: ReportChange)] = []

  init(_ matching: NodeMatching, organizations: OrganizationTable) {
    self.matching = matching
    self.organizations = organizations
    old = matching.left
    new = matching.right
    oldRows = (0..<old.rowCount).map { matching.left.indicator(ofRow: $0) }
    newRows = (0..<new.rowCount).map { matching.right.indicator(ofRow: $0) }
    oldGroups = GroupIndex(oldRows)
    newGroups = GroupIndex(newRows)
    groupPairs = GroupPairs(oldGroups, newGroups, matching: matching)
    columns = Self.commonColumns(old.report, new.report)
  }

  mutating func run() {
    compareHead()
    compareColumns()
    compareNodes()
    compareOrder()
    compareLeads()
    for (oldRow, newRow) in matching.rowPairs { compareRow(oldRow, newRow) }
  }

  func sortedChanges() -> [ReportChange] {
    found.enumerated().sorted {
      $0.element.order != $1.element.order
        ? $0.element.order < $1.element.order : $0.offset < $1.offset
    }.map(\.element.change)
  }

  // MARK: Collecting

  /// Adds a change of a pair of nodes; paths, addresses and score are filled in where they are not
  /// given.
  mutating func add(_ change: ReportChange, _ oldNode: Int?, _ newNode: Int?, rank: Int) {
    var change = change
    change.oldNode = oldNode
    change.newNode = newNode
    if let oldNode {
      change.oldPath = old.path(of: oldNode)
      if change.oldAddress == nil {
        change.oldAddress = location(old, old.address(of: oldNode))
      }
      if newNode != nil, let score = matching.score(ofLeft: oldNode) {
        change.score = score
        change.isUncertain = score < NodeMatching.certainScore
      }
    }
    if let newNode {
      change.newPath = new.path(of: newNode)
      if change.newAddress == nil {
        change.newAddress = location(new, new.address(of: newNode))
      }
    }
    found.append((order(oldNode, newNode, rank: rank), change))
  }

  /// Adds a change of the table as a whole.
  mutating func addForTable(_ change: ReportChange) {
    found.append((Order(row: -1, level: 0, rank: found.count), change))
  }

  /// The location of an address; nil where there is none.
  func location(_ tree: ReportTree, _ address: CellAddress?) -> SourceLocation? {
    address.map { tree.report.location(of: $0) }
  }

  private func order(_ oldNode: Int?, _ newNode: Int?, rank: Int) -> Order {
    if let newNode {
      let node = new.nodes[newNode]
      return Order(row: node.rows.lowerBound, level: node.level.rawValue, rank: rank)
    }
    guard let oldNode else { return Order(row: -1, level: 0, rank: rank) }
    let node = old.nodes[oldNode]
    guard node.parent >= 0, let parent = matching.partner(ofLeft: node.parent) else {
      return Order(row: 0, level: 0, rank: rank)
    }
    var sibling = oldNode - 1
    while sibling >= old.nodes[node.parent].children.lowerBound {
      if let partner = matching.partner(ofLeft: sibling), new.nodes[partner].parent == parent {
        return Order(row: new.nodes[partner].rows.upperBound - 1, level: 9, rank: node.position)
      }
      sibling -= 1
    }
    let place = new.nodes[parent]
    return Order(row: place.rows.lowerBound, level: place.level.rawValue, rank: 90)
  }
}

extension ReportTree {
  /// Where the name of a node stands, or its row where it has no name.
  func address(of node: Int) -> CellAddress? {
    let at = nodes[node].index
    switch nodes[node].level {
    case .report: return nil
    case .section: return report.sections[at.section].address
    case .goal: return report.sections[at.section].goals[at.goal].address
    case .action: return report.sections[at.section].goals[at.goal].actions[at.action].address
    case .task:
      return report.sections[at.section].goals[at.goal].actions[at.action].tasks[at.task].address
    case .indicator:
      let row = report[at]
      return row.nameAddress ?? row.row
    }
  }
}
