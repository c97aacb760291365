import CInflate
import CZlib
import Testing

/// The inflater beside zlib: equal bytes for streams of every kind, equal refusals for damaged ones.
@Suite("Inflation")
struct InflationTests {
  /// A sequence that is the same on every run (SplitMix64).
  struct Source: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  enum Result: Equatable {
    case ended([UInt8], used: Int)
    case refused
    case cutShort
  }

  // MARK: - Streams

  /// Bytes with runs, words, far repeats or nothing of the kind.
  private static func bytes(_ source: inout Source) -> [UInt8] {
    let count = Int.random(in: 0...(source.next() % 8 == 0 ? 200_000 : 6000), using: &source)
    var bytes: [UInt8] = []
    let words = Array("<c r=\"A1\" s=\"3\"><v>123.5</v></c>".utf8)
    let kind = source.next() % 4
    while bytes.count < count {
      switch kind {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &source))
      case 1:
        bytes += words.prefix(Int.random(in: 1...words.count, using: &source))
      case 2:
        bytes += Array(
          repeating: UInt8.random(in: 0...3, using: &source),
          count: Int.random(in: 1...700, using: &source))
      default:
        bytes += (0..<40).map { _ in UInt8.random(in: 0...80, using: &source) }
        let back = Int.random(in: 1...min(bytes.count, 32_768), using: &source)
        let start = bytes.count - back
        for place in 0..<Int.random(in: 3...400, using: &source) {
          bytes.append(bytes[start + place])
        }
      }
    }
    return bytes
  }

  private static func deflated(_ bytes: [UInt8], _ source: inout Source) -> [UInt8] {
    var stream = z_stream()
    unsafe deflateInit2_(
      &stream, Int32(source.next() % 10), Z_DEFLATED, -Int32(9 + source.next() % 7),
      Int32(1 + source.next() % 9), Int32(source.next() % 5), ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 1000)
    let size = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        unsafe deflate(&stream, Z_FINISH)
        return unsafe Int(stream.total_out)
      }
    }
    return Array(output.prefix(size))
  }

  // MARK: - The two inflaters

  private static func byZlib(_ input: [UInt8]) -> Result {
    var stream = z_stream()
    unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe inflateEnd(&stream) }
    var input = input
    var output = [UInt8](repeating: 0, count: 2_000_000)
    let status = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    switch status {
    case Z_STREAM_END:
      return unsafe .ended(
        Array(output.prefix(Int(stream.total_out))), used: Int(stream.total_in))
    case Z_BUF_ERROR: return .cutShort
    default: return .refused
    }
  }

  private static func byPieces(_ input: [UInt8], of size: Int, room: Int) -> Result {
    guard let inflater = unsafe yilan_inflater_create() else { return .refused }
    defer { unsafe yilan_inflater_destroy(inflater) }
    var result: [UInt8] = []
    var place = 0
    var output = [UInt8](repeating: 0, count: room)
    while true {
      let piece = Array(input[place..<min(input.count, place + size)])
      let isLast: Int32 = place + piece.count == input.count ? 1 : 0
      var consumed = 0
      var produced = 0
      var leftOver = 0
      let status = unsafe yilan_inflate(
        inflater, piece, piece.count, isLast, &output, room, &consumed, &produced, &leftOver)
      place += consumed
      result += output.prefix(produced)
      switch status {
      case YILAN_INFLATE_ENDED: return .ended(result, used: place - leftOver)
      case YILAN_INFLATE_CUT_SHORT: return .cutShort
      case YILAN_INFLATE_DAMAGED: return .refused
      default: if consumed == 0, produced == 0 { return .refused }
      }
    }
  }

  // MARK: - Comparisons

  @Test("Whole streams give the bytes that were deflated, in pieces of any size")
  func whole() {
    var source = Source(state: 20_251_128)
    for _ in 0..<150 {
      let bytes = Self.bytes(&source)
      let stream = Self.deflated(bytes, &source)
      let piece = Int.random(in: 1...(source.next() % 3 == 0 ? 40 : 70_000), using: &source)
      let room = Int.random(in: 1...(source.next() % 3 == 0 ? 100 : 100_000), using: &source)
      let result = Self.byPieces(stream, of: piece, room: room)
      #expect(result == .ended(bytes, used: stream.count), "pieces of \(piece), room \(room)")
    }
  }

  @Test("Damaged and shortened streams are refused, or give what zlib gives")
  func damaged() {
    var source = Source(state: 7)
    var refused = 0
    for _ in 0..<400 {
      var stream = Self.deflated(Self.bytes(&source), &source)
      switch source.next() % 4 {
      case 0: stream.removeLast(Int.random(in: 0...stream.count, using: &source))
      case 1: stream = (0..<200).map { _ in UInt8.random(in: 0...255, using: &source) }
      default:
        for _ in 0..<3 {
          let place = Int.random(in: 0..<stream.count, using: &source)
          stream[place] ^= 1 << UInt8(source.next() % 8)
        }
      }
      let piece = Int.random(in: 1...5000, using: &source)
      let own = Self.byPieces(stream, of: piece, room: 5000)
      let other = Self.byZlib(stream)
      if case .ended = other {
        #expect(own == other)
      } else {
        refused += 1
        #expect(own == .cutShort || own == .refused)
      }
    }
    #expect(refused > 150)
  }
}
