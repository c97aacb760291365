import ReportModel
import Spreadsheet

/// Tells serials of goals from running numbers of rows.
enum SerialColumn {
  /// Where 序号 counts the rows of a flat table it says nothing about goals: it is taken out.
  static func clearRowNumbers(
    _ rows: inout [ImportedRow], findings: inout ImportFindings, sources: [SourceSheet]
  ) {
    var counted = 0
    var kept = 0
    for index in rows.indices.dropLast() {
      guard rows[index].printsSerial, rows[index + 1].printsSerial,
        let name = rows[index].goal?.text, rows[index + 1].goal?.text == name,
        let one = rows[index].serial, let other = rows[index + 1].serial
      else { continue }
      if let first = Int(one), let second = Int(other), second == first + 1 {
        counted += 1
      } else {
        kept += 1
      }
    }
    guard counted >= 2, kept == 0, isRunning(rows) else { return }
    for index in rows.indices { rows[index].serial = nil }
    let sheet = rows.first?.indicator.row.flatMap { address in
      sources.indices.contains(Int(address.source)) ? sources[Int(address.source)].sheet : nil
    }
    findings.add(
      .info, "SERIAL_OF_ROWS", sheet: sheet,
      "the numbers count the rows, not the goals; they are not kept",
      zh: "序号为行号而非项目序号，未保留")
  }

  /// Whether every row has a number of its own that goes up by one or begins again.
  private static func isRunning(_ rows: [ImportedRow]) -> Bool {
    var breaks = 0
    for index in rows.indices.dropLast() {
      guard rows[index + 1].printsSerial, let one = rows[index].serial.flatMap({ Int($0) }),
        let other = rows[index + 1].serial.flatMap({ Int($0) })
      else { return false }
      if other == one + 1 { continue }
      if other != 1 { return false }
      breaks += 1
    }
    return breaks * 5 <= rows.count
  }
}
