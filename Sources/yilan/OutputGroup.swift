/// Results of one command that belong together: all of them are written and on the disk before the
/// first takes its name. A disk that is full, or a signal before that, leaves all the old ones.
final class OutputGroup {
  private var outputs: [Output] = []

  /// Adds a result to which nothing more is written.
  func add(_ output: Output) throws {
    try output.seal()
    outputs.append(output)
  }

  /// Makes the results appear, those on standard output last: its reader may have gone away.
  func commit() throws {
    for output in outputs where output.isFile { try output.commit() }
    for output in outputs where !output.isFile { try output.commit() }
    outputs = []
  }
}
