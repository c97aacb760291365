import Foundation

/// Runs targets on changed seeds: `fuzz TARGET… [--runs N] [--seconds N] [--seed N]`, or one kept
/// input: `fuzz TARGET --input FILE`.
///
/// Each target runs in a process of its own, so that a trap or a report of the sanitizer is seen.
/// The run ends with status 1 at the first one that does not end well, and says the seed and the
/// file that holds the input.
@main
enum Fuzz {
  static func main() throws {
    var names: [String] = []
    var plan = FuzzPlan()
    var words = CommandLine.arguments.dropFirst()
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        names.append(word)
        continue
      }
      guard word != "--worker" else {
        plan.isWorker = true
        continue
      }
      guard let value = words.popFirst(), plan.take(word, value) else { usage() }
    }
    let targets = names.compactMap { name in FuzzTarget.all.first { $0.name == name } }
    guard !names.isEmpty, targets.count == names.count else { usage() }
    for target in targets {
      if let input = plan.input {
        try target.run(Array(Data(contentsOf: URL(fileURLWithPath: input))))
      } else if plan.isWorker {
        try FuzzLoop(target: target, plan: plan).run()
      } else {
        try supervise(target, plan)
      }
    }
  }

  /// Runs the target in a process of its own.
  private static func supervise(_ target: FuzzTarget, _ plan: FuzzPlan) throws {
    let worker = Process()
    worker.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    worker.arguments = [target.name, "--worker"] + plan.words
    try worker.run()
    worker.waitUntilExit()
    guard worker.terminationReason != .exit || worker.terminationStatus != 0 else { return }
    let file = InputKeeper.path(of: target.name)
    let input = (try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data()
    tell(
      "\(target.name): failed with seed \(plan.seed); the input of \(input.count) bytes is in \(file)"
    )
    tell(String(decoding: input.prefix(4096), as: UTF8.self).debugDescription)
    exit(1)
  }

  /// Writes a line at once, so that it is there whatever ends the process.
  static func tell(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private static func usage() -> Never {
    tell("fuzz TARGET… [--runs N] [--seconds N] [--seed N], or fuzz TARGET --input FILE")
    tell("targets: " + FuzzTarget.all.map(\.name).joined(separator: " "))
    exit(64)
  }
}
