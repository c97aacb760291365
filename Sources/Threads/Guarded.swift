#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that several threads use, one at a time.
///
/// Lock and condition are the system's: the thread sanitizer knows them, and does not see those of
/// Synchronization. This is the only type of the project whose safety the compiler takes on trust: the
/// pointers and the value are reached under the lock alone. What is put in or given out and is not
/// `Sendable` is handed over: whoever puts it in keeps no use of it.
package final class Guarded<Value: ~Copyable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Touched under the lock only.
  private var value: Value

  /// Guards a value.
  package init(_ value: consuming sending Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs `body` with the value while nobody else has it.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&value)
  }

  /// Lets those who wait look again.
  package func wake() { unsafe _ = pthread_cond_broadcast(changed) }

  /// Waits until `body` gives a result for the value, which it gets again after each `wake`.
  package func wait<Result>(for body: (inout Value) throws -> Result?) rethrows -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = try body(&value) { return result }
      unsafe pthread_cond_wait(changed, mutex)
    }
  }
}
