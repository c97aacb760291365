import ReportModel

/// A hash of short texts that is the same in every run (FNV-1a, 64 bits).
///
/// It finds candidates; equality of names is always decided on the names.
public enum KeyHash {
  /// The hash of a text; other seeds give other hashes.
  public static func of(_ text: String, seed: UInt64 = 0) -> UInt64 {
    var hash = ByteHash(seed: seed)
    hash.add(text)
    return hash.state == 0 ? 1 : hash.state
  }

  /// The hash of a sequence of hashes.
  public static func combine(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var mixed = (one ^ (other &+ 0x9e37_79b9_7f4a_7c15 &+ (one << 6) &+ (one >> 2)))
    mixed = (mixed ^ (mixed >> 31)) &* 0x7fb5_d329_728e_a185
    return mixed ^ (mixed >> 27)
  }
}
