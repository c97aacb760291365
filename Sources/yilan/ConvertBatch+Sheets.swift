import Dispatch
import Spreadsheet
import Synchronization
import Threads

// Sheets side by side. A reader is for one thread, so each worker opens the workbook for itself and
// takes the next sheet that nobody has taken.

extension ConvertBatch {
  /// What the workers share.
  private final class SharedWork: Sendable {
    struct State {
      var outputs: [Int: Output] = [:]
      var results: [Int: FileResult] = [:]
      var findings: [Diagnostic] = []
      var hasFailed = false
    }

    let next = Atomic<Int>(0)
    let state = Guarded(State())
  }

  /// Writes each sheet to its own output, several at once; nil where it is not worth it, or where anything
  /// failed: then the sheets are to be written in their order, and what fails first is told.
  func writeSideBySide(
    _ sheets: [(index: Int, path: PathName)], of source: any RowSource, file: InputFile,
    progress: Progress?, result: inout FileResult
  ) throws -> [Output]? {
    guard isAlone, sheets.count > 1, case .path(let path) = file.origin,
      path.status?.isRegularFile == true
    else { return nil }
    let work = SharedWork()
    DispatchQueue.concurrentPerform(iterations: min(jobs, sheets.count)) { _ in
      take(sheets, from: work, file: file, progress: progress)
    }
    return work.state.withLock { state in
      let outputs = sheets.indices.compactMap { state.outputs[$0] }
      guard !state.hasFailed, outputs.count == sheets.count else { return nil }
      for place in sheets.indices { result.findings += state.results[place]?.findings ?? [] }
      // Each worker has found what is doubtful about the workbook as a whole.
      let known = Set(source.findings)
      result.findings += Set(state.findings).subtracting(known).sorted()
      return outputs
    }
  }

  private func take(
    _ sheets: [(index: Int, path: PathName)], from work: SharedWork, file: InputFile,
    progress: Progress?
  ) {
    do {
      let source = try file.openRows(
        limits: options.limits, types: options.types, parser: options.parser)
      while true {
        let place = work.next.add(1, ordering: .relaxed).oldValue
        guard place < sheets.count, !work.state.withLock(\.hasFailed) else { break }
        var result = FileResult()
        let output = try write(
          [sheets[place].index], of: source, file: file, to: sheets[place].path,
          progress: progress, result: &result)
        work.state.withLock {
          $0.outputs[place] = output
          $0.results[place] = result
        }
      }
      work.state.withLock { $0.findings += source.findings }
    } catch {
      work.state.withLock { $0.hasFailed = true }
    }
  }
}
