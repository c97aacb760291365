#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks for short texts in bytes by their first byte, which the C library finds fast.
enum ByteSearch {
  /// The offset behind the first occurrence of a literal that lies wholly in a range.
  static func first(
    _ literal: StaticString, in bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    let size = literal.utf8CodeUnitCount
    let text = unsafe UnsafeBufferPointer(start: literal.utf8Start, count: size)
    guard let initial = unsafe text.first, end <= bytes.count else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      var place = start
      while place + size <= end {
        guard let found = unsafe memchr(base + place, Int32(initial), end - place - size + 1)
        else { return nil }
        let offset = unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
        if unsafe memcmp(found, literal.utf8Start, size) == 0 { return offset + size }
        place = offset + 1
      }
      return nil
    }
  }
}
