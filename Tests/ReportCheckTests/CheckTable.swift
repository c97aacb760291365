import Foundation
import ReportCheck
import ReportModel
import Spreadsheet

/// Makes reports out of lines of text, with an address for every field: row 1 of `a.xlsx` holds the
/// first line, and the columns are those of the line.
enum CheckTable {
  static func report(_ text: String) -> Report {
    let parser = ValueParser()
    let units = UnitTable()
    var report = Report()
    report.sources = [SourceSheet(file: "a.xlsx", sheet: "Sheet1")]
    for (row, line) in text.split(separator: "\n").enumerated() {
      var fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      fields += Array(repeating: "", count: max(0, 13 - fields.count))
      func address(_ column: Int) -> CellAddress {
        CellAddress(source: 0, cell: CellReference(row: row, column: column))
      }
      func measure(_ column: Int) -> Measure {
        let read = parser.read(fields[column])
        return Measure(
          raw: fields[column], text: read.text, value: read.value, address: address(column))
      }
      func name(_ column: Int) -> String? { fields[column].isEmpty ? nil : fields[column] }
      var indicator = Report.Indicator(name: name(6))
      indicator.nameAddress = name(6) == nil ? nil : address(6)
      indicator.unit = UnitField(
        raw: fields[7], text: fields[7], unit: units.unit(fields[7]), address: address(7))
      indicator.target = measure(8)
      indicator.achieved = measure(9)
      indicator.percent = measure(10)
      indicator.lead = TextField(
        raw: fields[11], text: CleanText.display(fields[11]), address: address(11))
      indicator.remark = TextField(raw: fields[12], text: fields[12], address: address(12))
      indicator.row = CellAddress(
        source: 0, range: CellRange(rows: row...row, columns: 0...12))
      if report.sections.last?.name != name(1) || report.sections.isEmpty {
        report.sections.append(.init(number: name(0), name: name(1), address: address(1)))
      }
      let s = report.sections.count - 1
      if report.sections[s].goals.last?.name != name(3)
        || report.sections[s].goals.last?.serial != name(2) || report.sections[s].goals.isEmpty
      {
        report.sections[s].goals.append(.init(serial: name(2), name: name(3), address: address(3)))
      }
      let g = report.sections[s].goals.count - 1
      if report.sections[s].goals[g].actions.last?.name != name(4)
        || report.sections[s].goals[g].actions.isEmpty
      {
        report.sections[s].goals[g].actions.append(.init(name: name(4), address: address(4)))
      }
      let a = report.sections[s].goals[g].actions.count - 1
      if report.sections[s].goals[g].actions[a].tasks.last?.name != name(5)
        || report.sections[s].goals[g].actions[a].tasks.isEmpty
      {
        report.sections[s].goals[g].actions[a].tasks.append(
          .init(name: name(5), address: address(5)))
      }
      let t = report.sections[s].goals[g].actions[a].tasks.count - 1
      report.sections[s].goals[g].actions[a].tasks[t].indicators.append(indicator)
    }
    return report
  }

  /// `CODE@CELL` for each finding on the lines, META_MISSING aside.
  static func findings(_ text: String, profile: Profile = .standard) -> [String] {
    codes(ReportChecker(profile: profile).findings(in: report(text)))
  }

  static func codes(_ findings: [Diagnostic]) -> [String] {
    findings.filter { $0.code != "META_MISSING" }.map { finding in
      let letter: String =
        switch finding.severity {
        case .error: "E"
        case .warning: "W"
        case .info: "I"
        }
      return "\(letter) \(finding.code)@\(finding.location.range?.description ?? "")"
    }
  }
}
