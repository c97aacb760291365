#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The words of the command line, with no byte lost.
///
/// A path may hold any bytes, GBK for one, but `CommandLine.arguments` replaces what is no UTF-8. Here each
/// such byte becomes one scalar of the last private plane, and `bytes(of:)` turns it back.
enum RawArguments {
  private static let escapeBase: UInt32 = 0x10FF00

  /// Whether the words are known at all, the name of the program among them.
  ///
  /// On Linux the runtime finds them by `/proc/self/maps`. Where that cannot be read there are none, which must
  /// not look like a call without words.
  static var areKnown: Bool { CommandLine.argc > 0 }

  /// The arguments after the program's name.
  static func current() -> [String] {
    let count = Int(CommandLine.argc)
    let vector = unsafe CommandLine.unsafeArgv
    var words: [String] = []
    for index in 1..<max(count, 1) {
      guard let word = unsafe vector[index] else { continue }
      let length = unsafe strlen(word)
      let bytes = unsafe UnsafeRawBufferPointer(start: word, count: length)
      words.append(unsafe string(from: Array(bytes)))
    }
    return words
  }

  /// A string that stands for the bytes; text that is UTF-8 stays as it is.
  static func string(from bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value >= escapeBase })
    {
      return text
    }
    var scalars = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let piece = rest.prefix(length)
      if let text = String(validating: piece, as: UTF8.self),
        let scalar = text.unicodeScalars.first,
        text.unicodeScalars.count == 1, scalar.value < escapeBase
      {
        scalars.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        if let scalar = Unicode.Scalar(escapeBase + UInt32(first)) { scalars.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  /// The bytes that a string from `string(from:)` stands for.
  static func bytes(of word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      if scalar.value >= escapeBase {
        bytes.append(UInt8(scalar.value & 0xFF))
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return bytes
  }
}
