#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import Spreadsheet

/// A temporary file that has no name: whatever ends the process, nothing is left behind.
final class NamelessFile {
  private let descriptor: Int32

  /// Makes an empty file in the folder for temporary files.
  init() throws(ToolError) {
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

  deinit {
    close(descriptor)
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    let result = unsafe writeAll(bytes, to: descriptor)
    if result != 0 { throw Self.failure(result) }
  }

  /// Drops the bytes behind a length.
  func truncate(to length: Int) throws(ToolError) {
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw Self.failure(errno) }
  }

  /// Gives all bytes to a closure, piece by piece.
  func read(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(errno) }
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    let source = descriptor
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Self.read(source, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.failure(errno) }
      if count == 0 { return }
      try unsafe buffer.withUnsafeBytes {
        try unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  private static func read(
    _ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, start, count)
    #else
      unsafe Darwin.read(descriptor, start, count)
    #endif
  }

  private static func failure(_ code: Int32) -> ToolError {
    ToolError(
      "OUTPUT_FAILED", file: nil,
      "the folder for temporary files cannot be written: \(systemMessage(code))",
      zh: "临时文件夹无法写入：\(systemMessage(code))")
  }
}
