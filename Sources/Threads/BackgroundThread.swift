#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread of its own for work that waits: in the pool of concurrent tasks it would take the place of
/// one that could run.
package enum BackgroundThread {
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Runs `body` on a new thread; false where there is none to be had.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let context = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
    if unsafe begin(context) { return true }
    unsafe Unmanaged<Work>.fromOpaque(context).release()
    return false
  }

  private static func begin(_ context: UnsafeMutableRawPointer) -> Bool {
    #if canImport(Darwin)
      var thread: pthread_t?
      guard unsafe pthread_create(&thread, nil, { unsafe BackgroundThread.run($0) }, context) == 0
      else { return false }
      if let thread = unsafe thread { unsafe pthread_detach(thread) }
    #else
      var thread = pthread_t()
      guard unsafe pthread_create(&thread, nil, { unsafe BackgroundThread.run($0) }, context) == 0
      else { return false }
      pthread_detach(thread)
    #endif
    return true
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context = unsafe context {
      unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
    }
    return nil
  }
}
