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
  private var file: NamelessFile?

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    if file == nil, memory.count + bytes.count > Self.memoryLimit {
      let made = try NamelessFile()
      try Self.move(memory, to: made)
      memory = []
      file = made
    }
    if let file {
      try unsafe file.write(bytes)
    } else {
      unsafe memory.append(contentsOf: bytes)
    }
  }

  /// Drops the bytes behind a length.
  func truncate(to length: Int) throws(ToolError) {
    if let file {
      try file.truncate(to: length)
    } else {
      memory.removeSubrange(min(length, memory.count)...)
    }
  }

  /// Sends everything to standard output, to a terminal with control characters spelled out unless an escaper
  /// is missing. Throws `ClosedPipe` when nobody reads any more.
  func commit(_ escaper: TerminalEscaper?) throws {
    var escaper = isatty(STDOUT_FILENO) == 1 ? escaper : nil
    func pass(_ bytes: UnsafeRawBufferPointer) throws {
      guard let escaped = unsafe escaper?.escaped(bytes) else { return try unsafe Self.send(bytes) }
      try unsafe escaped.withUnsafeBytes { try unsafe Self.send($0) }
    }
    if let file {
      try unsafe file.read { try unsafe pass($0) }
    } else {
      try unsafe memory.withUnsafeBytes { try unsafe pass($0) }
    }
    if let rest = escaper?.rest() { try unsafe rest.withUnsafeBytes { try unsafe Self.send($0) } }
  }

  private static func move(_ bytes: [UInt8], to file: NamelessFile) throws(ToolError) {
    do {
      try unsafe bytes.withUnsafeBytes { try unsafe file.write($0) }
    } catch let error as ToolError {
      throw error
    } catch {
      throw failure(EIO)
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer) throws {
    let result = unsafe writeAll(bytes, to: 1)
    if result == EPIPE { throw ClosedPipe() }
    if result != 0 { throw failure(result) }
  }

  private static func failure(_ code: Int32) -> ToolError {
    ToolError(
      "OUTPUT_FAILED", file: nil, "standard output cannot be written: \(systemMessage(code))",
      zh: "标准输出无法写入：\(systemMessage(code))")
  }
}
