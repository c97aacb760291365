/// A place that keeps bytes until they are wanted, once and in order.
///
/// An entry whose beginning is known last, as the column widths of a sheet are, waits in one.
public protocol ByteSpool: AnyObject {
  /// Keeps bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws
  /// Gives all bytes kept to a closure, piece by piece, and forgets them.
  func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) throws
}

/// A spool in memory.
public final class MemoryByteSpool: ByteSpool {
  private var bytes: [UInt8] = []

  /// Makes an empty spool.
  public init() {}

  /// Keeps bytes.
  public func append(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes.append(contentsOf: bytes)
  }

  /// Gives all bytes kept to a closure and forgets them.
  public func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try unsafe bytes.withUnsafeBytes { try unsafe body($0) }
    bytes = []
  }
}
