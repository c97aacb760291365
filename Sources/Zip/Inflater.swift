import CZlib

/// A raw deflate stream that is inflated piece by piece. One owner, as `style.md` asks.
@safe
struct Inflater: ~Copyable {
  /// What a step did.
  struct Step {
    var consumed = 0
    var produced = 0
    var isAtEnd = false
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes an inflater; nil when there is no memory for its 32 KiB window.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative window bits: no zlib header around the data.
    let status = unsafe inflateInit2_(
      stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Inflates from `input` into `output` as far as either reaches; nil for a damaged stream.
  mutating func inflate(
    _ input: UnsafeMutableRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Step? {
    let available = min(input.count, Int(UInt32.max >> 1))
    let room = min(output.count, Int(UInt32.max >> 1))
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(available)
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(room)
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    let step = unsafe Step(
      consumed: available - Int(stream.pointee.avail_in),
      produced: room - Int(stream.pointee.avail_out), isAtEnd: status == Z_STREAM_END)
    unsafe stream.pointee.next_in = nil
    unsafe stream.pointee.next_out = nil
    // Z_BUF_ERROR only says that no progress was possible with these two buffers.
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return nil }
    return step
  }
}
