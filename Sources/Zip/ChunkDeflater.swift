import CLibDeflate
import CZlib

// One deflate stream out of independent chunks. libdeflate takes a third of zlib's time, but it
// only makes whole streams: its last block says "final" and nothing may follow. Where the output
// of a chunk is a single block, which at 256 KiB it nearly always is, the first bit of the first
// byte is that mark. It is cleared, and an empty stored block behind the end of the last code
// brings the stream back to a byte boundary for the next chunk. A chunk of which this cannot be
// said for certain goes through zlib with a full flush, which gives the same shape.
//
// Measured on 83 MB of sheet and strings (`mixed`): libdeflate level 1 0.37 s and 17.5 MB, level 2 0.52 s
// and 16.6 MB, level 4 0.75 s and 15.5 MB; zlib level 6 2.6 s and 15.7 MB, zlib level 1 0.66 s and
// 20.9 MB. Level 1 of libdeflate makes blocks of 64 KiB, which are no single block of a chunk.

/// Deflates chunks that are put together to one stream.
@safe
struct ChunkDeflater: ~Copyable {
  /// The bytes of a chunk.
  static let chunkSize = 256 << 10
  private static let level: CInt = 2

  private let compressor: OpaquePointer
  private let output: UnsafeMutableRawBufferPointer

  /// Makes a deflater; nil when there is no memory.
  init?() {
    guard let compressor = unsafe libdeflate_alloc_compressor(Self.level) else { return nil }
    unsafe self.compressor = compressor
    let bound = unsafe libdeflate_deflate_compress_bound(compressor, Self.chunkSize)
    unsafe output = .allocate(byteCount: bound + 64, alignment: 16)
  }

  deinit {
    unsafe libdeflate_free_compressor(compressor)
    unsafe output.deallocate()
  }

  /// Deflates a chunk of at most `chunkSize` bytes and gives the packed bytes to `body`.
  mutating func deflate<Result>(
    _ chunk: UnsafeRawBufferPointer, isLast: Bool,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let size = unsafe libdeflate_deflate_compress(
      compressor, chunk.baseAddress, chunk.count, output.baseAddress, output.count - 8)
    if size > 0 {
      if isLast {
        return try unsafe body(UnsafeRawBufferPointer(rebasing: output[..<size]))
      }
      if let size = continued(size) {
        return try unsafe body(UnsafeRawBufferPointer(rebasing: output[..<size]))
      }
    }
    return try unsafe body(try unsafe flushed(chunk, isLast: isLast))
  }

  /// Turns the stream in `output` into one that can be continued; nil where that is not certain.
  private func continued(_ size: Int) -> Int? {
    let stream = unsafe UnsafeRawBufferPointer(rebasing: output[..<size])
    guard let end = unsafe SingleBlock(stream) else { return nil }
    // In two steps: the compiler fails on `&=` here under the thread sanitizer (Swift 6.3.1).
    let first = unsafe output[0]
    unsafe output[0] = first & 0xFE
    switch end {
    case .stored: return size
    case .padded(let bits):
      // The three zero bits of an empty stored block's header lie in the padding if they fit.
      var place = size
      if bits < 3 {
        unsafe output[place] = 0
        place += 1
      }
      unsafe output[place] = 0
      unsafe output[place + 1] = 0
      unsafe output[place + 2] = 0xFF
      unsafe output[place + 3] = 0xFF
      return place + 4
    }
  }

  private func flushed(
    _ chunk: UnsafeRawBufferPointer, isLast: Bool
  ) throws(ZipError) -> UnsafeRawBufferPointer {
    var stream = unsafe z_stream()
    guard
      unsafe deflateInit2_(
        &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ZipError(.inputOutput, "there is not enough memory") }
    defer { unsafe _ = deflateEnd(&stream) }
    unsafe stream.next_in = UnsafeMutablePointer(
      mutating: chunk.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.avail_in = UInt32(chunk.count)
    unsafe stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.avail_out = UInt32(output.count)
    let status = unsafe CZlib.deflate(&stream, isLast ? Z_FINISH : Z_FULL_FLUSH)
    guard status == (isLast ? Z_STREAM_END : Z_OK), unsafe stream.avail_in == 0,
      unsafe stream.avail_out > 0
    else { throw ZipError(.cannotWrite, "the bytes could not be compressed") }
    let size = unsafe output.count - Int(stream.avail_out)
    return unsafe UnsafeRawBufferPointer(rebasing: output[..<size])
  }
}
