#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import ArgumentParser
import Spreadsheet

/// The tool: reads the words of the command line, runs the command and ends with its status.
@main
struct Yilan: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "yilan",
    abstract: tr(
      "Office spreadsheets in, clean tables and reports out.", "读入办公表格，输出整洁的表格与报表。"),
    version: version,
    subcommands: [
      ConvertCommand.self,
      InspectCommand.self,
      NormalizeCommand.self,
      ExplainCommand.self,
      CheckCommand.self,
      DiffCommand.self,
      ApplyCommand.self,
      MergeCommand.self,
    ])

  static func main() async {
    StandardStreams.reserve()
    // A reader that went away is told by the write, not by a signal.
    _ = signal(SIGPIPE, SIG_IGN)
    // A file that may grow no further is told by the write, too.
    _ = signal(SIGXFSZ, SIG_IGN)
    guard RawArguments.areKnown else {
      printError(
        tr(
          "the words of the command line cannot be read from /proc/self/maps",
          "无法从 /proc/self/maps 读取命令行参数") + "\n")
      endProcess(ExitStatus.failed.rawValue)
    }
    let words = ColorChoice.completed(RawArguments.current())
    if words == ["--version"] {
      print(version)
      endProcess(ExitStatus.done.rawValue)
    }
    TemporaryFiles.watchSignals()
    do {
      var command = try parseAsRoot(words)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch is ClosedPipe {
      endProcess(ExitStatus.done.rawValue)
    } catch let error as any DiagnosticError {
      let printer = FindingsPrinter(form: .text, isQuiet: false)
      printError(printer.line(error.diagnostic))
      endProcess(ExitStatus.failed.rawValue)
    } catch let code as ExitCode {
      endProcess(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        print(text)
      } else {
        printError(TerminalText.escapedLines(text) + "\n")
      }
      endProcess(code.rawValue)
    }
  }
}

/// Ends the process; `exit` inside a command means ArgumentParser's own.
func endProcess(_ status: Int32) -> Never {
  exit(status)
}
