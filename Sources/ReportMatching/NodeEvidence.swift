import FoundationEssentials
import ReportModel

/// What a node holds, reduced to hashes: the names below it and the facts of its rows.
///
/// It is evidence that two nodes are the same when their names are not.
struct NodeEvidence: Sendable {
  /// A hash of all names and texts below the node.
  let contentHash: UInt64
  /// The name taken apart.
  let name: NameShape
  /// Hashes of the names below the node.
  private let names: Bag
  /// Hashes of the facts of its rows by kind.
  private let facts: [Bag]

  /// How much each kind of fact says: unit, target, achieved, percent, lead.
  private static let weights = [0.2, 0.4, 0.25, 0.05, 0.1]
  /// How much a name below a node says.
  private static let nameWeight = 1.5

  init(_ tree: ReportTree, _ node: Int) {
    name = NameShape(key: tree.nodes[node].key)
    var names: [UInt64] = []
    var facts = [[UInt64]](repeating: [], count: 5)
    var content: UInt64 = 0
    let top = tree.nodes[node]
    if top.level == .indicator {
      content = Self.addRow(tree.indicator(ofRow: top.rows.lowerBound), to: &facts)
    }
    var range = top.children
    while !range.isEmpty {
      for child in range {
        content = KeyHash.combine(content, tree.nodes[child].hash)
        if tree.nodes[child].hash != 0 { names.append(tree.nodes[child].hash) }
        if tree.nodes[child].level == .indicator {
          let row = tree.nodes[child].rows.lowerBound
          content = KeyHash.combine(
            content, Self.addRow(tree.indicator(ofRow: row), to: &facts))
        }
      }
      range = Self.childRange(tree, of: range)
    }
    contentHash = content
    self.names = Bag(names)
    self.facts = facts.map(Bag.init)
  }

  /// How much of what two nodes hold is equal, from 0 to 1.
  func content(_ other: NodeEvidence) -> Double {
    var common = Self.nameWeight * Double(names.commonCount(other.names))
    var total = Self.nameWeight * Double(names.total + other.names.total)
    for (kind, weight) in Self.weights.enumerated() {
      common += weight * Double(facts[kind].commonCount(other.facts[kind]))
      total += weight * Double(facts[kind].total + other.facts[kind].total)
    }
    return total == 0 ? 0 : min(1, 2 * common / total)
  }

  /// How many of the names below two nodes are equal, from 0 to 1.
  func namesInCommon(_ other: NodeEvidence) -> Double {
    names.dice(other.names)
  }

  /// What stands for the node in an index of likely partners.
  var features: [UInt64] {
    let measured = facts[1].all.map { KeyHash.combine(7, $0) }
    return name.features + names.all + measured
  }

  /// The children of neighbouring nodes are neighbours too.
  private static func childRange(_ tree: ReportTree, of nodes: Range<Int>) -> Range<Int> {
    var lower = Int.max
    var upper = 0
    for node in nodes where !tree.nodes[node].children.isEmpty {
      lower = min(lower, tree.nodes[node].children.lowerBound)
      upper = max(upper, tree.nodes[node].children.upperBound)
    }
    return lower < upper ? lower..<upper : 0..<0
  }

  private static func addRow(_ row: Report.Indicator, to facts: inout [[UInt64]]) -> UInt64 {
    let unit = row.unit.unit?.base ?? CleanText.key(row.unit.text)
    let scale = row.unit.unit?.scale ?? 1
    var content = KeyHash.of(CleanText.key(row.unit.text))
    func add(_ kind: Int, _ text: String) {
      if !text.isEmpty { facts[kind].append(KeyHash.of(text, seed: UInt64(kind))) }
    }
    add(0, unit)
    add(1, measured(row.target, scale: scale))
    add(2, measured(row.achieved, scale: scale))
    add(3, measured(row.percent, scale: 1))
    add(4, CleanText.key(row.lead.text))
    for text in [
      row.target.text, row.achieved.text, row.percent.text, row.lead.text, row.remark.text,
    ] {
      content = KeyHash.combine(content, KeyHash.of(CleanText.key(text)))
    }
    return content
  }

  /// A measure in base units, as text.
  private static func measured(_ measure: Measure, scale: Decimal) -> String {
    switch measure.value {
    case .empty: ""
    case .number(let number): (number * scale).description
    case .percent(let points): points.description + "%"
    case .bound(let comparison, let number, _):
      comparison.rawValue + (number * scale).description
    case .compound, .text: CleanText.key(measure.text)
    }
  }
}

extension MatchState {
  /// The evidence of a left node.
  mutating func evidence(ofLeft node: Int) -> NodeEvidence {
    if let known = leftEvidence[node] { return known }
    let made = NodeEvidence(left, node)
    leftEvidence[node] = made
    return made
  }

  /// The evidence of a right node.
  mutating func evidence(ofRight node: Int) -> NodeEvidence {
    if let known = rightEvidence[node] { return known }
    let made = NodeEvidence(right, node)
    rightEvidence[node] = made
    return made
  }
}
