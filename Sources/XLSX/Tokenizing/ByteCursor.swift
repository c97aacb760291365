// The bytes that a cursor walks over end with `ByteCursor.padding` zeros. Zero is no character of
// XML, so every loop stops there by the same test that stops it at a forbidden character, and no
// byte needs a test of its own for the end. A comparison looks at most `padding` bytes ahead of a
// place that is not behind the end. These two facts are what makes the pointer safe.

/// A place in the bytes of a part, and the few steps that canonical XML needs.
///
/// A step that returns false has met something it does not know for certain; the place is then
/// where it stands.
@safe
struct ByteCursor {
  /// Zeros that stand behind the bytes.
  static let padding = 64

  private let base: UnsafePointer<UInt8>
  private(set) var place: UnsafePointer<UInt8>
  /// Line feeds that were passed.
  private(set) var lines = 0

  /// A cursor at an offset of bytes with `padding` zeros behind them.
  init(_ base: UnsafePointer<UInt8>, at offset: Int) {
    unsafe self.base = base
    unsafe place = base + offset
  }

  /// The place, counted from the first byte.
  @inline(__always)
  var offset: Int { unsafe place - base }

  /// The byte at the place.
  @inline(__always)
  var byte: UInt8 { unsafe place.pointee }

  /// A byte that was passed, so many bytes ago; they must have been passed.
  @inline(__always)
  func byte(back count: Int) -> UInt8 { unsafe (place - count).pointee }

  /// The next four bytes, the first lowest.
  @inline(__always)
  var word: UInt32 {
    unsafe UInt32(
      littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
  }

  /// The next eight bytes, the first lowest.
  @inline(__always)
  var longWord: UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// The eight bytes from an offset on that was passed before, the first lowest.
  @inline(__always)
  func longWord(at offset: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
  }

  /// Whether a literal stands at an offset that was passed before.
  func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let start = unsafe literal.utf8Start
    for index in 0..<literal.utf8CodeUnitCount {
      if unsafe base[offset + index] != start[index] { return false }
    }
    return true
  }

  /// Whether a literal is next.
  @inline(__always)
  func matchesNext(_ literal: StaticString) -> Bool { matches(literal, at: offset) }

  /// Whether two stretches that were passed are the same bytes.
  func areEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    for index in 0..<first.count
    where unsafe base[first.lowerBound + index] != base[second.lowerBound + index] {
      return false
    }
    return true
  }

  /// Whether a name that was passed is one of letters and digits that begins with a letter, and
  /// none of those that begin with `xml`.
  func isPlainName(_ name: Range<Int>) -> Bool {
    guard !name.isEmpty, unsafe (base[name.lowerBound] | 0x20) &- 97 < 26 else { return false }
    for index in name where unsafe base[index] == 0x3A || base[index] == 0x2D { return false }
    return !(name.count >= 3 && matches("xml", at: name.lowerBound))
  }

  /// The bytes between two offsets that were passed, as text.
  func string(_ range: Range<Int>) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// Moves over bytes that were looked at.
  @inline(__always)
  mutating func advance(by count: Int) {
    unsafe place += count
  }

  /// Moves over a byte if it is the one expected.
  @inline(__always)
  mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance(by: 1)
    return true
  }

  /// Moves over a literal of at most 32 bytes.
  @inline(__always)
  mutating func skip(_ literal: StaticString) -> Bool {
    let start = unsafe literal.utf8Start
    let count = literal.utf8CodeUnitCount
    var index = 0
    while index < count {
      if unsafe place[index] != start[index] { return false }
      index += 1
    }
    advance(by: count)
    return true
  }

  /// Moves over spaces, tabs and line feeds; a carriage return is left to the other parser, which
  /// turns it into a line feed.
  @inline(__always)
  mutating func skipBlanks() {
    while byte <= 0x20 {
      switch byte {
      case 0x20, 0x09: break
      case 0x0A: lines += 1
      default: return
      }
      advance(by: 1)
    }
  }

  /// Moves over spaces inside a tag.
  @inline(__always)
  mutating func skipSpaces() {
    while byte == 0x20 { advance(by: 1) }
  }
}

// MARK: - Numbers and values of attributes

extension ByteCursor {
  /// Moves over digits and returns their number; nil for none, or more than nine.
  @inline(__always)
  mutating func skipInteger() -> Int? {
    var number = 0
    var count = 0
    while byte &- 48 < 10 {
      number = number &* 10 &+ Int(byte &- 48)
      advance(by: 1)
      count += 1
      if count > 9 { return nil }
    }
    return count == 0 ? nil : number
  }

  /// Moves over the value of an attribute and the quote behind it: at most 1,024 characters of
  /// ASCII without references.
  @inline(__always)
  mutating func skipValue() -> Range<Int>? {
    let start = offset
    while byte != UInt8(ascii: "\"") {
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"),
        offset - start < 1024
      else { return nil }
      advance(by: 1)
    }
    let end = offset
    advance(by: 1)
    return start..<end
  }

  /// Moves over letters, digits, colons and hyphens.
  @inline(__always)
  mutating func skipName() -> Range<Int> {
    let start = offset
    while (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == 0x3A || byte == 0x2D {
      advance(by: 1)
    }
    return start..<offset
  }
}

// MARK: - Text

extension ByteCursor {
  /// Moves over text up to the next tag. Sets `hasReferences` where the text has any; each of them
  /// is one that `CharacterReference` knows.
  @inline(__always)
  mutating func skipText(_ hasReferences: inout Bool) -> Bool {
    while true {
      // Eight bytes at a time: those that are `<`, `>`, `&`, below space or not ASCII get their
      // highest bit. A borrow may mark a byte behind a marked one, so only the first mark counts.
      let low: UInt64 = 0x0101_0101_0101_0101
      let high: UInt64 = 0x8080_8080_8080_8080
      let bytes = longWord
      let angle = (bytes | (low &* 2)) ^ (low &* 0x3E)
      let ampersand = bytes ^ (low &* 0x26)
      let marks =
        (bytes | ((bytes &- low &* 0x20) & ~bytes) | ((angle &- low) & ~angle)
          | ((ampersand &- low) & ~ampersand)) & high
      if marks == 0 {
        advance(by: 8)
        continue
      }
      advance(by: marks.trailingZeroBitCount >> 3)
      switch byte {
      case UInt8(ascii: "<"): return true
      case UInt8(ascii: "&"):
        guard let reference = CharacterReference(self) else { return false }
        advance(by: reference.count)
        hasReferences = true
      case UInt8(ascii: ">"):
        // `]]>` must not stand in text; a lone `>` may.
        if unsafe place[-1] == UInt8(ascii: "]") { return false }
        advance(by: 1)
      case 0x0A:
        lines += 1
        advance(by: 1)
      case 0x09: advance(by: 1)
      case 0x80...:
        while byte >= 0x80 {
          let count = sequenceLength
          if count == 0 { return false }
          advance(by: count)
        }
      default: return false
      }
    }
  }

  /// Bytes of the character that begins here in UTF-8, or 0 for what is none that XML allows.
  @inline(__always)
  private var sequenceLength: Int {
    let bytes = word
    if bytes & 0x00C0_C0F0 == 0x0080_80E0 {
      let first = (bytes & 0x0F) << 12 | (bytes >> 8 & 0x3F) << 6 | (bytes >> 16 & 0x3F)
      // Neither overlong, nor a surrogate, nor U+FFFE or U+FFFF.
      return first >= 0x800 && first & 0xF800 != 0xD800 && first < 0xFFFE ? 3 : 0
    }
    if bytes & 0xC0E0 == 0x80C0 { return bytes & 0x1E != 0 ? 2 : 0 }
    if bytes & 0xC0C0_C0F8 == 0x8080_80F0 {
      let first = (bytes & 7) << 6 | (bytes >> 8 & 0x3F)
      return first >= 0x10 && first < 0x110 ? 4 : 0
    }
    return 0
  }
}
