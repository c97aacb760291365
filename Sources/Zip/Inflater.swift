import CInflate

/// A raw deflate stream that is inflated piece by piece. One owner, as `style.md` asks.
@safe
struct Inflater: ~Copyable {
  /// What a step did.
  struct Step {
    var consumed = 0
    var produced = 0
    var isAtEnd = false
    /// Whether the input ended inside of the stream.
    var isCutShort = false
    /// Bytes that an earlier step consumed and that do not belong to the stream.
    var leftOver = 0
  }

  private let stream: OpaquePointer

  /// Makes an inflater; nil when there is no memory for its window.
  init?() {
    guard let stream = unsafe yilan_inflater_create() else { return nil }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe yilan_inflater_destroy(stream)
  }

  /// Inflates from `input` into `output` as far as either reaches; nil for a damaged stream. With
  /// `isLast` no input follows.
  mutating func inflate(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) -> Step? {
    var step = Step()
    let status = unsafe yilan_inflate(
      stream, input.baseAddress?.assumingMemoryBound(to: UInt8.self), input.count, isLast ? 1 : 0,
      output.baseAddress?.assumingMemoryBound(to: UInt8.self), output.count, &step.consumed,
      &step.produced, &step.leftOver)
    switch status {
    case YILAN_INFLATE_GOING_ON: break
    case YILAN_INFLATE_ENDED: step.isAtEnd = true
    case YILAN_INFLATE_CUT_SHORT: step.isCutShort = true
    default: return nil
    }
    return step
  }
}
