#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A conversion between two encodings by iconv of the C library, block by block.
@safe
struct CharacterConverter: ~Copyable {
  /// Why a block could not be converted.
  enum Failure: Error {
    /// The C library lacks one of the encodings.
    case unknownEncoding
    /// The bytes are not in the encoding; the number of good bytes before them.
    case invalid(at: Int)
  }

  private let descriptor: iconv_t
  /// The bytes of a character that the last block cut.
  private var rest: [UInt8] = []

  /// Begins a conversion.
  init(from source: String, to target: String) throws(Failure) {
    guard let opened = unsafe iconv_open(target, source),
      unsafe opened != iconv_t(bitPattern: -1)
    else { throw .unknownEncoding }
    unsafe descriptor = opened
  }

  deinit {
    unsafe iconv_close(descriptor)
  }

  /// Appends a converted block; a character cut at its end waits for the next one.
  mutating func convert(_ block: ArraySlice<UInt8>, to output: inout [UInt8]) throws(Failure) {
    var input = rest
    input.append(contentsOf: block)
    let waiting = rest.count
    rest = []
    var consumed = 0
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while consumed < input.count {
      let (read, written, code) = run(input, from: consumed, into: &buffer)
      output.append(contentsOf: buffer[..<written])
      consumed += read
      switch code {
      case 0, E2BIG: continue
      case EINVAL:
        rest = Array(input[consumed...])
        return
      default: throw .invalid(at: max(0, consumed - waiting))
      }
    }
  }

  /// Ends the conversion; throws when the last character is cut.
  mutating func finish() throws(Failure) {
    guard rest.isEmpty else { throw .invalid(at: 0) }
  }

  private func run(
    _ input: [UInt8], from start: Int, into buffer: inout [UInt8]
  ) -> (read: Int, written: Int, code: Int32) {
    var code: Int32 = 0
    var inputLeft = input.count - start
    var outputLeft = buffer.count
    unsafe input.withUnsafeBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        // iconv takes a pointer to mutable bytes but does not change them.
        var from = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
          .advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        let result = unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
        if result == -1 { code = errno }
      }
    }
    return (input.count - start - inputLeft, buffer.count - outputLeft, code)
  }
}
