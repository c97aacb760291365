/// Which links may leave a workbook.
enum LinkSafety {
  /// The address as it is written; nil for anything but http, https and mailto.
  static func address(_ address: String) -> String? {
    let lower = address.lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) }),
      address.utf16.count <= 2_079
    else { return nil }
    var written = ""
    for scalar in address.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F: return nil
      case 0x20: written += "%20"
      case 0x22: written += "%22"
      case 0x3C: written += "%3C"
      case 0x3E: written += "%3E"
      case 0x5C: written += "%5C"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }
}
