/// Whether a formula stays inside its workbook: no other file, no program, no network.
enum FormulaSafety {
  /// Functions that call programs or the network.
  private static let forbidden: Set<String> = [
    "CALL", "REGISTER", "REGISTER.ID", "RTD", "WEBSERVICE", "DDE", "DDEAUTO", "EXEC", "IMAGE",
    "FILTERXML", "SQL.REQUEST", "STOCKHISTORY",
  ]

  /// Looks at a formula without `=`. Linear in its length.
  static func isSelfContained(_ formula: String) -> Bool {
    var quote: UInt8 = 0
    var word: [UInt8] = []
    var previous: UInt8 = 0
    for byte in formula.utf8 {
      if quote == 0x22 {
        if byte == 0x22 { quote = 0 }
        continue
      }
      // A quoted sheet name: `'[book.xlsx]Sheet'!A1` is another file, `'cmd'|'/c'!A0` is DDE.
      if byte == 0x7C || byte == 0x5B && quote == 0x27 { return false }
      if quote == 0x27 {
        if byte == 0x27 { quote = 0 }
        continue
      }
      switch byte {
      case 0x22, 0x27:
        quote = byte
        word = []
      case 0x5B:
        // `Table[Column]` and `[[#This Row],[x]]` are inside; `[1]Sheet!A1` is not.
        guard isNameByte(previous) || previous == 0x5B || previous == 0x2C || previous == 0x20
        else { return false }
        word = []
      case 0x28:
        if forbidden.contains(Self.name(word)) { return false }
        word = []
      case _ where isNameByte(byte): word.append(byte)
      default: word = []
      }
      previous = byte
    }
    return true
  }

  /// Whether a function calls a program or the network.
  static func isForbidden(function word: [UInt8]) -> Bool {
    forbidden.contains(name(word))
  }

  private static func name(_ word: [UInt8]) -> String {
    var name = String(decoding: word, as: UTF8.self).uppercased()
    for prefix in ["_XLFN.", "_XLWS."] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    return name
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
