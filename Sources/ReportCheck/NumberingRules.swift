import ReportModel
import Spreadsheet

/// SERIAL_GAP and SERIAL_DUPLICATE, section by section and wherever the numbers start again.
struct NumberingRules {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    for section in context.report.sections {
      var run: [(serial: Int, goal: Report.Goal)] = []
      for goal in section.goals {
        guard let serial = goal.serial.flatMap({ Int($0) }) else { continue }
        if serial == 1, let last = run.last, last.serial != 1 {
          check(run, into: &findings)
          run = []
        }
        run.append((serial, goal))
      }
      check(run, into: &findings)
    }
  }

  private func check(
    _ run: [(serial: Int, goal: Report.Goal)], into findings: inout CheckFindings
  ) {
    var first: [Int: Report.Goal] = [:]
    for (serial, goal) in run {
      guard let earlier = first[serial] else {
        first[serial] = goal
        continue
      }
      guard StableKey(path: [earlier.name]) != StableKey(path: [goal.name]) else { continue }
      findings.add(
        .error, "SERIAL_DUPLICATE", at: goal.address,
        "number \(serial) stands for “\(earlier.name ?? "")” and for “\(goal.name ?? "")”",
        zh: "序号\(serial)重复：“\(earlier.name ?? "")”与“\(goal.name ?? "")”", actual: "\(serial)")
    }
    gaps(in: run, numbers: Set(first.keys), into: &findings)
  }

  private func gaps(
    in run: [(serial: Int, goal: Report.Goal)], numbers: Set<Int>,
    into findings: inout CheckFindings
  ) {
    // Serials are what somebody typed: only reasonable ones can be added to.
    guard let least = numbers.min(), let most = numbers.max(), least > -1_000_000_000,
      most < 1_000_000_000, most - least < 10_000
    else { return }
    // What one unit sends in holds some of the numbers only: such gaps mean nothing.
    let missing = (least...most).count - numbers.count
    guard missing > 0, missing <= max(1, numbers.count / 5), numbers.count >= 3 else { return }
    var previous: Int?
    for (serial, goal) in run.sorted(by: { $0.serial < $1.serial }) {
      if let previous, serial > previous + 1 {
        let gap =
          serial == previous + 2 ? "\(previous + 1)" : "\(previous + 1)–\(serial - 1)"
        findings.add(
          .warning, "SERIAL_GAP", at: goal.address,
          "number \(gap) is missing before \(serial)", zh: "序号\(serial)之前缺号\(gap)",
          expected: "\(previous + 1)", actual: "\(serial)")
      }
      previous = serial
    }
  }
}
