import Spreadsheet
import Testing
import XLSX
import Zip

/// Reads files in every way there is and tells what came of each.
enum AttackRunner {
  /// What came of a file: the line of a refusal, or cells and findings.
  struct Result {
    var refusal: XLSXError?
    var cells: [String] = []
    var findings: [Diagnostic] = []
  }

  /// Streams the rows of every sheet.
  static func streamed(
    _ bytes: [UInt8], limits: ReadLimits = ReadLimits(), parser: ParserChoice = .automatic
  ) throws -> Result {
    var result = Result()
    do {
      let reader = try XLSXReader(
        source: MemoryByteSource(bytes), file: "a.xlsx", limits: limits, parser: parser)
      for (index, sheet) in reader.sheets.enumerated() {
        var cells: [String] = []
        try reader.readRows(ofSheetAt: index, restarted: { cells = [] }) { row in
          for cell in row.cells {
            var line = "\(sheet.name)!\(row.reference(of: cell)) \(cell.kind)"
            let text = row.string(of: cell)
            if !text.isEmpty { line += " " + text }
            if let formula = row.formula(of: cell) { line += " =" + formula }
            cells.append(line)
          }
        }
        result.cells += cells
        result.cells += try reader.mergedRanges(ofSheetAt: index).map {
          "\(sheet.name)!merged \($0)"
        }
      }
      result.findings = reader.findings
    } catch let error as XLSXError {
      result = Result(refusal: error)
    }
    return result
  }

  /// Reads the whole workbook as a value.
  static func whole(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) -> Result {
    do throws(XLSXError) {
      return try wholeOrThrow(bytes, limits: limits)
    } catch {
      return Result(refusal: error)
    }
  }

  private static func wholeOrThrow(
    _ bytes: [UInt8], limits: ReadLimits
  ) throws(XLSXError) -> Result {
    var result = Result()
    let reader = try XLSXReader(source: MemoryByteSource(bytes), file: "a.xlsx", limits: limits)
    let workbook = try reader.workbook()
    for sheet in workbook.sheets {
      for row in sheet.rows {
        for cell in row.cells {
          let place = CellReference(row: row.index, column: cell.column)
          result.cells.append("\(sheet.name)!\(place)\(spelled(cell))")
        }
      }
      result.cells += sheet.mergedRanges.map { "\(sheet.name)!merged \($0)" }
    }
    result.findings = reader.findings
    return result
  }

  private static func spelled(_ cell: Cell) -> String {
    var line: String
    switch cell.value {
    case .empty: line = " empty"
    case .number(let value): line = " number \(value)"
    case .string(let text): line = " string" + (text.isEmpty ? "" : " " + text)
    case .boolean(let value): line = " boolean \(value ? 1 : 0)"
    case .error(let text): line = " error " + text
    }
    if let formula = cell.formula { line += " =" + formula }
    return line
  }

  /// Whether two lists of cells say the same, numbers compared as numbers.
  static func agree(_ one: [String], _ other: [String]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { left, right in
        if left == right { return true }
        let (a, b) = (left.split(separator: " "), right.split(separator: " "))
        guard a.count >= 3, a.count == b.count, a[1] == "number", a[1] == b[1], a[0] == b[0] else {
          return false
        }
        return Double(a[2]) == Double(b[2]) && a[3...] == b[3...]
      }
  }

  /// Runs an attack and records an issue where anything but its outcome comes of it.
  static func check(_ attack: Attack) throws {
    let streamed = try streamed(attack.bytes, limits: attack.limits)
    let parsed = try self.streamed(attack.bytes, limits: attack.limits, parser: .libxml2)
    let whole = whole(attack.bytes, limits: attack.limits)
    switch attack.outcome {
    case .refused(let code, let words):
      for (way, result) in [("streamed", streamed), ("parsed", parsed), ("whole", whole)] {
        let refusal = try #require(
          result.refusal, "\(way): read as \(result.cells.prefix(5)) \(result.findings.prefix(3))")
        #expect(refusal.code.hasPrefix(code), "\(way): \(refusal)")
        #expect(words.isEmpty || "\(refusal)".contains(words), "\(way): \(refusal)")
        #expect("\(refusal)".utf8.count <= 500 + "a.xlsx".utf8.count, "\(way): \(refusal)")
        #expect(!"\(refusal)".contains("\n"), "\(way): \(refusal)")
      }
    case .cells(let cells, let findings):
      #expect(streamed.refusal == nil, "\(streamed.refusal.map(String.init(describing:)) ?? "")")
      #expect(whole.refusal == nil, "\(whole.refusal.map(String.init(describing:)) ?? "")")
      #expect(streamed.cells == cells)
      #expect(parsed.cells == cells, "parsed by libxml2")
      #expect(Set(parsed.findings.map(\.code)) == findings, "\(parsed.findings.prefix(3))")
      #expect(agree(whole.cells, cells), "whole: \(whole.cells.prefix(10))")
      #expect(Set(streamed.findings.map(\.code)) == findings, "\(streamed.findings.prefix(3))")
      #expect(findings.isSubset(of: Set(whole.findings.map(\.code))), "\(whole.findings.prefix(3))")
    }
  }
}
