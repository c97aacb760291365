import ReportModel
import Spreadsheet

/// Brings findings to the rows that they are about: by the identity of the row, else by its cells.
struct TidyFindings {
  private var codes: [Int: [String]] = [:]

  init(_ findings: [Diagnostic], report: Report, rowIDs: [String]) {
    guard !findings.isEmpty else { return }
    var byID: [String: Int] = [:]
    var byPlace: [Place: [Int]] = [:]
    var number = 0
    report.forEachRow { row in
      byID[rowIDs[number]] = number
      let location = report.location(of: row.indicator.row)
      if let range = location.range {
        let place = Place(file: location.file, sheet: location.sheet, row: range.first.row)
        byPlace[place, default: []].append(number)
      }
      number += 1
    }
    for finding in findings.sorted() {
      if let id = finding.rowID, let row = byID[id] {
        add(finding.code, to: row)
        continue
      }
      // A finding over a whole column is about the table, not about each of its rows.
      guard let range = finding.location.range, range.rows.count <= 64 else { continue }
      for index in range.rows {
        let place = Place(
          file: finding.location.file, sheet: finding.location.sheet, row: index)
        for row in byPlace[place] ?? [] { add(finding.code, to: row) }
      }
    }
  }

  func text(ofRow number: Int) -> String {
    codes[number]?.joined(separator: ";") ?? ""
  }

  private mutating func add(_ code: String, to row: Int) {
    if codes[row]?.contains(code) != true { codes[row, default: []].append(code) }
  }

  private struct Place: Hashable {
    let file, sheet: String?
    let row: Int
  }
}
