internal import Spreadsheet

/// The shared strings of a workbook: all text in one run of bytes, with the end of each.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Runs with fonts, of the strings that have them; kept only where asked for.
  var runs: [Int: [TextRun]] = [:]

  /// The number of strings.
  var count: Int { ends.count }

  /// The bytes of the string that is being added.
  var openStart: Int { ends.last.map { Int($0) } ?? 0 }

  mutating func appendText(_ text: Span<UInt8>) {
    bytes.append(text)
  }

  @inline(__always)
  mutating func appendText(_ piece: StringTokenizer.Piece, of source: UnsafePointer<UInt8>) {
    if piece.hasReferences {
      unsafe bytes.append(decoding: piece.range, of: source)
    } else {
      unsafe bytes.append(copying: piece.range, of: source)
    }
  }

  /// Ends the string; false where all strings together pass 4 GiB.
  mutating func endString() -> Bool {
    TextEscapes.decode(&bytes, from: openStart)
    guard let end = UInt32(exactly: bytes.count) else { return false }
    ends.append(end)
    return true
  }

  /// Bytes of the string that is being added.
  var openSize: Int { bytes.count - openStart }

  /// Appends a string; false where there is none with the index.
  @inline(__always)
  func append(_ index: Int, to target: inout [UInt8]) -> Bool {
    guard index >= 0, index < ends.count else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    target.append(contentsOf: bytes[start..<Int(ends[index])])
    return true
  }

  /// Looks at the first byte of a string, so that it is near when it is copied; the sum keeps the
  /// compiler from leaving the look out.
  @inline(__always)
  func touch(_ index: Int) -> UInt8 {
    guard index > 0, index < ends.count else { return 0 }
    let start = Int(ends[index - 1])
    return start < bytes.count ? bytes[start] : 0
  }

  func string(_ index: Int) -> String? {
    var text: [UInt8] = []
    guard append(index, to: &text) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
