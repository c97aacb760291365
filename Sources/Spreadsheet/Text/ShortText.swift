/// Up to eight bytes, held without a reference.
struct ShortText: Sendable {
  private var bytes: UInt64 = 0
  private var count = 0

  /// Whether there was room.
  mutating func append(_ text: [UInt8]) -> Bool {
    guard count + text.count <= 8 else { return false }
    for byte in text {
      bytes |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
    return true
  }

  func append(to output: inout [UInt8]) {
    var rest = bytes
    for _ in 0..<count {
      output.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
