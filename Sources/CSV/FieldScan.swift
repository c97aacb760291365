/// Looks over the bytes of a field eight at a time.
enum FieldScan {
  /// Whether a separator, a quote, a line feed or a carriage return is among the bytes.
  static func needsQuotes(_ field: Span<UInt8>, separator: UInt8) -> Bool {
    unsafe field.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if has(word, separator) || has(word, 0x22) || has(word, 0x0A) || has(word, 0x0D) {
          return true
        }
        place += 8
      }
      while place < bytes.count {
        let byte = unsafe bytes[place]
        if byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
        place += 1
      }
      return false
    }
  }

  /// Whether one of the eight bytes of a word is the byte.
  @inline(__always)
  private static func has(_ word: UInt64, _ byte: UInt8) -> Bool {
    let low: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (low &* UInt64(byte))
    return (difference &- low) & ~difference & (low &* 0x80) != 0
  }
}
