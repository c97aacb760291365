/// Changes bytes at random, the same way for the same seed.
struct Mutator {
  private var state: UInt64
  /// Words that mean something to the target; they are put in now and then.
  private let words: [[UInt8]]

  init(seed: UInt64, words: [String]) {
    state = seed &* 2 &+ 1
    self.words = words.map { Array($0.utf8) }
  }

  mutating func number() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int {
    bound < 2 ? 0 : Int(number() % UInt64(bound))
  }

  /// A changed copy; `other` is what pieces are taken from.
  mutating func mutated(_ seed: [UInt8], other: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0...below(below(3) == 0 ? 6 : 2) {
      switch below(9) {
      case 0 where !bytes.isEmpty: bytes[below(bytes.count)] ^= UInt8(1 << below(8))
      case 1 where !bytes.isEmpty:
        bytes[below(bytes.count)] = UInt8(truncatingIfNeeded: number())
      case 2 where !bytes.isEmpty:
        let start = below(bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + 1 + below(16)))
      case 3 where !bytes.isEmpty:
        // A piece once more, as loops and lists come.
        let start = below(bytes.count)
        let piece = Array(bytes[start..<min(bytes.count, start + 1 + below(64))])
        let times = 1 + below(below(10) == 0 ? 200 : 3)
        bytes.insert(contentsOf: Array(repeatElement(piece, count: times).joined()), at: start)
      case 4 where !other.isEmpty:
        let start = below(other.count)
        let piece = other[start..<min(other.count, start + 1 + below(80))]
        bytes.insert(contentsOf: piece, at: below(bytes.count + 1))
      case 5 where !words.isEmpty:
        bytes.insert(contentsOf: words[below(words.count)], at: below(bytes.count + 1))
      case 6 where bytes.count > 8:
        // Numbers at the edge in the two orders of bytes and as digits.
        let edges: [UInt64] = [0, 1, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, 1 << 63, .max]
        let edge = edges[below(edges.count)]
        let width = [1, 2, 4, 8][below(4)]
        let start = below(bytes.count - width)
        for index in 0..<width {
          bytes[start + index] = UInt8(truncatingIfNeeded: edge >> UInt64(8 * index))
        }
      case 7:
        let digits = ["-1", "0", "999999999999", "1e308", "1e999", "1048577", "16385", "NaN"]
        bytes.insert(contentsOf: digits[below(digits.count)].utf8, at: below(bytes.count + 1))
      default:
        if bytes.count > 4, below(4) == 0 { bytes.removeLast(below(bytes.count)) }
      }
    }
    return bytes.count > 1 << 16 ? Array(bytes.prefix(1 << 16)) : bytes
  }
}
