import Foundation
import ReportModel
import Spreadsheet

/// A report out of lines such as `省 > 教育 > 设备 > 电脑 > - | 台 | 2034 | 2034 | 100% | 市教育局 | 备注`:
/// a path, then unit, target, achieved, percent, lead, remark and further columns. `-` is no name,
/// `一、` before a section is its number, `3、` before a goal its serial. Neighbouring equal names are
/// one node. `{g1}` after a value puts it into a shared cell; in further rows of the cell it stands
/// alone. Every cell has an address: one row of the sheet for each line.
func diffReport(_ lines: String, columns: [String] = [], file: String = "a.xlsx") -> Report {
  var sketch = DiffSketch(file: file, columns: columns)
  for line in lines.split(separator: "\n") { sketch.append(String(line)) }
  return sketch.report
}

private struct DiffSketch {
  var report = Report()
  private var last: [String] = []
  private var row = 2
  private let parser = ValueParser()
  private let units = UnitTable()

  init(file: String, columns: [String]) {
    report.sources = [SourceSheet(file: file, sheet: "Sheet1")]
    report.extraColumns = columns
  }

  mutating func append(_ line: String) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let names = cells[0].components(separatedBy: " > ")
    appendNodes(names, from: zip(names, last).prefix { $0 == $1 }.count)
    last = names
    appendRow(names[4], Array(cells.dropFirst()))
    row += 1
  }

  private func address(_ column: Int) -> CellAddress {
    CellAddress(source: 0, cell: CellReference(row: row, column: column))
  }

  private func split(_ text: String) -> (mark: String?, name: String?) {
    let parts = text.components(separatedBy: "、")
    let name = parts.count > 1 && parts[0].count < 3 ? parts[1...].joined(separator: "、") : text
    return (name == text ? nil : parts[0], name == "-" ? nil : CleanText.display(name))
  }

  private mutating func appendNodes(_ names: [String], from depth: Int) {
    let labels = names.map(split)
    if depth < 1 {
      report.sections.append(
        .init(number: labels[0].mark, name: labels[0].name, address: address(0)))
    }
    let s = report.sections.count - 1
    if depth < 2 {
      report.sections[s].goals.append(
        .init(serial: labels[1].mark, name: labels[1].name, address: address(1)))
    }
    let g = report.sections[s].goals.count - 1
    if depth < 3 {
      report.sections[s].goals[g].actions.append(.init(name: labels[2].name, address: address(2)))
    }
    let a = report.sections[s].goals[g].actions.count - 1
    if depth < 4 {
      report.sections[s].goals[g].actions[a].tasks.append(
        .init(name: labels[3].name, address: address(3)))
    }
  }

  private mutating func appendRow(_ name: String, _ values: [String]) {
    func text(_ column: Int) -> String { column < values.count ? values[column] : "" }
    func field(_ column: Int) -> TextField {
      let raw = text(column)
      return TextField(
        raw: raw, text: parser.isPlaceholder(raw) ? "" : CleanText.display(raw),
        address: address(column + 5))
    }
    var row = Report.Indicator(name: name == "-" ? nil : CleanText.display(name))
    row.row = address(4)
    row.unit = UnitField(
      raw: text(0), text: CleanText.display(text(0)), unit: units.unit(text(0)),
      address: address(5))
    row.target = measure(text(1), .target, unit: row.unit.unit, address(6))
    row.achieved = measure(text(2), .achieved, unit: row.unit.unit, address(7))
    row.percent = measure(text(3), .percent, unit: nil, address(8))
    row.lead = field(4)
    row.remark = field(5)
    for (index, header) in report.extraColumns.enumerated() where !text(6 + index).isEmpty {
      let extra = field(6 + index)
      row.extras.append(
        ExtraField(header: header, raw: extra.raw, text: extra.text, address: extra.address))
    }
    let s = report.sections.count - 1
    let g = report.sections[s].goals.count - 1
    let a = report.sections[s].goals[g].actions.count - 1
    let t = report.sections[s].goals[g].actions[a].tasks.count - 1
    report.sections[s].goals[g].actions[a].tasks[t].indicators.append(row)
  }

  private mutating func measure(
    _ text: String, _ field: MeasureField, unit: ReportModel.Unit?, _ address: CellAddress
  ) -> Measure {
    let parts = text.components(separatedBy: "{")
    let raw = parts[0]
    let (clean, value) = parser.read(raw, unit: unit)
    var measure = Measure(raw: raw, text: clean, value: value, address: address)
    guard parts.count > 1 else { return measure }
    let id = String(parts[1].dropLast())
    measure.group = id
    if let index = report.groups.firstIndex(where: { $0.id == id }) {
      if !report.groups[index].fields.contains(field) {
        report.groups[index].fields.append(field)
      } else if report.groups[index].fields.first == field {
        report.groups[index].size += 1
      }
    } else {
      report.groups.append(
        .init(id: id, size: 1, fields: [field], evidence: .merge, address: address))
    }
    return measure
  }
}
