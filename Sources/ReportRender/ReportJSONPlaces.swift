import ReportModel
import Spreadsheet

/// Spells the addresses of a report in JSON as `FILE!SHEET!CELLS`, and reads them back.
///
/// Where two sources would be spelled alike (a file name may hold `!`), or an address points to no
/// source, the spelling is `#INDEX!CELLS`.
struct ReportJSONPlaces {
  private(set) var sources: [SourceSheet]
  private var prefixes: [String] = []
  private var indices: [String: Int] = [:]
  /// The prefix that was read last, and its source: most addresses are on one sheet.
  private var last: (prefix: [UInt8], index: Int)?

  init(sources: [SourceSheet] = []) {
    self.sources = sources
    for (index, source) in sources.enumerated() {
      let prefix = Self.prefix(of: source)
      if indices[prefix] == nil, !prefix.hasPrefix("#") {
        indices[prefix] = index
        prefixes.append(prefix)
      } else {
        prefixes.append("#\(index)")
      }
    }
  }

  func text(of address: CellAddress?) -> String? {
    guard let address else { return nil }
    let source = Int(address.source)
    let prefix = prefixes.indices.contains(source) ? prefixes[source] : "#\(source)"
    return "\(prefix)!\(address.range)"
  }

  /// Reads an address; a sheet that is not known yet is added to `sources`.
  mutating func address(
    _ text: String?, path: @autoclosure () -> String
  ) throws(ReportJSONError) -> CellAddress? {
    guard let text else { return nil }
    guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "!")),
      let range = CellRange(String(text[text.utf8.index(after: mark)...]))
    else { throw ReportJSONError(.content("“\(text)” is no address", path: path())) }
    let prefix = text.utf8[..<mark]
    if let last, last.prefix.elementsEqual(prefix) {
      return CellAddress(source: last.index, range: range)
    }
    let index = index(of: String(text[..<mark]))
    last = (Array(prefix), index)
    return CellAddress(source: index, range: range)
  }

  private mutating func index(of prefix: String) -> Int {
    if let index = indices[prefix] { return index }
    if prefix.hasPrefix("#"), let index = Int32(prefix.dropFirst()) { return Int(index) }
    let file = prefix.prefix { $0 != "!" }
    let source = SourceSheet(
      file: String(file), sheet: String(prefix.dropFirst(file.count).dropFirst()))
    sources.append(source)
    indices[prefix] = sources.count - 1
    prefixes.append(prefix)
    return sources.count - 1
  }

  private static func prefix(of source: SourceSheet) -> String {
    "\(source.file)!\(source.sheet)"
  }
}
