/// The runs of equal leads within one goal, which the published form merges.
struct PublishedLead {
  struct Run {
    let text: String
    var rows: ClosedRange<Int>
  }

  private(set) var runs: [Run] = []
  private var current: Run?
  private var hasLead = false

  /// Adds the lead of the next row. A blank below a lead would be read as that lead again, so it
  /// is printed as a placeholder.
  mutating func add(_ text: String, row: Int) {
    if text.isEmpty {
      close(before: row)
      if hasLead { runs.append(Run(text: "/", rows: row...row)) }
      return
    }
    hasLead = true
    if let run = current, run.text == text {
      current?.rows = run.rows.lowerBound...row
    } else {
      close(before: row)
      current = Run(text: text, rows: row...row)
    }
  }

  /// Ends the run that is open.
  mutating func close(before row: Int) {
    if let run = current { runs.append(run) }
    current = nil
  }
}
