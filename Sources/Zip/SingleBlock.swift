/// The end of a deflate stream that is one block (RFC 1951, 3.2).
@safe
enum SingleBlock {
  /// A stored block, which ends at a byte boundary.
  case stored
  /// A block with its own codes, and the number of zero bits behind its last code.
  case padded(bits: Int)

  /// Looks at a stream; nil where it has several blocks or its end cannot be told for certain.
  init?(_ stream: UnsafeRawBufferPointer) {
    guard let first = unsafe stream.first, first & 1 == 1 else { return nil }
    switch first >> 1 & 3 {
    case 0: self = .stored
    case 2:
      var bits = unsafe BitReader(stream)
      guard let code = bits.endOfBlockCode(), code != 0 else { return nil }
      // The last code of the block is "end of block". Its last 1 is the last 1 of the stream.
      var zeros = 0
      var place = stream.count - 1
      while place > 0, unsafe stream[place] == 0 {
        zeros += 8
        place -= 1
      }
      zeros += unsafe stream[place].leadingZeroBitCount
      let padding = zeros - code.trailingZeroBitCount
      guard (0..<8).contains(padding) else { return nil }
      self = .padded(bits: padding)
    default:
      // The fixed code of "end of block" is all zeros: padding cannot be told from it.
      return nil
    }
  }
}

/// Reads the head of a block with its own codes, bit by bit.
@safe
private struct BitReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 3

  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  private mutating func bits(_ count: Int) -> Int? {
    var value = 0
    for bit in 0..<count {
      guard unsafe place >> 3 < bytes.count else { return nil }
      value |= unsafe Int(bytes[place >> 3] >> UInt8(place & 7) & 1) << bit
      place += 1
    }
    return value
  }

  /// The code of symbol 256, most significant bit first as it is sent.
  mutating func endOfBlockCode() -> Int? {
    guard let literals = bits(5), bits(5) != nil, let lengths = bits(4) else { return nil }
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var sizes = [Int](repeating: 0, count: 19)
    for index in 0..<min(lengths + 4, 19) {
      guard let size = bits(3) else { return nil }
      sizes[order[index]] = size
    }
    let meta = Self.codes(of: sizes)
    var all: [Int] = []
    while all.count < literals + 257 {
      guard let symbol = symbol(sizes, meta) else { return nil }
      switch symbol {
      case 16:
        guard let last = all.last, let more = bits(2) else { return nil }
        all.append(contentsOf: repeatElement(last, count: more + 3))
      case 17:
        guard let more = bits(3) else { return nil }
        all.append(contentsOf: repeatElement(0, count: more + 3))
      case 18:
        guard let more = bits(7) else { return nil }
        all.append(contentsOf: repeatElement(0, count: more + 11))
      default: all.append(symbol)
      }
    }
    // A run may reach into the distance codes, which are another alphabet.
    let own = Array(all[..<(literals + 257)])
    return own[256] > 0 ? Self.codes(of: own)[256] : nil
  }

  private mutating func symbol(_ sizes: [Int], _ codes: [Int]) -> Int? {
    var code = 0
    for size in 1...7 {
      guard let bit = bits(1) else { return nil }
      code = code << 1 | bit
      for symbol in sizes.indices where sizes[symbol] == size && codes[symbol] == code {
        return symbol
      }
    }
    return nil
  }

  /// The canonical codes of symbols with these lengths (RFC 1951, 3.2.2).
  private static func codes(of sizes: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: 17)
    for size in sizes where size > 0 && size < 17 { counts[size] += 1 }
    var next = [Int](repeating: 0, count: 18)
    var code = 0
    for size in 1..<17 {
      code = (code + (size > 1 ? counts[size - 1] : 0)) << 1
      next[size] = code
    }
    return sizes.map { size in
      guard size > 0, size < 17 else { return 0 }
      defer { next[size] += 1 }
      return next[size]
    }
  }
}
