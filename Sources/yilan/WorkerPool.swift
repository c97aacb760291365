#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work on many inputs at once, with results in the order of the inputs.
enum WorkerPool {
  /// The cores of this machine.
  static var coreCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Runs `work` on every input, at most `jobs` at once, and hands each result to `receive` in the
  /// order of the inputs.
  static func run<Input: Sendable, Result: Sendable>(
    _ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) -> Result,
    receive: (Int, Result) throws -> Void
  ) async throws {
    if jobs <= 1 || inputs.count <= 1 {
      for (index, input) in inputs.enumerated() { try receive(index, work(input)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      var waiting: [Int: Result] = [:]
      var wanted = 0
      func start() {
        guard next < inputs.count else { return }
        let index = next
        let input = inputs[index]
        next += 1
        group.addTask { (index, work(input)) }
      }
      for _ in 0..<jobs { start() }
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: wanted) {
          try receive(wanted, ready)
          wanted += 1
        }
        // What has finished early waits in memory, so no worker runs far ahead.
        start()
      }
    }
  }
}
