import ReportModel
import Spreadsheet

/// What all submissions together say about each field of each row.
struct MergeFold {
  /// A value that goes into the report.
  struct Taken {
    var row: Int
    var field: MergeField
    var content: MergeContent
    /// The position of the extract.
    var extract: Int
  }

  let merger: ReportMerger
  let extracts: [SubmissionExtract]
  /// The values that go into the report, in the order of the rows.
  private(set) var taken: [Taken] = []
  /// What has to be decided.
  private(set) var conflicts: [MergeConflict] = []
  /// What is good to know.
  var infos: [MergeInfo] = []

  private var places: [Key: Int] = [:]
  /// By conflict, what the plan says, which stands behind all values of files.
  private var planned: [[MergeValue]] = []
  /// By conflict that was met more than once, the values that it has.
  private var said: [Int: Set<Said>] = [:]

  private struct Said: Hashable {
    var value: String?
    var location: SourceLocation

    init(_ value: MergeValue) {
      self.value = value.value
      location = value.location
    }
  }

  /// A conflict is told once for each kind, path, field and unit; held files each by themselves.
  private struct Key: Hashable {
    var kind: MergeConflict.Kind
    var path: [String?]?
    var field: MergeField?
    var unit: String?
    var file: String?
  }

  private struct Entry {
    var extract: Int
    var statement: SubmissionExtract.Statement
  }

  init(_ merger: ReportMerger, _ extracts: [SubmissionExtract]) {
    self.merger = merger
    self.extracts = extracts
  }

  mutating func run() {
    for (number, extract) in extracts.enumerated() {
      for conflict in extract.conflicts { add(conflict, from: number) }
    }
    foldStatements()
    for place in conflicts.indices { conflicts[place].values += planned[place] }
    sortConflicts()
  }

  private mutating func foldStatements() {
    var keys: [(key: Int, extract: Int, place: Int)] = []
    let width = MergeField.allCases.count
    for (number, extract) in extracts.enumerated() {
      for (place, statement) in extract.statements.enumerated() {
        let field = MergeField.allCases.firstIndex(of: statement.field) ?? 0
        keys.append((Int(statement.row) * width + field, number, place))
      }
    }
    keys.sort { ($0.key, $0.extract, $0.place) < ($1.key, $1.extract, $1.place) }
    var start = 0
    while start < keys.count {
      var end = start
      while end < keys.count, keys[end].key == keys[start].key { end += 1 }
      fold(
        keys[start..<end].map {
          Entry(extract: $0.extract, statement: extracts[$0.extract].statements[$0.place])
        })
      start = end
    }
  }

  // MARK: - One field of one row

  private mutating func fold(_ entries: [Entry]) {
    guard let first = entries.first else { return }
    let row = Int(first.statement.row)
    let field = first.statement.field
    var sound: [Entry] = []
    for entry in entries {
      switch entry.statement.flaw {
      case nil: sound.append(entry)
      case .notANumber: add(conflict(.notANumber, row, field, [entry], unit: entry), from: nil)
      case .unitMismatch(let detail):
        var found = conflict(.unitMismatch, row, field, [entry], unit: entry)
        found.detail = detail
        add(found, from: nil)
      }
    }
    guard let opening = sound.first else { return }
    let values = distinct(sound, field)
    if values.count == 1 {
      if opening.statement.content.text.isEmpty {
        for unit in units(of: sound) {
          let own = sound.filter { extracts[$0.extract].unit == unit }
          add(conflict(.cleared, row, field, Array(own.prefix(1)), unit: own[0]), from: nil)
        }
      } else if sound.count == entries.count {
        taken.append(
          Taken(
            row: row, field: field, content: opening.statement.content, extract: opening.extract))
        noteAgreement(sound, row, field)
      }
      return
    }
    var isRevised = false
    for unit in units(of: sound) {
      let own = sound.filter { extracts[$0.extract].unit == unit }
      let versions = distinct(own, field)
      guard versions.count > 1, let last = versions.last else { continue }
      isRevised = true
      add(conflict(.revision, row, field, versions, unit: last), from: nil)
    }
    if !isRevised { add(conflict(.twoValues, row, field, values, unit: nil), from: nil) }
  }

  /// The first of each group of entries that say the same.
  private func distinct(_ entries: [Entry], _ field: MergeField) -> [Entry] {
    var result: [Entry] = []
    for entry in entries {
      let isKnown = result.contains {
        merger.equality.same($0.statement.content, entry.statement.content, field: field)
      }
      if !isKnown { result.append(entry) }
    }
    return result
  }

  private func units(of entries: [Entry]) -> [Int] {
    Set(entries.compactMap { extracts[$0.extract].unit }).sorted()
  }

  private mutating func noteAgreement(_ entries: [Entry], _ row: Int, _ field: MergeField) {
    let units = units(of: entries)
    guard units.count > 1 else { return }
    let first = units.compactMap { unit in
      entries.first { extracts[$0.extract].unit == unit }
    }
    infos.append(
      MergeInfo(
        .agreed, path: merger.plan.paths[row], field: field, values: first.map { value($0) }))
  }

  private func value(_ entry: Entry) -> MergeValue {
    let content = entry.statement.content
    let extract = extracts[entry.extract]
    var value = MergeValue(
      value: content.text.isEmpty ? nil : content.text,
      location: extract.location(of: content.address))
    value.content = content
    value.sources = entry.extract
    return value
  }

  private func conflict(
    _ kind: MergeConflict.Kind, _ row: Int, _ field: MergeField, _ entries: [Entry], unit: Entry?
  ) -> MergeConflict {
    var conflict = MergeConflict(
      kind, path: merger.plan.paths[row], field: field,
      unit: unit.flatMap { extracts[$0.extract].unitName },
      file: unit.map { extracts[$0.extract].file }, values: entries.map { value($0) })
    conflict.row = row
    let planned = merger.plan.indicator(row).content(of: field)
    let isChoice = kind == .twoValues || kind == .revision
    // Beside two rivals a blank of the plan says nothing.
    if !isChoice || !planned.text.isEmpty { conflict.values.append(merger.planValue(planned)) }
    return conflict
  }

  // MARK: - Conflicts

  private mutating func add(_ conflict: MergeConflict, from extract: Int?) {
    var conflict = conflict
    if let extract {
      for index in conflict.values.indices where !conflict.values[index].isPlan {
        conflict.values[index].sources = extract
      }
    }
    let key = Key(
      kind: conflict.kind, path: conflict.path, field: conflict.field, unit: conflict.unit,
      file: conflict.path == nil ? conflict.file : nil)
    guard let known = places[key], conflict.path != nil else {
      places[key] = conflicts.count
      planned.append(conflict.values.filter(\.isPlan))
      conflict.values.removeAll(where: \.isPlan)
      conflicts.append(conflict)
      return
    }
    // The same again from another file: its values stand beside the first ones.
    var seen = said.removeValue(forKey: known) ?? Set(conflicts[known].values.map(Said.init))
    for value in conflict.values where !value.isPlan {
      if seen.insert(Said(value)).inserted { conflicts[known].values.append(value) }
    }
    said[known] = seen
  }

  /// Rows in the order of the plan, then rows that it does not have, then files.
  private mutating func sortConflicts() {
    let keys = conflicts.map { (order(of: $0), texts(of: $0)) }
    let sorted = conflicts.indices.sorted { one, other in
      if keys[one].0 != keys[other].0 {
        return keys[one].0.lexicographicallyPrecedes(keys[other].0)
      }
      return keys[one].1.lexicographicallyPrecedes(keys[other].1)
    }
    conflicts = sorted.map { conflicts[$0] }
  }

  private func order(of conflict: MergeConflict) -> [Int] {
    [
      conflict.path == nil ? 2 : conflict.row == nil ? 1 : 0,
      conflict.row ?? 0,
      conflict.field.flatMap(MergeField.allCases.firstIndex) ?? -1,
      MergeConflict.Kind.allCases.firstIndex(of: conflict.kind) ?? 0,
    ]
  }

  private func texts(of conflict: MergeConflict) -> [String] {
    [conflict.unit ?? "", conflict.file ?? ""] + (conflict.path ?? []).map { $0 ?? "" }
  }
}
