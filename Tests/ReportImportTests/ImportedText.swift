import Foundation
import ReportImport
import ReportModel
import Spreadsheet
import XLSX
import Zip

/// What was imported, as text to compare.
enum ImportedText {
  /// The rows with the thirteen fields that a person wrote, separated by `|`.
  static func rows(_ report: Report) -> [String] {
    report.rows.map { row in
      let indicator = row.indicator
      let fields: [String?] = [
        row.sectionNumber, row.sectionName, row.goalSerial, row.goalName, row.actionName,
        row.taskName, indicator.name, indicator.unit.text, indicator.target.text,
        indicator.achieved.text, indicator.percent.text, indicator.lead.text, indicator.remark.text,
      ]
      return fields.map { $0 ?? "" }.joined(separator: "|")
    }
  }

  /// How many sections, goals, actions, tasks and indicators there are.
  static func counts(_ report: Report) -> [Int] {
    let goals = report.sections.flatMap(\.goals)
    let actions = goals.flatMap(\.actions)
    let tasks = actions.flatMap(\.tasks)
    return [
      report.sections.count, goals.count, actions.count, tasks.count,
      tasks.reduce(0) { $0 + $1.indicators.count },
    ]
  }

  /// The findings with these codes, as printed.
  static func findings(_ imported: ImportedReport, _ codes: String...) -> [String] {
    imported.findings.filter { codes.contains($0.code) }.map(\.description)
  }

  /// A header with all fields of a table.
  static let header = "序号|项目名称|工作举措|任务内容|指标名称|单位|目标值|完成值|完成率|责任单位|备注"

  /// A sheet out of texts below the header, imported.
  static func read(
    _ rows: String, header: String = header, merged: [String] = [], profile: Profile = .standard
  ) throws -> ImportedReport {
    try ReportImporter(profile: profile).importReport(
      from: .sketch(header + "\n" + rows, merged: merged), file: "a.xlsx")
  }

  /// A workbook in `samples/`.
  static func sample(_ path: String) throws -> ImportedReport {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appendingPathComponent("samples/\(path)")
    let bytes = [UInt8](try Data(contentsOf: url))
    let reader = try XLSXReader(source: MemoryByteSource(bytes), file: url.lastPathComponent)
    return try ReportImporter().importReport(
      from: reader.workbook(.values), file: url.lastPathComponent)
  }
}
