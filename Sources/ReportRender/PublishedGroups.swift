import ReportModel
import Spreadsheet

/// The rows of the groups, field by field: what the published form merges.
struct PublishedGroups {
  struct Merge {
    let column: PublishedColumn
    let rows: ClosedRange<Int>
  }

  private struct Key: Hashable {
    let group: String
    let field: MeasureField
  }

  private var rows: [Key: [Int]] = [:]
  private var order: [Key] = []

  mutating func add(_ indicator: Report.Indicator, row: Int) {
    add(indicator.target.group, .target, row)
    add(indicator.achieved.group, .achieved, row)
    add(indicator.percent.group, .percent, row)
  }

  private mutating func add(_ group: String?, _ field: MeasureField, _ row: Int) {
    guard let group else { return }
    let key = Key(group: group, field: field)
    if rows[key] == nil { order.append(key) }
    rows[key, default: []].append(row)
  }

  /// The ranges to merge; a group whose rows are not neighbours is a finding.
  func merges(in report: Report, findings: inout [Diagnostic]) -> [Merge] {
    var merges: [Merge] = []
    for key in order {
      guard let rows = rows[key], let first = rows.first, let last = rows.last, first < last else {
        continue
      }
      guard last - first + 1 == rows.count else {
        let group = report.groups.first { $0.id == key.group }
        findings.append(
          Diagnostic(
            .warning, code: "GROUP_NOT_ADJACENT", at: report.location(of: group?.address),
            "the rows of group \(key.group) are not neighbours; their shared cell is not merged",
            zh: "共用数据的各行（\(key.group)）不相邻，未合并单元格"))
        continue
      }
      let column: PublishedColumn =
        switch key.field {
        case .target: .target
        case .achieved: .achieved
        case .percent: .percent
        }
      merges.append(Merge(column: column, rows: first...last))
    }
    return merges
  }
}
