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
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      guard let name = upper.goal?.text, lower.goal?.text == name, lower.printsSerial,
        upper.printsSerial, let one = upper.serial, let other = lower.serial
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
    for (upper, lower) in zip(rows, rows.dropFirst()) {
      guard lower.printsSerial, let one = upper.serial.flatMap({ Int($0) }),
        let other = lower.serial.flatMap({ Int($0) })
      else { return false }
      if other == one + 1 { continue }
      if other != 1 { return false }
      breaks += 1
    }
    return breaks * 5 <= rows.count
  }
}
