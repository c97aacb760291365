#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Spreadsheet

/// Bytes for standard output, held back until the whole input proved sound.
///
/// Up to 8 MiB stay in memory; what is more goes to a file without a name, so that damaged input at the end of
/// a large file does not leave half a table in a pipe.
final class OutputSpool {
  private static let memoryLimit = 8 << 20
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    if descriptor < 0, memory.count + bytes.count <= Self.memoryLimit {
      unsafe memory.append(contentsOf: bytes)
      return
    }
    if descriptor < 0 {
      try openFile()
      try flush(memory)
      memory = []
    }
    let result = unsafe writeAll(bytes, to: descriptor)
    if result != 0 { throw Self.failure(result) }
  }

  /// Drops the bytes behind a length.
  func truncate(to length: Int) throws(ToolError) {
    guard descriptor >= 0 else {
      memory.removeSubrange(min(length, memory.count)...)
      return
    }
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw Self.failure(errno) }
  }

  /// Sends everything to standard output. Throws `ClosedPipe` when nobody reads any more.
  func commit() throws {
    if descriptor < 0 {
      try Self.send(memory)
      return
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(errno) }
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let source = descriptor
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(source, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.failure(errno) }
      if count == 0 { return }
      try Self.send(buffer[..<count])
    }
  }

  private func openFile() throws(ToolError) {
    let folder = PathName(bytes: Array((environment("TMPDIR") ?? "/tmp").utf8))
    for attempt in 0..<1000 {
      let path = folder.appending(Array("yilan-\(getpid())-\(attempt).spool".utf8)).bytes
      let result = TemporaryFiles.create(path, mode: 0o600)
      if result >= 0 {
        TemporaryFiles.remove(path)
        descriptor = result
        return
      }
      if -result != EEXIST { throw Self.failure(-result) }
    }
    throw Self.failure(EEXIST)
  }

  private func flush(_ bytes: [UInt8]) throws(ToolError) {
    let target = descriptor
    let result = unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: target) }
    if result != 0 { throw Self.failure(result) }
  }

  private static func send(_ bytes: some Sequence<UInt8>) throws {
    let result =
      bytes.withContiguousStorageIfAvailable {
        unsafe writeAll(UnsafeRawBufferPointer($0), to: 1)
      } ?? 0
    if result == EPIPE { throw ClosedPipe() }
    if result != 0 { throw failure(result) }
  }

  private static func failure(_ code: Int32) -> ToolError {
    ToolError(
      "OUTPUT_FAILED", file: nil, "standard output cannot be written: \(systemMessage(code))",
      zh: "标准输出无法写入：\(systemMessage(code))")
  }
}
