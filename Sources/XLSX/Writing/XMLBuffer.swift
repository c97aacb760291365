#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The writer's hot path: markup is put together in one growing block of memory. Appending to an
// array costs a check of its uniqueness and a call for each piece of a few bytes.

/// XML that is being put together.
@safe
struct XMLBuffer: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutablePointer<UInt8>

  init(capacity: Int = 4_096) {
    self.capacity = capacity
    unsafe start = .allocate(capacity: capacity)
  }

  deinit {
    unsafe start.deallocate()
  }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = unsafe larger
  }

  /// Forgets the bytes; the memory stays.
  mutating func removeAll() {
    count = 0
  }

  /// Forgets the bytes behind a length.
  mutating func truncate(to length: Int) {
    count = min(count, length)
  }

  /// Gives the bytes to a closure.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The bytes as an array.
  var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }
}

extension XMLBuffer {
  /// Appends markup.
  @inline(__always)
  mutating func put(_ markup: StaticString) {
    let size = markup.utf8CodeUnitCount
    reserve(size)
    unsafe memcpy(start + count, markup.utf8Start, size)
    count += size
  }

  /// Appends one byte.
  @inline(__always)
  mutating func put(byte: UInt8) {
    reserve(1)
    unsafe start[count] = byte
    count += 1
  }

  /// Appends a short piece: sixteen bytes are copied whatever its length.
  @inline(__always)
  mutating func put(_ piece: ShortMarkup) {
    reserve(16)
    unsafe UnsafeMutableRawPointer(start + count).storeBytes(
      of: piece.bytes, as: SIMD16<UInt8>.self)
    count += piece.count
  }

  /// Appends bytes as they are.
  @inline(__always)
  mutating func put(_ bytes: Span<UInt8>) {
    let size = bytes.count
    reserve(size)
    unsafe bytes.withUnsafeBufferPointer { from in
      if let from = from.baseAddress { unsafe memcpy(start + count, from, size) }
    }
    count += size
  }

  /// Appends a string as it is: markup, or text known to need no escapes.
  mutating func put(raw text: String) {
    put(text.utf8Span.span)
  }

  /// Appends a whole number.
  @inline(__always)
  mutating func put(_ number: Int) {
    reserve(20)
    var rest = number.magnitude
    if number < 0 { put(byte: 0x2D) }
    var digits = 1
    var power: UInt = 10
    while digits < 19, rest >= power {
      digits += 1
      power &*= 10
    }
    var place = count + digits
    count = place
    repeat {
      place -= 1
      unsafe start[place] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
    } while rest > 0
  }

  /// Appends the shortest text that reads back to the same number.
  mutating func put(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000,
      number != 0 || number.sign == .plus
    {
      put(whole)
      return
    }
    let text = number.description
    let span = text.utf8Span.span
    let size = span.count
    // Swift writes whole numbers as `1.0`; the format's readers want `1`.
    if size > 2, span[size - 1] == 0x30, span[size - 2] == 0x2E {
      put(span.extracting(0..<(size - 2)))
    } else {
      put(span)
    }
  }
}
