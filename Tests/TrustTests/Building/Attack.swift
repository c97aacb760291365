import Spreadsheet
import Testing

/// A hostile or damaged file and what must come of it.
struct Attack: CustomTestStringConvertible, Sendable {
  /// What must come of a file.
  enum Outcome: Hashable, Sendable {
    /// It is refused with this code, and the line has these words in it.
    case refused(String, String)
    /// It reads as exactly these cells, with findings of exactly these codes.
    case cells([String], findings: Set<String>)
  }

  var name: String
  var bytes: [UInt8]
  var outcome: Outcome
  var limits = ReadLimits()

  var testDescription: String { name }

  /// An attack that must be refused.
  static func refused(
    _ name: String, _ code: String, _ words: String, _ file: any HostileFile
  ) -> Attack {
    Attack(name: name, bytes: file.bytes, outcome: .refused(code, words))
  }

  /// An attack that must read as these cells, with findings of these codes.
  static func reads(
    _ name: String, _ cells: [String], findings: Set<String> = [], _ file: any HostileFile
  ) -> Attack {
    Attack(name: name, bytes: file.bytes, outcome: .cells(cells, findings: findings))
  }

  /// An attack that must read as the untouched workbook does.
  static func reads(
    _ name: String, findings: Set<String> = [], _ file: any HostileFile
  ) -> Attack {
    reads(name, HostileBook.plainCells, findings: findings, file)
  }

  /// The same attack under other limits.
  func limited(_ change: (inout ReadLimits) -> Void) -> Attack {
    var copy = self
    change(&copy.limits)
    return copy
  }
}

/// Something that has the bytes of a file.
protocol HostileFile {
  var bytes: [UInt8] { get }
}

extension HostileBook: HostileFile {}
extension RawZip: HostileFile {}
extension [UInt8]: HostileFile {
  var bytes: [UInt8] { self }
}
