import ReportModel
import Spreadsheet

/// ACHIEVED_MISSING, TARGET_MISSING, LEAD_MISSING, UNIT_MISSING, PCT_MISSING.
///
/// What no row of the table has is told once, not in every row.
struct CompletenessRules {
  private let context: CheckContext

  private struct Field {
    let code: String
    let severity: Diagnostic.Severity
    let name, nameZh: String
    let isMissing: (CheckRow) -> Bool
    let address: (Report.Indicator) -> CellAddress?
  }

  init(_ context: CheckContext) { self.context = context }

  func check(into findings: inout CheckFindings) {
    for field in Self.fields { check(field, into: &findings) }
  }

  private func check(_ field: Field, into findings: inout CheckFindings) {
    let missing = context.rows.filter(field.isMissing)
    // A column that is not there at all is asked for only where a table cannot do without it.
    let isColumn = context.rows.contains { field.address($0.indicator) != nil }
    if !isColumn, field.code == "PCT_MISSING" { return }
    if missing.count == context.rows.count, missing.count > 3 {
      // Some forms have no column for the responsible unit by design.
      let isForm = field.code == "LEAD_MISSING" && !isColumn
      findings.add(
        isForm ? .warning : field.severity, field.code, at: nil,
        "no row of the table has \(field.name)", zh: "全表缺\(field.nameZh)")
      return
    }
    for row in missing {
      findings.add(
        field.severity, field.code, row, at: field.address(row.indicator),
        "\(field.name) is missing", zh: "缺\(field.nameZh)")
    }
  }

  private static var fields: [Field] {
    [
      Field(
        code: "ACHIEVED_MISSING", severity: .error, name: "what was achieved", nameZh: "已完成数",
        isMissing: { row in
          row.indicator.achieved.isBlank && row.indicator.achieved.group == nil
            && !row.audit.isSharedByArithmetic && !row.isNotApplicable
        }, address: \.achieved.address),
      Field(
        code: "TARGET_MISSING", severity: .error, name: "the target", nameZh: "指标任务",
        isMissing: { row in
          row.indicator.target.isBlank && row.indicator.target.group == nil && !row.isNotApplicable
        }, address: \.target.address),
      Field(
        code: "LEAD_MISSING", severity: .error, name: "the responsible unit", nameZh: "牵头责任单位",
        isMissing: { $0.indicator.lead.isBlank }, address: \.lead.address),
      Field(
        code: "UNIT_MISSING", severity: .warning, name: "the unit of measure", nameZh: "计量单位",
        isMissing: { row in
          guard row.indicator.unit.isBlank, case .number = row.indicator.target.value else {
            return false
          }
          // 2034台 states its unit itself, and 失业率（%） in its name.
          return MeasureWord.isBareNumber(row.indicator.target.raw) && !row.namesUnit
        }, address: \.unit.address),
      Field(
        code: "PCT_MISSING", severity: .warning, name: "the percent", nameZh: "占任务数",
        isMissing: { row in
          guard row.audit.verdict == .missing, row.indicator.percent.group == nil,
            !row.indicator.target.isBlank || !row.indicator.achieved.isBlank
          else { return false }
          // Where less is better a percent is often left out on purpose.
          return !row.isLessBetter
        }, address: \.percent.address),
    ]
  }
}

extension CheckRow {
  /// Whether the name ends with the unit in brackets: 城镇新增就业（人）.
  fileprivate var namesUnit: Bool {
    let name = indicator.name ?? taskName ?? ""
    guard name.hasSuffix("）") || name.hasSuffix(")"),
      let open = name.lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return false }
    let unit = name[name.index(after: open)...].dropLast()
    return unit.count <= 6 && UnitTable().isKnown(String(unit))
  }
}
