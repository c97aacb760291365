import CLibDeflate
import Threads

/// Inflates a small entry in one go; libdeflate takes about half of zlib's time.
enum WholeInflater {
  /// What came of it.
  enum Outcome {
    case inflated(Int, consumed: Int)
    case tooLarge
    case damaged
    case noMemory
  }

  /// Decompressors that nobody uses: making one costs as much as inflating a small part, and a workbook
  /// has seven of these.
  private static let spare = unsafe Guarded<[OpaquePointer]>([])

  /// Inflates all of `input` into `output`.
  static func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Outcome {
    guard
      let decompressor = unsafe spare.withLock({ unsafe $0.popLast() })
        ?? libdeflate_alloc_decompressor()
    else { return .noMemory }
    defer {
      unsafe spare.withLock { kept in
        if unsafe kept.count < 8 {
          unsafe kept.append(decompressor)
        } else {
          unsafe libdeflate_free_decompressor(decompressor)
        }
      }
    }
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
