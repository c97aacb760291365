/// A hash of short texts that is the same in every run (FNV-1a, 64 bits).
///
/// It finds candidates; equality of names is always decided on the names.
public enum KeyHash {
  /// The hash of a text; other seeds give other hashes.
  public static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash == 0 ? 1 : hash
  }

  /// The hash of a sequence of hashes.
  public static func combine(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var mixed = (one ^ (other &+ 0x9e37_79b9_7f4a_7c15 &+ (one << 6) &+ (one >> 2)))
    mixed = (mixed ^ (mixed >> 31)) &* 0x7fb5_d329_728e_a185
    return mixed ^ (mixed >> 27)
  }
}
