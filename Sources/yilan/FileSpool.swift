import Spreadsheet
import Zip

/// Bytes that wait for their turn: a few MiB in memory, more in a file without a name.
final class FileSpool: ByteSpool {
  private static let memoryLimit = 4 << 20
  private var memory: [UInt8] = []
  private var file: NamelessFile?

  /// Keeps bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws {
    if file == nil, memory.count + bytes.count > Self.memoryLimit {
      let made = try NamelessFile()
      try unsafe memory.withUnsafeBytes { try unsafe made.write($0) }
      memory = []
      file = made
    }
    if let file {
      try unsafe file.write(bytes)
    } else {
      unsafe memory.append(contentsOf: bytes)
    }
  }

  /// Gives all bytes kept to a closure, piece by piece, and forgets them.
  func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if let file {
      try unsafe file.read(body)
      self.file = nil
    } else {
      try unsafe memory.withUnsafeBytes { try unsafe body($0) }
      memory.removeAll(keepingCapacity: true)
    }
  }
}
