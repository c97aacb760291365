/// The encodings of CSV that is read.
public enum CSVEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, which holds GBK and GB 2312.
  case gb18030 = "GB18030"
}

/// Finds the encoding of a text by its mark, or by what its bytes can be.
enum CSVEncodingDetection {
  /// What a sample shows.
  enum Result: Equatable {
    /// The encoding, and the length of its mark.
    case encoding(CSVEncoding, mark: Int)
    /// ASCII only, so that any may follow.
    case undecided
    /// No encoding fits.
    case unknown
    /// No text: what it seems to be.
    case notText(String)
  }

  /// Looks at the first bytes of a text; `isWhole` tells that no more follow.
  static func detect(_ sample: [UInt8], isWhole: Bool) -> Result {
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return .encoding(.utf8, mark: 3) }
    if sample.starts(with: [0xFF, 0xFE]) { return .encoding(.utf16LittleEndian, mark: 2) }
    if sample.starts(with: [0xFE, 0xFF]) { return .encoding(.utf16BigEndian, mark: 2) }
    if let name = signature(sample) { return .notText(name) }
    if let encoding = utf16(sample) { return .encoding(encoding, mark: 0) }
    let controls = sample.count { $0 < 9 || (14..<32).contains($0) }
    if controls > 0, controls * 10 > sample.count {
      return .notText("it is full of control characters")
    }
    guard let first = sample.firstIndex(where: { $0 >= 0x80 }) else { return .undecided }
    let validity = UTF8Validity.check(sample.span, from: first)
    if validity.isValid || (!isWhole && validity.isCut) { return .encoding(.utf8, mark: 0) }
    return isGB18030(sample, from: first, isWhole: isWhole)
      ? .encoding(.gb18030, mark: 0) : .unknown
  }

  private static func signature(_ sample: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "it is a zip archive, perhaps a workbook; name it .xlsx"),
      ([0xD0, 0xCF, 0x11, 0xE0], "it is a file of an old office program; save it as .xlsx"),
      (Array("%PDF-".utf8), "it is a PDF document"),
      ([0x1F, 0x8B], "it is compressed; unpack it first"),
      ([0x89, 0x50, 0x4E, 0x47], "it is a picture"),
    ]
    return signatures.first { sample.starts(with: $0.0) }?.1
  }

  /// UTF-16 has zeros in every second byte of its separators and line ends.
  private static func utf16(_ sample: [UInt8]) -> CSVEncoding? {
    var even = 0
    var odd = 0
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    guard (even + odd) * 50 > sample.count, sample.count >= 4 else { return nil }
    if odd > even * 9 { return .utf16LittleEndian }
    if even > odd * 9 { return .utf16BigEndian }
    return nil
  }

  /// Whether the bytes have the structure of GB 18030: one, two or four bytes a character.
  private static func isGB18030(_ sample: [UInt8], from first: Int, isWhole: Bool) -> Bool {
    var place = first
    while place < sample.count {
      let byte = sample[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      guard (0x81...0xFE).contains(byte) else { return false }
      guard place + 1 < sample.count else { return !isWhole }
      switch sample[place + 1] {
      case 0x40...0x7E, 0x80...0xFE: place += 2
      case 0x30...0x39:
        guard place + 3 < sample.count else { return !isWhole }
        guard (0x81...0xFE).contains(sample[place + 2]), (0x30...0x39).contains(sample[place + 3])
        else { return false }
        place += 4
      default: return false
      }
    }
    return true
  }
}

/// Whether bytes are UTF-8, and how far.
struct UTF8Validity: Equatable {
  /// The bytes up to the last whole, right character.
  var validCount: Int
  /// Whether all bytes are right.
  var isValid: Bool
  /// Whether the bytes are right but for a character that is cut at their end.
  var isCut: Bool

  /// Checks bytes from a place on: no overlong forms, no surrogates, nothing past U+10FFFF.
  static func check(_ bytes: Span<UInt8>, from start: Int) -> UTF8Validity {
    var place = start
    let end = bytes.count
    while place < end {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0:
        length = 3
        second = 0xA0...0xBF
      case 0xED:
        length = 3
        second = 0x80...0x9F
      case 0xE1...0xEF: length = 3
      case 0xF0:
        length = 4
        second = 0x90...0xBF
      case 0xF1...0xF3: length = 4
      case 0xF4:
        length = 4
        second = 0x80...0x8F
      default: return UTF8Validity(validCount: place, isValid: false, isCut: false)
      }
      for offset in 1..<length {
        guard place + offset < end else {
          return UTF8Validity(validCount: place, isValid: false, isCut: true)
        }
        let next = bytes[place + offset]
        guard offset == 1 ? second.contains(next) : next & 0xC0 == 0x80 else {
          return UTF8Validity(validCount: place, isValid: false, isCut: false)
        }
      }
      place += length
    }
    return UTF8Validity(validCount: end, isValid: true, isCut: false)
  }
}
