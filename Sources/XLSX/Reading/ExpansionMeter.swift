// A shared string is stored once and may be used by every cell: a file of a megabyte can ask for
// terabytes of text. What is delivered is held against the bytes of the file, by the same rule as
// the inflation of an archive.

/// Counts the text that shared strings and shared formulas are spelled out to.
final class ExpansionMeter {
  /// All formulas that are spelled out of shared ones, in bytes.
  static let formulaLimit = 64 << 20

  /// The text that the file may be spelled out to, in bytes.
  let limit: Int
  @exclusivity(unchecked) private var total = 0
  @exclusivity(unchecked) private var current = 0
  private var sheet = -1
  private var finished: [Int: Int] = [:]
  /// Bytes of shared formulas so far.
  var formulas = 0

  init(fileSize: Int, ratio: Int, floor: Int) {
    let (allowed, overflow) = max(fileSize, 1).multipliedReportingOverflow(by: max(ratio, 1))
    limit = overflow ? .max : max(floor, allowed)
  }

  /// A run over a sheet begins; a sheet that is read again counts once.
  func begin(sheet index: Int) {
    if sheet >= 0 {
      let kept = max(finished[sheet] ?? 0, current)
      total += kept - current
      finished[sheet] = kept
    }
    total -= finished[index] ?? 0
    sheet = index
    current = 0
  }

  /// Counts bytes; false where they pass the limit.
  @inline(__always)
  func add(_ bytes: Int) -> Bool {
    current += bytes
    total += bytes
    return total <= limit
  }
}
