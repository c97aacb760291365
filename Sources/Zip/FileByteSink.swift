#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A sink that writes to an open descriptor, which it neither flushes nor closes.
public struct FileByteSink: ByteSink {
  private let descriptor: CInt

  /// Makes a sink on a descriptor open for writing.
  public init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Writes all bytes, however many calls that takes.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let start = bytes.baseAddress else { return }
    var done = 0
    while done < bytes.count {
      let step = unsafe Self.write(descriptor, start + done, bytes.count - done)
      if step < 0 {
        if errno == EINTR { continue }
        let text = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
        throw ZipError(.inputOutput, "the output cannot be written: \(text)")
      }
      done += step
    }
  }

  private static func write(_ descriptor: CInt, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      return unsafe Glibc.write(descriptor, start, count)
    #else
      return unsafe Darwin.write(descriptor, start, count)
    #endif
  }
}
