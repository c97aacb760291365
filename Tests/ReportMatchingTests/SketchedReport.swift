import Foundation
import ReportModel

/// A report out of lines such as `省 > 教育 > 设备 > 电脑 > - | 台 | 2034 | 2034 | 100% | 市教育局 | 备注`:
/// a path, then unit, target, achieved, percent, lead and remark. `-` is no name, `一、` before a
/// section is its number, `3、` before a goal its serial. Neighbouring equal names are one node.
func report(_ lines: String) -> Report {
  var report = Report()
  var last: [String] = []
  for line in lines.split(separator: "\n") {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let names = cells[0].components(separatedBy: " > ")
    let depth = zip(names, last).prefix { $0 == $1 }.count
    append(names, from: depth, values: Array(cells.dropFirst()), to: &report)
    last = names
  }
  return report
}

private func append(_ names: [String], from depth: Int, values: [String], to report: inout Report) {
  func split(_ text: String) -> (mark: String?, name: String?) {
    let parts = text.components(separatedBy: "、")
    let name = parts.count > 1 && parts[0].count < 3 ? parts[1...].joined(separator: "、") : text
    return (name == text ? nil : parts[0], name == "-" ? nil : name)
  }
  if depth < 1 {
    report.sections.append(.init(number: split(names[0]).mark, name: split(names[0]).name))
  }
  let s = report.sections.count - 1
  if depth < 2 {
    report.sections[s].goals.append(.init(serial: split(names[1]).mark, name: split(names[1]).name))
  }
  let g = report.sections[s].goals.count - 1
  if depth < 3 { report.sections[s].goals[g].actions.append(.init(name: split(names[2]).name)) }
  let a = report.sections[s].goals[g].actions.count - 1
  if depth < 4 {
    report.sections[s].goals[g].actions[a].tasks.append(.init(name: split(names[3]).name))
  }
  let t = report.sections[s].goals[g].actions[a].tasks.count - 1
  var row = Report.Indicator(name: names[4] == "-" ? nil : names[4])
  func text(_ column: Int) -> String { column < values.count ? values[column] : "" }
  row.unit = UnitField(raw: text(0), text: text(0))
  row.target = measure(text(1))
  row.achieved = measure(text(2))
  row.percent = measure(text(3))
  row.lead = TextField(raw: text(4), text: text(4))
  row.remark = TextField(raw: text(5), text: text(5))
  report.sections[s].goals[g].actions[a].tasks[t].indicators.append(row)
}

private func measure(_ text: String) -> Measure {
  if text.isEmpty { return Measure() }
  if text.hasSuffix("%"), let points = Decimal(string: String(text.dropLast())) {
    return Measure(raw: text, text: text, value: .percent(points))
  }
  if text.allSatisfy({ $0.isNumber || $0 == "." }), let number = Decimal(string: text) {
    return Measure(raw: text, text: text, value: .number(number))
  }
  return Measure(raw: text, text: text, value: .text(text, .other))
}
