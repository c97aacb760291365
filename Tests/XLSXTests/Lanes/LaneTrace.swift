import Spreadsheet
@testable import XLSX
import Zip

/// All that a caller can learn from a workbook, as text, read by one parser or the other.
struct LaneTrace: Equatable {
  var lines: [String] = []
  var lanes: [PartLane] = []

  static func == (left: Self, right: Self) -> Bool { left.lines == right.lines }

  /// Reads everything; an error ends a sheet and is a line.
  init(
    _ bytes: [UInt8], _ choice: ParserChoice, limits: ReadLimits = ReadLimits(),
    isStreamed: Bool = false
  ) {
    do {
      let reader = try XLSXReader(
        source: MemoryByteSource(bytes), file: "a.xlsx", limits: limits, parser: choice)
      if isStreamed { reader.wholeSize = 0 }
      for index in reader.sheets.indices {
        lines.append("sheet \(reader.sheets[index].name)")
        read(reader, index)
      }
      lines += reader.findings.map(\.description)
      lanes = reader.lanes
    } catch {
      lines.append("\(error)")
    }
  }

  private mutating func read(_ reader: XLSXReader, _ index: Int) {
    final class Log { var lines: [String] = [] }
    let log = Log()
    defer { lines += log.lines }
    do {
      try reader.readRows(
        ofSheetAt: index, restarted: { log.lines.append("restarted") },
        { row in
          log.lines.append("row \(row.index) \(row.isHidden) \(row.height ?? -1)")
          for cell in row.cells {
            log.lines.append(
              "\(row.reference(of: cell)) \(cell.style) \(cell.kind) \(row.string(of: cell))"
                + (row.formula(of: cell).map { " =" + $0 } ?? ""))
          }
        })
      let outline = try reader.outline(ofSheetAt: index)
      log.lines.append("\(outline.mergedRanges) \(outline.features)")
    } catch {
      log.lines.append("\(error)")
    }
  }
}
