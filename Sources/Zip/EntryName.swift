#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of an entry's name (APPNOTE 4.4.17, 4.6.9 and appendix D).
enum EntryName {
  /// The text of raw bytes: the Unicode path field where it belongs to them, UTF-8 where it is
  /// that, flagged or not, else GBK (archives from Chinese systems), else CP437.
  static func text(of raw: [UInt8], unicodePath: [UInt8]?) -> String {
    if let unicodePath, let text = String(validating: unicodePath, as: UTF8.self) {
      return text
    }
    if let text = String(validating: raw, as: UTF8.self) { return text }
    if let bytes = convertedFromGBK(raw), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var text = ""
    for byte in raw {
      text.unicodeScalars.append(byte < 128 ? UnicodeScalar(byte) : codePage437[Int(byte) - 128])
    }
    return text
  }

  private static func convertedFromGBK(_ raw: [UInt8]) -> [UInt8]? {
    let converter = unsafe iconv_open("UTF-8", "GBK")
    // (iconv_t)-1 is the error; a null converter never comes.
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    var input = raw.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: raw.count * 3 + 4)
    let room = output.count
    var left = room
    let isDone = unsafe input.withUnsafeMutableBufferPointer { input -> Bool in
      unsafe output.withUnsafeMutableBufferPointer { output -> Bool in
        var from = input.baseAddress
        var size = input.count
        var to = output.baseAddress
        return unsafe iconv(converter, &from, &size, &to, &left) != UInt.max
          && size == 0
      }
    }
    guard isDone else { return nil }
    return output.prefix(room - left).map { UInt8(bitPattern: $0) }
  }

  private static let codePage437 = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """.unicodeScalars)
}
