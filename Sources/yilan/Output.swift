import Spreadsheet

/// Where the bytes of one result go: a file that appears whole, or standard output.
///
/// Encoders append to `buffer`; `drain()` passes on what is there when it is much.
final class Output {
  /// Bytes from which `drain()` writes.
  private static let drainSize = 128 << 10

  /// Bytes that are not passed on yet.
  var buffer: [UInt8] = []
  private let file: OutputFile?
  private let spool = OutputSpool()

  /// A file, or standard output for nil.
  init(_ path: PathName?, inputs: Set<FileIdentity>) throws(ToolError) {
    buffer.reserveCapacity(Self.drainSize + (16 << 10))
    file = if let path { try OutputFile(path, inputs: inputs) } else { nil }
  }

  /// Passes the buffered bytes on where they are many, or all of them.
  func drain(all: Bool = false) throws {
    guard buffer.count >= Self.drainSize || all else { return }
    let pending = buffer
    buffer = []
    try unsafe pending.withUnsafeBytes { try unsafe write($0) }
    buffer = consume pending
    buffer.removeAll(keepingCapacity: true)
  }

  /// Passes bytes on.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    if let file {
      try unsafe file.write(bytes)
    } else {
      try unsafe spool.write(bytes)
    }
  }

  /// Drops everything written so far.
  func restart() throws(ToolError) {
    buffer.removeAll(keepingCapacity: true)
    if let file { try file.restart() } else { try spool.restart() }
  }

  /// Makes the result appear. Throws `ClosedPipe` when standard output is read no more.
  func commit() throws {
    try drain(all: true)
    if let file { try file.commit() } else { try spool.commit() }
  }
}
