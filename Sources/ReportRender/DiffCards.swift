import ReportDiff
import ReportMatching
import ReportModel

/// The changes of a comparison by goal, each goal once, and what they can be filtered by.
struct DiffCards {
  /// What changed in one goal, in a section as a whole, or in the table as a whole.
  struct Card {
    var section: String?
    var goal: String?
    /// The nodes of the goal in both trees, as far as it is there.
    var oldGoal: Int?
    var newGoal: Int?
    var changes: [ReportChange]
  }

  private struct Key: Hashable {
    var section: String?
    var oldGoal: Int?
    var newGoal: Int?
  }

  private(set) var cards: [Card] = []
  /// The responsible units of the changed rows, in the order of the changes.
  private(set) var leads: [String] = []
  /// The sections with changes, in the order of the changes.
  private(set) var sections: [String] = []

  private let comparison: ReportComparison
  private var leadNumbers: [String: Int] = [:]
  private var sectionNumbers: [String: Int] = [:]

  init(_ changes: [ReportChange], _ comparison: ReportComparison) {
    self.comparison = comparison
    let matching = comparison.matching
    var places: [Key: Int] = [:]
    for change in changes {
      let newGoal = change.newNode.flatMap { Self.goal(of: $0, in: matching.right) }
      var oldGoal = newGoal.flatMap { matching.partner(ofRight: $0) }
      if change.newNode == nil {
        oldGoal = change.oldNode.flatMap { Self.goal(of: $0, in: matching.left) }
      }
      let goal = newGoal ?? oldGoal.flatMap { matching.partner(ofLeft: $0) }
      let path = goal.map { matching.right.path(of: $0) } ?? change.newPath ?? change.oldPath
      let key = Key(section: path?[0] ?? nil, oldGoal: oldGoal, newGoal: goal)
      if let place = places[key] {
        cards[place].changes.append(change)
      } else {
        places[key] = cards.count
        cards.append(
          Card(
            section: path?[0] ?? nil, goal: path?[1] ?? nil, oldGoal: oldGoal, newGoal: goal,
            changes: [change]))
      }
      note(lead(of: change), in: &leads, &leadNumbers)
      note(section(of: change), in: &sections, &sectionNumbers)
    }
  }

  /// The number of a change's responsible unit in `leads`.
  func leadNumber(of change: ReportChange) -> Int { leadNumbers[lead(of: change)] ?? 0 }

  /// The number of a change's section in `sections`.
  func sectionNumber(of change: ReportChange) -> Int { sectionNumbers[section(of: change)] ?? 0 }

  private func note(_ name: String, in names: inout [String], _ numbers: inout [String: Int]) {
    if numbers[name] != nil { return }
    numbers[name] = names.count
    names.append(name)
  }

  private func section(of change: ReportChange) -> String {
    (change.newPath ?? change.oldPath)?.first.flatMap(\.self) ?? ""
  }

  private func lead(of change: ReportChange) -> String {
    let matching = comparison.matching
    if let node = change.newNode, let row = matching.right.nodes[node].rows.first {
      return matching.right.indicator(ofRow: row).lead.text
    }
    if let node = change.oldNode, let row = matching.left.nodes[node].rows.first {
      return matching.left.indicator(ofRow: row).lead.text
    }
    return ""
  }

  private static func goal(of node: Int, in tree: ReportTree) -> Int? {
    var node = node
    while node > 0, tree.nodes[node].level > .goal { node = tree.nodes[node].parent }
    return tree.nodes[node].level == .goal ? node : nil
  }
}
