/// A name taken apart for comparison by likeness: its characters, its pairs of neighbours, and its
/// numbers.
struct NameShape: Sendable {
  private let characters: Bag
  private let bigrams: Bag
  /// The key without its numbers, where these count things of one kind.
  private let skeleton: [Unicode.Scalar]
  /// Whether its numbers count things of one kind: 第3标段, 5号楼, （2）.
  private let isNumbered: Bool
  private let key: String

  init(key: String) {
    self.key = key
    let scalars = Array(key.unicodeScalars)
    characters = Bag(scalars.map { UInt64($0.value) })
    bigrams = Bag(
      zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    var bare: [Unicode.Scalar] = []
    var isNumbered = false
    var isInNumber = false
    for (index, scalar) in scalars.enumerated() {
      let before = bare.last
      if Self.isDigit(scalar) || (Self.isChineseDigit(scalar) && (isInNumber || before == "第")) {
        if !isInNumber, index == 0 || before.map(Self.leadsOrdinal) ?? false { isNumbered = true }
        isInNumber = true
        continue
      }
      if isInNumber, Self.followsOrdinal(scalar) { isNumbered = true }
      isInNumber = false
      bare.append(scalar)
    }
    if isInNumber { isNumbered = true }
    skeleton = isNumbered ? bare : []
    self.isNumbered = isNumbered
  }

  /// How much alike two names are, from 0 to 1: the share of common bigrams, or of common characters
  /// where that says more. Names that differ only in the number of a lot are hardly alike.
  func similarity(_ other: NameShape) -> Double {
    if key == other.key { return 1 }
    if key.isEmpty || other.key.isEmpty { return 0 }
    if isNumbered, other.isNumbered, skeleton == other.skeleton { return 0.25 }
    return max(bigrams.dice(other.bigrams), 0.8 * characters.dice(other.characters))
  }

  /// Whether two names differ only in the number of a lot.
  func isOtherLot(than other: NameShape) -> Bool {
    key != other.key && isNumbered && other.isNumbered && skeleton == other.skeleton
  }

  /// What stands for the name in an index of likely partners.
  var features: [UInt64] { bigrams.elements }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇", "零": true
    default: false
    }
  }

  private static func leadsOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "第", "#", "(", "-", "k", "g", "s": true
    default: false
    }
  }

  private static func followsOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "号", "#", "标", "期", "批", "组", "区", "包", "队", "栋", "幢", "线", ")": true
    default: false
    }
  }
}
