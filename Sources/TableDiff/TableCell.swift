/// One value of a `SheetTable`, in 16 bytes.
///
/// A number is kept as its double and text as its place in the table's bytes, so that a million
/// cells need no String.
struct TableCell {
  /// What the payload means.
  enum Kind: UInt8 {
    /// The bit pattern of a double that is no negative zero.
    case number
    /// 0 or 1.
    case boolean
    /// The place of the bytes: the offset above, the length in the low 32 bits.
    case text
    /// Like text: the name of an error.
    case error
  }

  /// The value, as `kind` says.
  var payload: UInt64
  /// The index of the style in the workbook.
  var style: Int32
  /// The column, counted from zero; a sheet has 16,384.
  var column: UInt16
  /// What the payload means.
  var kind: Kind

  /// The bytes of a text or error.
  var byteRange: Range<Int> {
    let offset = Int(payload >> 32)
    return offset..<(offset + Int(payload & 0xFFFF_FFFF))
  }

  /// Whether the payload alone decides about equality.
  var isFixed: Bool { kind == .number || kind == .boolean }
}
