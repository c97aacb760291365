/// Which node of one report is which node of another.
///
/// Made by `ReportMatcher`. Pairs are always of one level, and a node is in one pair at most.
/// Matching the other way round gives the mirror image.
public struct NodeMatching: Sendable {
  /// Below this score a pair is only a guess that a person should look at.
  public static let certainScore = 0.6

  /// The left report.
  public let left: ReportTree
  /// The right report.
  public let right: ReportTree
  private let toRight: [Int]
  private let toLeft: [Int]
  private let scores: [Double]

  init(_ state: MatchState) {
    left = state.left
    right = state.right
    toRight = state.toRight
    toLeft = state.toLeft
    scores = state.scores
  }

  /// The right node that a left node is, or nil.
  public func partner(ofLeft node: Int) -> Int? {
    toRight[node] < 0 ? nil : toRight[node]
  }

  /// The left node that a right node is, or nil.
  public func partner(ofRight node: Int) -> Int? {
    toLeft[node] < 0 ? nil : toLeft[node]
  }

  /// How much alike a left node and its partner are where their names differ (0 to 1); nil where
  /// the names are equal and where there is no partner.
  public func score(ofLeft node: Int) -> Double? {
    guard toRight[node] >= 0, scores[node] < 1 else { return nil }
    return scores[node]
  }

  /// Whether the names of a left and a right node say the same.
  public func areNamedAlike(left one: Int, right other: Int) -> Bool {
    left.nodes[one].hash == right.nodes[other].hash && left.nodes[one].key == right.nodes[other].key
  }

  /// Whether a left node has a partner below another parent.
  public func isMoved(left node: Int) -> Bool {
    guard let partner = partner(ofLeft: node), node > 0 else { return false }
    return toRight[left.nodes[node].parent] != right.nodes[partner].parent
  }

  /// The pairs of rows, as positions in `Report.rows`, in the order of the left report.
  public var rowPairs: [(left: Int, right: Int)] {
    let rightStart = right.nodes(at: .indicator).lowerBound
    return left.nodes(at: .indicator).enumerated().compactMap { row, node in
      partner(ofLeft: node).map { (row, $0 - rightStart) }
    }
  }

  /// The right row that a left row is, as positions in `Report.rows`, or nil.
  public func partner(ofLeftRow row: Int) -> Int? {
    partner(ofLeft: left.node(ofRow: row)).map { $0 - right.nodes(at: .indicator).lowerBound }
  }

  /// The left row that a right row is, as positions in `Report.rows`, or nil.
  public func partner(ofRightRow row: Int) -> Int? {
    partner(ofRight: right.node(ofRow: row)).map { $0 - left.nodes(at: .indicator).lowerBound }
  }
}
