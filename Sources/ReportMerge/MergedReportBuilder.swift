import ReportMatching
import ReportModel
import Spreadsheet

/// Puts values into a copy of the plan and knows where each came from.
struct MergedReportBuilder {
  private let merger: ReportMerger
  private let extracts: [SubmissionExtract]
  /// The report.
  private(set) var report: Report
  /// Its rows with their origin; complete after `finish`.
  private(set) var records: [MergeRecord] = []

  /// The extract that a field was taken from, by row and field.
  private var origins: [Origin: Int] = [:]
  /// The places of an extract's sheets in the report.
  private var places: [Int: [Int32]] = [:]
  private var known: [SourceSheet: Int32] = [:]
  private var deletedRows: Set<Int> = []
  private var insertedRows: [(indicator: Report.Indicator, path: [String?], unit: String?)] = []
  private var newGroups = 0
  private var filledRows: Set<Int> = []

  private struct Origin: Hashable {
    var row: Int
    var field: MergeField
  }

  init(_ merger: ReportMerger, _ extracts: [SubmissionExtract], _ fold: MergeFold) {
    self.merger = merger
    self.extracts = extracts
    report = merger.plan.report
    for (place, source) in report.sources.enumerated() where known[source] == nil {
      known[source] = Int32(place)
    }
    for value in fold.taken {
      put(value.content, row: value.row, field: value.field, extract: value.extract)
    }
    shareCells(fold.taken)
  }

  private mutating func put(
    _ content: MergeContent, row: Int, field: MergeField, extract: Int?
  ) {
    var content = content
    if let extract {
      content = content.relocated(by: sourcePlaces(of: extract))
      origins[Origin(row: row, field: field)] = extract
    }
    if case .measure(var measure) = content {
      dissolve(row: row, field: field)
      measure.group = nil
      content = .measure(measure)
    }
    report[merger.plan.indices[row]].set(field, to: content)
  }

  private mutating func sourcePlaces(of extract: Int) -> [Int32] {
    if let known = places[extract] { return known }
    let file = extracts[extract].file
    let result = extracts[extract].sources.map { source -> Int32 in
      let named = SourceSheet(file: file, sheet: source.sheet)
      if let place = known[named] { return place }
      let place = Int32(report.sources.count)
      report.sources.append(named)
      known[named] = place
      return place
    }
    places[extract] = result
    return result
  }

  // MARK: - Shared cells

  /// A value of a row's own ends the sharing that the plan had there.
  private mutating func dissolve(row: Int, field: MergeField) {
    guard let id = report[merger.plan.indices[row]].group(of: field),
      let shared = field.measureField
    else { return }
    for index in merger.plan.indices where report[index].group(of: field) == id {
      report[index].setGroup(nil, of: field)
    }
    for place in report.groups.indices where report.groups[place].id == id {
      report.groups[place].fields.removeAll { $0 == shared }
    }
    report.groups.removeAll { $0.fields.isEmpty }
  }

  /// Rows whose value came from one cell share it in the report too.
  private mutating func shareCells(_ taken: [MergeFold.Taken]) {
    for value in taken {
      guard case .measure(let measure) = value.content, measure.group != nil,
        let shared = extracts[value.extract].sharedCells.first(where: {
          $0.field == value.field && $0.rows.contains(Int32(value.row))
        }), let field = value.field.measureField
      else { continue }
      let members = shared.rows.map(Int.init).filter { row in
        row == value.row
          || report[merger.plan.indices[row]].content(of: value.field).text.isEmpty
      }
      guard members.count > 1 else { continue }
      let id = groupID(members, field, shared)
      for row in members { report[merger.plan.indices[row]].setGroup(id, of: value.field) }
    }
  }

  private mutating func groupID(
    _ members: [Int], _ field: MeasureField, _ shared: SubmissionExtract.SharedCell
  ) -> String {
    // Achieved and percent of the same rows are one group, as in an imported table.
    let mates = Set(members.flatMap { report[merger.plan.indices[$0]].groupNames })
    for place in report.groups.indices
    where mates.contains(report.groups[place].id) && report.groups[place].size == members.count {
      let id = report.groups[place].id
      guard members.allSatisfy({ report[merger.plan.indices[$0]].groupNames.contains(id) }) else {
        continue
      }
      if !report.groups[place].fields.contains(field) { report.groups[place].fields.append(field) }
      return id
    }
    let used = Set(report.groups.map(\.id))
    repeat { newGroups += 1 } while used.contains("m\(newGroups)")
    report.groups.append(
      Report.Group(
        id: "m\(newGroups)", size: members.count, fields: [field], evidence: shared.evidence))
    return "m\(newGroups)"
  }

  // MARK: - Decisions

  /// Does what a person decided about a conflict.
  mutating func apply(_ choice: MergeDecision.Choice, to conflict: MergeConflict) {
    switch choice {
    case .plan, .unit: return
    case .file(let file):
      if conflict.kind == .rowDeleted, let row = conflict.row { deletedRows.insert(row) }
      guard
        let value = conflict.values.first(where: { !$0.isPlan && $0.location.file == file }),
        let content = value.content
      else { return }
      apply(content, from: value.sources, to: conflict)
    case .value(let text):
      guard let field = conflict.field else { return }
      apply(merger.content(text, for: field, in: conflict.row), from: nil, to: conflict)
    }
  }

  private mutating func apply(
    _ content: MergeContent, from extract: Int?, to conflict: MergeConflict
  ) {
    if case .row(let indicator, let path) = content {
      let moved = extract.map { content.relocated(by: sourcePlaces(of: $0)) }
      if case .row(let located, _)? = moved {
        insertedRows.append((located, path, conflict.unit))
      } else {
        insertedRows.append((indicator, path, conflict.unit))
      }
      return
    }
    guard let row = conflict.row, let field = conflict.field else { return }
    if case .name(let name) = content {
      report.rename(merger.plan.indices[row], conflict.level ?? .indicator, to: name)
      return
    }
    put(content, row: row, field: field, extract: extract)
  }

  // MARK: - Records

  /// Completes report and records.
  mutating func finish() {
    var senders: [Int: [Int]] = [:]
    var confirmed: [Origin: (extract: Int, address: CellAddress)] = [:]
    for (number, extract) in extracts.enumerated() where !extract.isHeld {
      for row in extract.ownRows { senders[Int(row), default: []].append(number) }
      for said in extract.confirmations where said.isVerbatim {
        let origin = Origin(row: Int(said.row), field: said.field)
        if confirmed[origin] == nil, let address = said.address {
          confirmed[origin] = (number, address)
        }
      }
    }
    let filled = Set(
      merger.plan.indices.compactMap { index -> String? in
        report[index].achieved.isBlank ? nil : report[index].achieved.group
      })
    for (row, index) in merger.plan.indices.enumerated() where !deletedRows.contains(row) {
      let indicator = report[index]
      if !indicator.achieved.isBlank || indicator.achieved.group.map(filled.contains) == true {
        filledRows.insert(row)
      }
      let taken = MergeField.results.compactMap { origins[Origin(row: row, field: $0)] }.first
      let sender = taken ?? senders[row]?.first
      records.append(
        MergeRecord(
          path: report.path(of: index), indicator: indicator,
          from: sender.flatMap { extracts[$0].unitName },
          location: location(row, indicator, confirmed: confirmed)))
    }
    removeDeletedRows()
    for (indicator, path, unit) in insertedRows {
      report.insert(indicator, below: path)
      records.append(
        MergeRecord(
          path: path, indicator: indicator, from: unit,
          location: report.location(of: indicator.achieved.address ?? indicator.row)))
    }
  }

  /// Where the result of a row stands: its achieved value, or what else there is.
  private func location(
    _ row: Int, _ indicator: Report.Indicator,
    confirmed: [Origin: (extract: Int, address: CellAddress)]
  ) -> SourceLocation {
    let fields = MergeField.results
    for field in fields where !indicator.content(of: field).text.isEmpty {
      let origin = Origin(row: row, field: field)
      if origins[origin] == nil, let said = confirmed[origin] {
        return extracts[said.extract].location(of: said.address)
      }
      let address = indicator.content(of: field).address ?? indicator.row
      return report.location(of: address).withBaseName
    }
    if let said = confirmed[Origin(row: row, field: .achieved)] {
      return extracts[said.extract].location(of: said.address)
    }
    return report.location(of: indicator.achieved.address ?? indicator.row).withBaseName
  }

  private mutating func removeDeletedRows() {
    guard !deletedRows.isEmpty else { return }
    let gone = Set(deletedRows.map { merger.plan.indices[$0] })
    report.removeRows { gone.contains($0) }
  }

  /// Whether a row has a result.
  func isFilled(_ row: Int) -> Bool {
    filledRows.contains(row) || deletedRows.contains(row)
  }

  /// The units that a conflict between several units concerns.
  func owners(of conflict: MergeConflict) -> [String] {
    guard let row = conflict.row else { return [] }
    return merger.plan.units.owners[row].map { merger.plan.units.names[$0] }
  }
}
