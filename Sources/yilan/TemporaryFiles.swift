#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Synchronization
import Threads

/// The temporary files that are open now, so that an interrupt leaves no litter.
///
/// A handler of INT, TERM and HUP does no more than to pass the signal on through a pipe; a thread that reads
/// the pipe removes the files and lets the signal do its work. That way the clean-up runs as ordinary code.
/// (Blocking the signals and waiting for them is no way: the main thread of an asynchronous program is parked
/// with all signals unblocked.)
enum TemporaryFiles {
  private static let paths = Guarded(Set<[UInt8]>())

  /// Creates a file that did not exist, open for writing and reading, and remembers it.
  ///
  /// Returns the descriptor, or the negated `errno`.
  static func create(
    _ path: [UInt8], mode: mode_t, calls: SystemCalls = .system
  ) -> Int32 {
    paths.withLock { paths in
      while true {
        let descriptor = calls.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor == -EINTR { continue }
        if descriptor >= 0 { paths.insert(path) }
        return descriptor
      }
    }
  }

  /// Renames a file and forgets it. Returns 0 or the negated `errno`.
  static func rename(
    _ path: [UInt8], to target: [UInt8], calls: SystemCalls = .system
  ) -> Int32 {
    paths.withLock { paths in
      while true {
        let result = calls.rename(path, target)
        if result == -EINTR { continue }
        if result == 0 { paths.remove(path) }
        return result
      }
    }
  }

  /// Removes a file and forgets it.
  static func remove(_ path: [UInt8], calls: SystemCalls = .system) {
    paths.withLock { paths in
      guard paths.remove(path) != nil else { return }
      // A second try costs nothing and saves a file where only the first was interrupted.
      if calls.remove(path) < 0 { _ = calls.remove(path) }
    }
  }

  // MARK: Signals

  /// Takes INT, TERM and HUP from here on.
  static func watchSignals() {
    var ends: [Int32] = [-1, -1]
    guard unsafe ends.withUnsafeMutableBufferPointer({ unsafe pipe($0.baseAddress) }) == 0 else {
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let source = ends[0]
    signalPipe.store(ends[1], ordering: .sequentiallyConsistent)
    guard BackgroundThread.start({ waitForSignal(source) }) else { return }
    // One that was ignored from the start, as under `nohup`, stays so.
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      setHandler(number, { passOn($0) })
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    // SIG_IGN is the pointer 1, which Swift cannot compare as a function.
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    return unsafe withUnsafeBytes(of: action) { unsafe $0.load(as: UInt.self) } == 1
  }

  private static func waitForSignal(_ source: Int32) {
    var number: UInt8 = 0
    while true {
      let count = unsafe read(source, &number, 1)
      if count == 1 { break }
      if count < 0, errno == EINTR { continue }
      return
    }
    // The lock is never given back: no file can appear behind the clean-up.
    paths.withLock { paths in
      for path in paths { _ = SystemCalls.system.remove(path) }
      setHandler(Int32(number), SIG_DFL)
      raise(Int32(number))
    }
  }
}

/// Where the handler of signals writes; set before the handler is installed.
private let signalPipe = Atomic<Int32>(-1)

/// The handler: one call that is allowed there, and nothing else.
private func passOn(_ number: Int32) {
  let kept = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = unsafe write(signalPipe.load(ordering: .relaxed), &byte, 1)
  errno = kept
}

private func setHandler(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
  _ = signal(number, handler)
}
