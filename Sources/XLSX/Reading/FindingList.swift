internal import Spreadsheet

/// Findings of one sheet or part; past a number of equal ones only their count is kept, so that a
/// file of a million doubtful cells costs a line, not memory.
struct FindingList {
  /// Findings of one code that are told one by one.
  static let share = 1000

  private(set) var all: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private var codes: [String] = []

  mutating func add(
    _ severity: Diagnostic.Severity = .warning, _ code: String, at location: SourceLocation,
    _ message: String
  ) {
    let count = (counts[code] ?? 0) + 1
    if count == 1 { codes.append(code) }
    counts[code] = count
    if count <= Self.share {
      all.append(Diagnostic(severity, code: code, at: location, message))
    }
  }

  /// The findings with a last one for each code of which more were met.
  func summarized(at location: SourceLocation) -> [Diagnostic] {
    var result = all
    for code in codes {
      guard let count = counts[code], count > Self.share,
        let first = all.first(where: { $0.code == code })
      else { continue }
      result.append(
        Diagnostic(
          first.severity, code: code, at: location,
          "\(count - Self.share) more findings of this kind in the sheet"))
    }
    return result
  }
}
