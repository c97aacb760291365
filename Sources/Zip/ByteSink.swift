/// A place that takes bytes one after the other.
public protocol ByteSink {
  /// Takes all of `bytes`, or throws.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// A sink that keeps what it takes.
public final class MemoryByteSink: ByteSink {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sink.
  public init() {}

  /// Appends bytes.
  public func write(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes.append(contentsOf: bytes)
  }
}
