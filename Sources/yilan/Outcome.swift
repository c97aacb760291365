import ArgumentParser
import Spreadsheet

/// What a command came to: findings and a status, the highest of all files.
struct Outcome: Sendable {
  var status = ExitStatus.done
  var findings: [Diagnostic] = []

  /// Notes that something failed; a reader of the output that went away is no failure.
  mutating func fail(_ error: any Error, file: String?) {
    if error is ClosedPipe { return }
    findings.append(Diagnostic(describing: error, file: file))
    status = max(status, .failed)
  }

  /// Prints the findings in order of place and ends the command with the status.
  func finish(_ options: CommonOptions) throws {
    printError(options.printer.lines(findings.sorted()))
    var status = status
    if options.strict, findings.contains(where: { $0.severity >= .warning }) {
      status = max(status, .look)
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
