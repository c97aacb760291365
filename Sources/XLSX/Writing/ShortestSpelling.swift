/// Tells without conversion that a number is spelled as short as can be.
enum ShortestSpelling {
  /// Whether the text is a plain decimal of at most 15 digits with no zeros too many; such a text
  /// is the shortest that reads back to its number. Others may be as well, but need a look.
  @inline(__always)
  static func isShortest(_ text: Span<UInt8>) -> Bool {
    var place = 0
    let size = text.count
    guard size > 0, size <= 17 else { return false }
    if text[0] == 0x2D { place = 1 }
    let start = place
    var point = -1
    while place < size {
      let byte = unsafe text[unchecked: place]
      if byte == 0x2E {
        guard point < 0 else { return false }
        point = place
      } else if byte < 0x30 || byte > 0x39 {
        return false
      }
      place += 1
    }
    let whole = (point < 0 ? size : point) - start
    guard whole > 0, size - start - (point < 0 ? 0 : 1) <= 15 else { return false }
    if whole > 1, text[start] == 0x30 { return false }
    if point < 0 {
      // `-0` is a number of its own.
      return start == 0 || text[start] != 0x30
    }
    // Below 0.0001 exponents may be shorter; those go the long way.
    if text[start] == 0x30, point + 1 < size, text[point + 1] == 0x30 { return false }
    return point + 1 < size && text[size - 1] != 0x30
  }
}
