import CLibDeflate

/// Inflates a small entry in one go; libdeflate takes about half of zlib's time.
enum WholeInflater {
  /// What came of it.
  enum Outcome {
    case inflated(Int, consumed: Int)
    case tooLarge
    case damaged
    case noMemory
  }

  /// Inflates all of `input` into `output`.
  static func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Outcome {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return .noMemory }
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var consumed = 0
    var produced = 0
    let status = unsafe libdeflate_deflate_decompress_ex(
      decompressor, input.baseAddress, input.count, output.baseAddress, output.count, &consumed,
      &produced)
    switch status {
    case LIBDEFLATE_SUCCESS: return .inflated(produced, consumed: consumed)
    case LIBDEFLATE_INSUFFICIENT_SPACE: return .tooLarge
    default: return .damaged
    }
  }
}
