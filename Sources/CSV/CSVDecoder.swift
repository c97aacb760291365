/// Turns the bytes of a text to UTF-8, block by block, and refuses what is not in its encoding.
struct CSVDecoder: ~Copyable {
  /// The bytes are not in the encoding.
  struct Invalid: Error {
    /// The bytes of the block that are good, as UTF-8; only a hint of the place.
    let encoding: CSVEncoding
    /// Whether the C library does not know the encoding.
    let isUnknown: Bool
  }

  /// The encoding.
  let encoding: CSVEncoding
  private var rest: [UInt8] = []
  private var highSurrogate: UInt16?
  private var converter: CharacterConverter?

  init(_ encoding: CSVEncoding) throws(Invalid) {
    self.encoding = encoding
    converter = nil
    if encoding == .gb18030 {
      do {
        converter = try CharacterConverter(from: "GB18030", to: "UTF-8")
      } catch {
        throw Invalid(encoding: encoding, isUnknown: true)
      }
    }
  }

  /// Appends a block in UTF-8; what was good of a bad block is appended too.
  mutating func decode(_ block: ArraySlice<UInt8>, to output: inout [UInt8]) throws(Invalid) {
    switch encoding {
    case .utf8: try decodeUTF8(block, to: &output)
    case .utf16LittleEndian, .utf16BigEndian: try decodeUTF16(block, to: &output)
    case .gb18030:
      do {
        try converter?.convert(block, to: &output)
      } catch {
        throw Invalid(encoding: encoding, isUnknown: false)
      }
    }
  }

  /// Ends the text; throws when its last character is cut.
  mutating func finish() throws(Invalid) {
    do {
      try converter?.finish()
    } catch {
      throw Invalid(encoding: encoding, isUnknown: false)
    }
    guard rest.isEmpty, highSurrogate == nil else {
      throw Invalid(encoding: encoding, isUnknown: false)
    }
  }

  private mutating func decodeUTF8(
    _ block: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(Invalid) {
    let start = output.count
    output.append(contentsOf: rest)
    output.append(contentsOf: block)
    rest = []
    let validity = UTF8Validity.check(output.span, from: start)
    guard !validity.isValid else { return }
    if validity.isCut { rest = Array(output[validity.validCount...]) }
    output.removeSubrange(validity.validCount...)
    if !validity.isCut { throw Invalid(encoding: encoding, isUnknown: false) }
  }

  private mutating func decodeUTF16(
    _ block: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(Invalid) {
    for byte in block {
      guard let first = rest.first else {
        rest.append(byte)
        continue
      }
      rest.removeAll(keepingCapacity: true)
      let unit =
        encoding == .utf16LittleEndian
        ? UInt16(first) | UInt16(byte) << 8 : UInt16(first) << 8 | UInt16(byte)
      try append(unit, to: &output)
    }
  }

  private mutating func append(_ unit: UInt16, to output: inout [UInt8]) throws(Invalid) {
    if let high = highSurrogate {
      guard (0xDC00...0xDFFF).contains(unit) else {
        throw Invalid(encoding: encoding, isUnknown: false)
      }
      highSurrogate = nil
      append(
        scalar: 0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(unit) - 0xDC00, to: &output)
    } else if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
    } else if (0xDC00...0xDFFF).contains(unit) {
      throw Invalid(encoding: encoding, isUnknown: false)
    } else {
      append(scalar: UInt32(unit), to: &output)
    }
  }

  private func append(scalar: UInt32, to output: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
    switch scalar {
    case 0..<0x80: output.append(UInt8(scalar))
    case 0x80..<0x800:
      output.append(UInt8(0xC0 | scalar >> 6))
      output.append(continuation(0))
    case 0x800..<0x10000:
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(continuation(6))
      output.append(continuation(0))
    default:
      output.append(UInt8(0xF0 | scalar >> 18 & 7))
      output.append(continuation(12))
      output.append(continuation(6))
      output.append(continuation(0))
    }
  }
}
