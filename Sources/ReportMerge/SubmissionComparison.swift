import FoundationEssentials
import ReportMatching
import ReportModel
import Spreadsheet

/// The comparison of one submission with the plan, row by row and field by field.
struct SubmissionComparison {
  let merger: ReportMerger
  let report: Report
  let unit: Int
  /// Whether only the unit's own rows are looked at: of a list that several units share.
  let ownRowsOnly: Bool

  let matching: NodeMatching
  var extracted: SubmissionExtract
  private let columns: SubmittedColumns
  private(set) var partners: [(planRow: Int, indicator: Report.Indicator)] = []

  init(
    merger: ReportMerger, report: Report, unit: Int, extract: SubmissionExtract,
    ownRowsOnly: Bool = false, matching: NodeMatching? = nil
  ) {
    self.merger = merger
    self.report = report
    self.unit = unit
    self.ownRowsOnly = ownRowsOnly
    self.matching = matching ?? merger.plan.match(report)
    columns = SubmittedColumns(report)
    extracted = extract
    extracted.unit = unit
    extracted.unitName = merger.plan.units.names[unit]
    extracted.sources = report.sources
  }

  /// Tells that the unit was recognized by likeness.
  mutating func noteLikelyUnit(_ name: String) {
    let known = merger.plan.units.names[unit]
    extracted.findings.append(
      Diagnostic(
        .info, code: "UNIT_ASSUMED", at: SourceLocation(file: extracted.file),
        "“\(name)” is taken for \(known)", zh: "“\(name)”按“\(known)”处理"))
  }

  /// Runs the comparison.
  func extract() -> SubmissionExtract {
    var run = self
    run.compare()
    return run.extracted
  }

  private mutating func compare() {
    var inserted: [Int] = []
    var present: Set<Int> = []
    // Rows of other units make a file the whole template; only such that are named as in the plan
    // count, and only then may a likely row be another unit's.
    let isWhole = matching.rowPairs.contains { !owns($0.left) && isNamedAlike($0.left) }
    var number = 0
    report.forEachIndicator { indicator in
      defer { number += 1 }
      guard let planRow = matching.partner(ofRightRow: number),
        owns(planRow) || isNamedAlike(planRow) || isWhole
      else {
        inserted.append(matching.right.node(ofRow: number))
        return
      }
      present.insert(planRow)
      partners.append((planRow, copy indicator))
    }
    partners.sort { $0.planRow < $1.planRow }
    for (planRow, indicator) in partners {
      if owns(planRow) {
        extracted.ownRows.append(Int32(planRow))
        compareOwn(planRow, indicator)
      } else if !ownRowsOnly {
        compareForeign(planRow, indicator)
      }
    }
    collectSharedCells()
    if ownRowsOnly { return }
    compareNames(present)
    if isWhole { reportDeletedRows(present) }
    for node in inserted { reportInserted(report.row(at: matching.right.nodes[node].index), node) }
  }

  func owns(_ planRow: Int) -> Bool {
    merger.plan.units.owners[planRow].contains(unit)
  }

  /// Whether a row and its partner are called the same, not only alike.
  private func isNamedAlike(_ planRow: Int) -> Bool {
    let node = matching.left.node(ofRow: planRow)
    guard matching.score(ofLeft: node) == nil else { return false }
    return matching.left.nodes[node].name != nil
      || matching.score(ofLeft: matching.left.nodes[node].parent) == nil
  }

  // MARK: - Rows

  private mutating func compareOwn(_ planRow: Int, _ row: Report.Indicator) {
    let before = merger.plan.indicator(planRow)
    let equality = merger.equality
    let hasOtherUnit =
      !row.unit.isBlank && !before.unit.isBlank && !equality.same(before.unit, row.unit)
    if !row.unit.isBlank, before.unit.isBlank {
      addForeign(planRow, .unit, .unit(row.unit), before)
    }
    compareTarget(planRow, row, before, hasOtherUnit: hasOtherUnit)
    compareLead(planRow, row, before)
    for field in MergeField.results {
      compareResult(planRow, field, row, before, hasOtherUnit: hasOtherUnit)
    }
    compareExtras(planRow, row, before)
  }

  private mutating func compareResult(
    _ planRow: Int, _ field: MergeField, _ row: Report.Indicator, _ before: Report.Indicator,
    hasOtherUnit: Bool
  ) {
    let content = row.content(of: field)
    let planned = before.content(of: field)
    let isUnitChange = field == .achieved && hasOtherUnit
    if content.text.isEmpty, !isUnitChange {
      let isShared = row.isShared(field)
      if planned.text.isEmpty || isShared || !columns.has(field, at: content.address) {
        confirm(planRow, field, content, isVerbatim: planned.text.isEmpty)
      } else {
        state(planRow, field, content, nil)
      }
      return
    }
    if isUnitChange {
      let detail = "单位由“\(before.unit.text)”改为“\(row.unit.text)”"
      return state(planRow, field, content, .unitMismatch(detail: detail))
    }
    if merger.equality.same(content, planned, field: field) {
      return confirm(planRow, field, content, isVerbatim: content.text == planned.text)
    }
    state(planRow, field, content, flaw(field, row, before))
  }

  private func flaw(
    _ field: MergeField, _ row: Report.Indicator, _ before: Report.Indicator
  ) -> SubmissionExtract.Statement.Flaw? {
    guard field != .remark, case .measure(let measure) = row.content(of: field) else { return nil }
    if case .text = measure.value, before.wantsNumber(in: field, given: measure.text) {
      return .notANumber
    }
    guard field == .achieved else { return nil }
    let factor = ScaleSlip.factor(
      achieved: row.achieved, percent: row.percent, target: before.target, unit: before.unit.unit,
      scales: merger.scales(of: before.unit.unit))
    return factor.map {
      .unitMismatch(
        detail: $0 > 1
          ? "数值约为应填数的\($0)倍（单位：\(before.unit.text)）"
          : "数值约为应填数的1/\(1 / $0)（单位：\(before.unit.text)）")
    }
  }

  private mutating func state(
    _ planRow: Int, _ field: MergeField, _ content: MergeContent,
    _ flaw: SubmissionExtract.Statement.Flaw?
  ) {
    extracted.statements.append(
      .init(row: Int32(planRow), field: field, content: content, flaw: flaw))
  }

  private mutating func confirm(
    _ planRow: Int, _ field: MergeField, _ content: MergeContent, isVerbatim: Bool
  ) {
    extracted.confirmations.append(
      .init(
        row: Int32(planRow), field: field, address: content.address, isVerbatim: isVerbatim,
        isBlank: content.text.isEmpty))
  }

  private mutating func compareForeign(_ planRow: Int, _ row: Report.Indicator) {
    let before = merger.plan.indicator(planRow)
    let hasOtherUnit = !row.unit.isBlank && !merger.equality.same(before.unit, row.unit)
    if hasOtherUnit { addForeign(planRow, .unit, .unit(row.unit), before) }
    compareTarget(planRow, row, before, hasOtherUnit: hasOtherUnit)
    compareLead(planRow, row, before)
    for field in MergeField.results {
      let content = row.content(of: field)
      guard !content.text.isEmpty,
        !merger.equality.same(content, before.content(of: field), field: field)
      else { continue }
      addForeign(planRow, field, content, before)
    }
  }

  private mutating func compareTarget(
    _ planRow: Int, _ row: Report.Indicator, _ before: Report.Indicator, hasOtherUnit: Bool
  ) {
    if row.target.isBlank {
      guard !before.target.isBlank, !row.isShared(.target), row.target.address != nil,
        columns.hasValues(.target)
      else { return }
    } else if merger.equality.same(row.target, before.target) {
      return
    } else if hasOtherUnit,
      merger.equality.same(row.target, in: row.unit.unit, before.target, in: before.unit.unit)
    {
      return
    }
    addForeign(planRow, .target, .measure(row.target), before)
  }

  private mutating func compareLead(
    _ planRow: Int, _ row: Report.Indicator, _ before: Report.Indicator
  ) {
    guard !row.lead.isBlank, columns.isWritten(row.lead, in: report),
      !merger.equality.sameLead(row.lead.text, before.lead.text)
    else { return }
    addForeign(planRow, .lead, .text(row.lead), before)
  }

  private mutating func addForeign(
    _ planRow: Int, _ field: MergeField, _ content: MergeContent, _ before: Report.Indicator
  ) {
    var conflict = MergeConflict(
      .notOwner, path: merger.plan.paths[planRow], field: field, unit: extracted.unitName,
      file: extracted.file)
    conflict.row = planRow
    conflict.values = [
      value(content), merger.planValue(before.content(of: field)),
    ]
    extracted.conflicts.append(conflict)
  }

  func value(_ content: MergeContent) -> MergeValue {
    var value = MergeValue(
      value: content.text.isEmpty ? nil : content.text,
      location: extracted.location(of: content.address))
    value.content = content
    return value
  }

  private mutating func compareExtras(
    _ planRow: Int, _ row: Report.Indicator, _ before: Report.Indicator
  ) {
    for extra in row.extras where !extra.text.isEmpty {
      let planned = before.extras.first { $0.header == extra.header }
      if CleanText.key(planned?.text ?? "") == CleanText.key(extra.text) { continue }
      extracted.findings.append(
        Diagnostic(
          .info, code: "EXTRA_NOT_MERGED", at: extracted.location(of: extra.address),
          "“\(extra.header)” is no result of the unit; the plan's value stays",
          zh: "“\(extra.header)”不属于填报结果，保留计划表的内容", expected: planned?.text,
          actual: extra.text))
    }
  }
}

extension ReportMerger {
  /// A value of the plan with its place.
  func planValue(_ content: MergeContent) -> MergeValue {
    MergeValue(
      value: content.text.isEmpty ? nil : content.text,
      location: plan.location(of: content.address), isPlan: true)
  }
}

extension Report.Indicator {
  /// Whether a field takes its value from a cell that several rows share.
  func isShared(_ field: MergeField) -> Bool {
    switch field {
    case .target: target.group != nil
    case .achieved: achieved.group != nil
    case .percent: percent.group != nil
    case .name, .unit, .lead, .remark: false
    }
  }

  /// Whether words are out of place in a field: the target is a number, or a bound and the words
  /// hold figures.
  func wantsNumber(in field: MergeField, given text: String) -> Bool {
    if field == .percent { return true }
    switch target.value {
    case .number, .percent: return true
    case .bound: return text.unicodeScalars.contains { $0.properties.numericType != nil }
    case .empty, .compound, .text: return false
    }
  }
}
