import ReportMatching
import ReportModel

/// A fingerprint of what a report says, cell by cell, whatever its layout.
enum EditFingerprint {
  /// Sixteen hexadecimal digits.
  static func of(_ report: Report) -> String {
    var hash: UInt64 = 1
    func mix(_ text: String?) {
      hash = KeyHash.combine(hash, text.map { KeyHash.of($0) } ?? 2)
    }
    for section in report.sections {
      mix(section.number)
      mix(section.name)
      for goal in section.goals {
        mix(goal.serial)
        mix(goal.name)
        for action in goal.actions {
          mix(action.name)
          for task in action.tasks {
            mix(task.name)
            for row in task.indicators {
              mix(row.name)
              for text in [
                row.unit.text, row.target.text, row.achieved.text, row.percent.text, row.lead.text,
                row.support.text, row.remark.text,
              ] { mix(text) }
              for extra in row.extras { mix(extra.text) }
            }
          }
        }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }
}
