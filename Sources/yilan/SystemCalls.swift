#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The calls by which an output file is made, so that tests can let any one of them fail.
///
/// Each returns what the system does, or the negated `errno`.
struct SystemCalls: Sendable {
  /// Creates a file that must not exist, or opens one; flags and mode as for `open`.
  var open: @Sendable (_ path: [UInt8], _ flags: Int32, _ mode: mode_t) -> Int32
  /// Writes bytes and returns how many.
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  /// Writes bytes at a place and returns how many.
  var writeAt: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int
  /// Cuts a file and goes on behind its last byte.
  var truncate: @Sendable (_ descriptor: Int32, _ length: Int) -> Int32
  /// Brings what was written to the disk.
  var sync: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ path: [UInt8], _ target: [UInt8]) -> Int32
  var remove: @Sendable (_ path: [UInt8]) -> Int32

  /// The calls of the system.
  static let system = SystemCalls(
    open: { path, flags, mode in
      result(unsafe withCPath(path) { unsafe openFile($0, flags, mode) })
    },
    write: { descriptor, bytes in
      let count = unsafe writeBytes(descriptor, bytes)
      return count < 0 ? -Int(errno) : count
    },
    writeAt: { descriptor, bytes, place in
      let count = unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(place))
      return count < 0 ? -Int(errno) : count
    },
    truncate: { descriptor, length in
      if ftruncate(descriptor, off_t(length)) != 0 { return -errno }
      return lseek(descriptor, off_t(length), SEEK_SET) < 0 ? -errno : 0
    },
    sync: { result(fsync($0)) },
    close: { result(closeFile($0)) },
    rename: { path, target in
      result(
        unsafe withCPath(path) { from in unsafe withCPath(target) { unsafe renameFile(from, $0) } })
    },
    remove: { path in result(unsafe withCPath(path) { unsafe unlink($0) }) })

  private static func result(_ value: Int32) -> Int32 { value < 0 ? -errno : value }
}

// The members above have the names of the functions, which are called by other names here.

private func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

private func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func renameFile(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(from, to)
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
