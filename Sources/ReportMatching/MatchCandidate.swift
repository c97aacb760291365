/// Two nodes that may be the same, for the choice of the likest.
///
/// The order looks at both sides alike, so that exchanging them changes nothing.
struct MatchCandidate: Comparable {
  var left: Int
  var right: Int
  var score: Double
  /// How far apart the two stand among their siblings.
  var distance: Int
  /// The sum of their places.
  var order: Int

  static func < (one: MatchCandidate, other: MatchCandidate) -> Bool {
    if one.score != other.score { return one.score > other.score }
    if one.distance != other.distance { return one.distance < other.distance }
    if one.order != other.order { return one.order < other.order }
    return min(one.left, one.right) < min(other.left, other.right)
  }
}
