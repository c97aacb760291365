import Spreadsheet

/// Where the bytes of one result go: a file that appears whole, or standard output.
///
/// Encoders append to `buffer`; `drain()` passes on what is there when it is much.
final class Output {
  /// Bytes from which `drain()` writes.
  private static let drainSize = 128 << 10

  /// Bytes that are not passed on yet.
  var buffer: [UInt8] = []
  private var file: OutputFile?
  private var spool = OutputSpool()

  /// A file, or standard output for nil.
  init(_ path: PathName?, inputs: Set<FileIdentity>) throws(ToolError) {
    buffer.reserveCapacity(Self.drainSize + (16 << 10))
    if let path { file = try OutputFile(path, inputs: inputs) }
  }

  /// Passes the buffered bytes on where they are many, or all of them.
  func drain(all: Bool = false) throws(ToolError) {
    guard buffer.count >= Self.drainSize || all else { return }
    do {
      try unsafe buffer.withUnsafeBytes { (bytes) throws(ToolError) in try unsafe write(bytes) }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Passes bytes on.
  func write(_ bytes: UnsafeRawBufferPointer) throws(ToolError) {
    if file == nil {
      try unsafe spool.write(bytes)
    } else {
      try unsafe file?.write(bytes)
    }
  }

  /// Drops everything written so far.
  func restart() throws(ToolError) {
    buffer.removeAll(keepingCapacity: true)
    if file == nil { try spool.restart() } else { try file?.restart() }
  }

  /// Makes the result appear. Throws `ClosedPipe` when standard output is read no more.
  func commit() throws {
    try drain(all: true)
    if file == nil { try spool.commit() } else { try file?.commit() }
  }
}
