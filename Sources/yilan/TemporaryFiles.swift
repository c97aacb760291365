#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Synchronization

/// The temporary files that are open now, so that an interrupt leaves no litter.
///
/// INT, TERM and HUP are blocked from the first temporary file on and taken by a thread that waits for them: it
/// removes the files and lets the signal do its work. That way the clean-up runs as ordinary code.
enum TemporaryFiles {
  private struct State {
    var paths: Set<[UInt8]> = []
    var isWatching = false
  }

  private static let state = Mutex(State())

  /// Creates a file that did not exist, open for writing and reading, and remembers it.
  ///
  /// Returns the descriptor, or the negated `errno`.
  static func create(_ path: [UInt8], mode: mode_t) -> Int32 {
    state.withLock { state in
      if !state.isWatching {
        state.isWatching = true
        watchSignals()
      }
      let descriptor = unsafe withCPath(path) {
        unsafe open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      }
      if descriptor < 0 { return -errno }
      state.paths.insert(path)
      return descriptor
    }
  }

  /// Renames a file and forgets it. Returns 0 or the negated `errno`.
  static func rename(_ path: [UInt8], to target: [UInt8]) -> Int32 {
    state.withLock { state in
      let result = unsafe withCPath(path) { from in
        unsafe withCPath(target) { unsafe renameFile(from, $0) }
      }
      if result != 0 { return -errno }
      state.paths.remove(path)
      return 0
    }
  }

  /// Removes a file and forgets it.
  static func remove(_ path: [UInt8]) {
    state.withLock { state in
      if state.paths.remove(path) != nil {
        _ = unsafe withCPath(path) { unsafe unlink($0) }
      }
    }
  }

  private static func removeAll() {
    state.withLock { state in
      for path in state.paths {
        _ = unsafe withCPath(path) { unsafe unlink($0) }
      }
      state.paths = []
    }
  }

  private static func signalSet() -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&set, signal) }
    return set
  }

  private static func watchSignals() {
    var set = signalSet()
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    var thread = pthread_t()
    let result = unsafe pthread_create(
      &thread, nil,
      { _ in
        var set = TemporaryFiles.signalSet()
        var signal: Int32 = 0
        guard unsafe sigwait(&set, &signal) == 0 else { return nil }
        TemporaryFiles.removeAll()
        setHandler(signal, SIG_DFL)
        var one = sigset_t()
        unsafe sigemptyset(&one)
        unsafe sigaddset(&one, signal)
        unsafe pthread_sigmask(SIG_UNBLOCK, &one, nil)
        raise(signal)
        return nil
      }, nil)
    if result != 0 { unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil) }
  }
}

/// Calls a closure with the bytes of a path as a C string.
func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  var bytes = path.map { CChar(bitPattern: $0) }
  bytes.append(0)
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    // An array with a terminator is never empty, so the pointer is there.
    unsafe body(UnsafePointer(buffer.baseAddress.unsafelyUnwrapped))
  }
}

private func renameFile(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(from, to)
}

private func setHandler(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
  _ = signal(number, handler)
}
