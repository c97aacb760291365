import ReportMatching
import ReportModel
import Spreadsheet

/// A part of a submission that one unit filled in: the whole file as a rule, or some of its sheets or
/// rows.
struct SubmissionPart {
  /// Who filled it in.
  enum Sender: Hashable {
    /// A unit of the plan; likely ones are told to the user.
    case known(Int, isLikely: Bool, name: String)
    /// Nobody who owns a row of the plan.
    case unknown(name: String?, address: CellAddress?)
    /// Each row belongs to the units that the plan names for it: a list put together by somebody.
    case byRow
  }

  var sender: Sender
  var report: Report
  /// How the report and the plan were matched, where the sender was found by that.
  var matching: NodeMatching?
}

/// Finds out who sent which part of a file.
struct SenderRecognition {
  let plan: PlanIndex

  /// The parts of a file.
  func parts(of report: Report, file: String) -> [SubmissionPart] {
    let stated = statements(in: report)
    let senders = Set(stated.values.map(\.name).map { plan.units.organizations.key(of: $0) })
    if senders.count > 1 { return partsBySheet(report, stated: stated) }
    if let one = stated.values.sorted(by: { $0.order < $1.order }).first ?? statedAnywhere(report) {
      return wholeOrRepeated(report, sender: sender(named: one.name, address: one.address))
    }
    let named = plan.units.units(inFileName: file)
    if named.count == 1 {
      return wholeOrRepeated(report, sender: known(named[0]))
    }
    if named.isEmpty, let name = plan.units.organization(inFileName: file) {
      return [SubmissionPart(sender: sender(named: name, address: nil), report: report)]
    }
    let sheets = sheetUnits(of: report)
    if sheets.count > 1 {
      return partsBySheet(report, stated: [:])
    }
    return [partByRows(report)]
  }

  // MARK: - Lines that name the unit

  private struct Stated: Hashable {
    var name: String
    var address: CellAddress?
    var order: Int
  }

  /// What 填报单位 says on each sheet.
  private func statements(in report: Report) -> [Int32: Stated] {
    var result: [Int32: Stated] = [:]
    for (order, entry) in report.meta.enumerated() where Self.namesUnit(entry.label) {
      guard let source = entry.address?.source, !entry.value.isEmpty, result[source] == nil else {
        continue
      }
      result[source] = Stated(name: entry.value, address: entry.address, order: order)
    }
    return result
  }

  private func statedAnywhere(_ report: Report) -> Stated? {
    guard let name = report.submittingUnit, !name.isEmpty else { return nil }
    let entry = report.meta.first { Self.namesUnit($0.label) }
    return Stated(name: name, address: entry?.address, order: 0)
  }

  private static func namesUnit(_ label: String) -> Bool {
    let key = CleanText.key(label)
    return key == "填报单位" || key == "报送单位" || key == "上报单位" || key == "填报部门"
  }

  private func sender(named name: String, address: CellAddress?) -> SubmissionPart.Sender {
    // 填报单位：市交通局、市水利局 is no one unit; each row then says whose it is.
    let names = plan.units.organizations.names(in: name)
    if names.count > 1, names.allSatisfy({ plan.units.unit(named: $0) != nil }) { return .byRow }
    guard let found = plan.units.unit(named: name) else {
      return .unknown(name: CleanText.display(name), address: address)
    }
    return .known(found.unit, isLikely: found.isLikely, name: CleanText.display(name))
  }

  private func known(_ unit: Int) -> SubmissionPart.Sender {
    .known(unit, isLikely: false, name: plan.units.names[unit])
  }

  // MARK: - Sheets

  /// The units that sheets are named after.
  private func sheetUnits(of report: Report) -> [Int32: Int] {
    var result: [Int32: Int] = [:]
    for (source, sheet) in report.sources.enumerated() {
      if let found = plan.units.unit(named: sheet.sheet), !found.isLikely {
        result[Int32(source)] = found.unit
      }
    }
    return result
  }

  private func partsBySheet(_ report: Report, stated: [Int32: Stated]) -> [SubmissionPart] {
    let named = sheetUnits(of: report)
    return report.sources.indices.compactMap { source in
      let part = report.keepingRows { $0.row?.source == Int32(source) }
      guard !part.sections.isEmpty else { return nil }
      if let line = stated[Int32(source)] {
        return SubmissionPart(sender: sender(named: line.name, address: line.address), report: part)
      }
      if let unit = named[Int32(source)] {
        return SubmissionPart(sender: known(unit), report: part)
      }
      return partByRows(part)
    }
  }

  /// The file as one part, or a part for each sheet where sheets hold the same rows again.
  private func wholeOrRepeated(
    _ report: Report, sender: SubmissionPart.Sender
  ) -> [SubmissionPart] {
    let whole = [SubmissionPart(sender: sender, report: report)]
    guard report.sources.count > 1 else { return whole }
    var sheetOf: [StableKey: Int32] = [:]
    var repeats = 0
    report.forEachRow { row in
      guard let source = row.indicator.row?.source else { return }
      let key = StableKey(path: row.path)
      if let known = sheetOf[key], known != source { repeats += 1 } else { sheetOf[key] = source }
    }
    guard repeats > 0 else { return whole }
    return report.sources.indices.compactMap { source in
      let part = report.keepingRows { $0.row?.source == Int32(source) }
      return part.sections.isEmpty ? nil : SubmissionPart(sender: sender, report: part)
    }
  }

  // MARK: - Rows

  private func partByRows(_ report: Report) -> SubmissionPart {
    let matching = plan.match(report)
    return SubmissionPart(
      sender: senderByRows(report, matching), report: report, matching: matching)
  }

  /// The unit by the leads of the rows: the only one there is, or the only one that filled in
  /// anything.
  private func senderByRows(
    _ report: Report, _ matching: NodeMatching
  ) -> SubmissionPart.Sender {
    var leads: Set<Int> = []
    var filled: Set<Int> = []
    var unknown: [String] = []
    var number = 0
    report.forEachRow { row in
      defer { number += 1 }
      var units: [Int] = []
      for name in plan.units.organizations.names(in: row.indicator.lead.text) {
        if let found = plan.units.unit(named: name) {
          units.append(found.unit)
        } else if !unknown.contains(name) {
          unknown.append(name)
        }
      }
      leads.formUnion(units)
      guard let planRow = matching.partner(ofRightRow: number) else { return }
      let before = plan.indicator(planRow)
      let after = row.indicator
      let isFilled =
        (!after.achieved.isBlank && after.achieved.text != before.achieved.text)
        || (!after.percent.isBlank && after.percent.text != before.percent.text)
        || (!after.remark.isBlank && after.remark.text != before.remark.text)
      if isFilled { filled.formUnion(units.isEmpty ? plan.units.owners[planRow] : units) }
    }
    if leads.count == 1, let unit = leads.first { return known(unit) }
    if filled.count == 1, let unit = filled.first { return known(unit) }
    if leads.isEmpty || filled.isEmpty {
      return .unknown(name: unknown.count == 1 ? unknown[0] : nil, address: nil)
    }
    return .byRow
  }
}

extension Report {
  /// The report with some of its rows only; nodes without rows are left out.
  func keepingRows(_ isKept: (Indicator) -> Bool) -> Report {
    var copy = self
    copy.sections = sections.compactMap { section in
      var section = section
      section.goals = section.goals.compactMap { goal in
        var goal = goal
        goal.actions = goal.actions.compactMap { action in
          var action = action
          action.tasks = action.tasks.compactMap { task in
            var task = task
            task.indicators = task.indicators.filter(isKept)
            return task.indicators.isEmpty ? nil : task
          }
          return action.tasks.isEmpty ? nil : action
        }
        return goal.actions.isEmpty ? nil : goal
      }
      return section.goals.isEmpty ? nil : section
    }
    return copy
  }
}
