import Spreadsheet

/// The comparison of two sheets by columns and rows.
struct SheetComparison {
  let old: SheetTable
  let new: SheetTable
  let options: TableDiffOptions

  /// What differs, columns first.
  var changes: [TableChange] = []
  /// How the rows were matched.
  var match: TableComparison.SheetMatch
  /// What is doubtful.
  var findings: [Diagnostic] = []

  private var oldHeader, newHeader: TableHeader
  private var columns: ColumnMatching
  private var keys: [ColumnPair] = []

  init(old: SheetTable, new: SheetTable, options: TableDiffOptions) {
    self.old = old
    self.new = new
    self.options = options
    match = .init(oldSheet: old.sheet, newSheet: new.sheet)
    oldHeader = TableHeader(of: old)
    newHeader = TableHeader(of: new)
    if oldHeader.line == nil || newHeader.line == nil {
      oldHeader.dropHeader(of: old)
      newHeader.dropHeader(of: new)
    }
    columns = ColumnMatching(old: oldHeader, new: newHeader)
  }

  /// Runs the comparison.
  mutating func run() {
    let oldLines = oldHeader.dataLines(of: old)
    let newLines = newHeader.dataLines(of: new)
    compareLeadingLines()
    let rows = matchRows(oldLines, newLines)
    columns.pairByContent(old: old, new: new, rows: rows.pairs)
    match.oldRows = oldLines.count
    match.newRows = newLines.count
    match.matchedRows = rows.pairs.count
    match.keys = keys.map { newHeader.title(of: $0.new) }
    compareColumns()
    compareRows(rows)
  }

  // MARK: - Matching

  private mutating func matchRows(_ oldLines: [Int], _ newLines: [Int]) -> RowMatching {
    if !options.keys.isEmpty, let named = namedKeys() {
      keys = named
      return matchByKeys(oldLines, newLines)
    }
    let found =
      options.keys.isEmpty
      ? KeySelection.keys(
        old: old, lines: oldLines, new: new, lines: newLines, columns: columns.pairs) : nil
    guard let found else { return matchByContent(oldLines, newLines) }
    keys = found
    var rows = matchByKeys(oldLines, newLines)
    // A key that was found, not named, may itself have been edited.
    guard !rows.deleted.isEmpty, !rows.added.isEmpty else { return rows }
    let rest = ContentRowMatching(
      old: old, lines: rows.deleted, new: new, lines: rows.added, columns: columns.pairs)
    rows.pairs += rest.rows.pairs.filter { ($0.score ?? 1) >= 0.6 }
    rows.complete(old: oldLines, new: newLines)
    return rows
  }

  private mutating func matchByKeys(_ oldLines: [Int], _ newLines: [Int]) -> RowMatching {
    let keyed = KeyedRowMatching(
      old: old, lines: oldLines, new: new, lines: newLines, keys: keys, columns: columns.pairs)
    for lines in keyed.oldRepeats { reportRepeat(lines, of: old, column: \.old) }
    for lines in keyed.newRepeats { reportRepeat(lines, of: new, column: \.new) }
    return keyed.rows
  }

  private func matchByContent(_ oldLines: [Int], _ newLines: [Int]) -> RowMatching {
    let steady = columns.pairs.filter { !isSerial($0, oldLines, newLines) }
    return ContentRowMatching(
      old: old, lines: oldLines, new: new, lines: newLines,
      columns: steady.isEmpty ? columns.pairs : steady
    ).rows
  }

  private func isSerial(_ pair: ColumnPair, _ oldLines: [Int], _ newLines: [Int]) -> Bool {
    KeySelection.counts(old, oldLines, pair.old) && KeySelection.counts(new, newLines, pair.new)
  }

  private mutating func namedKeys() -> [ColumnPair]? {
    var result: [ColumnPair] = []
    for name in options.keys {
      guard
        let pair = columns.pairs.first(where: {
          newHeader.title(of: $0.new) == name || oldHeader.title(of: $0.old) == name
        })
          ?? columns.pairs.first(where: {
            CellReference.columnName($0.new) == name.uppercased()
          })
      else {
        findings.append(
          Diagnostic(
            .error, code: "KEY_NOT_FOUND", at: new.location(nil),
            "no column \(name) on both sides; common columns are \(commonColumns)",
            zh: "两表没有共同的列“\(name)”；共同的列有\(commonColumns)"))
        return nil
      }
      result.append(pair)
    }
    return result
  }

  private var commonColumns: String {
    let titles = columns.pairs.map { newHeader.title(of: $0.new) }
    return titles.prefix(12).joined(separator: "、") + (titles.count > 12 ? "…" : "")
  }

  private mutating func reportRepeat(
    _ lines: [Int], of table: SheetTable, column: KeyPath<ColumnPair, Int>
  ) {
    let key = keys.map { table.text(line: lines[0], column: $0[keyPath: column]) ?? "" }
    let rows = lines.prefix(8).map { String(table.lines[$0].index + 1) }.joined(separator: ", ")
    let more = lines.count > 8 ? " …" : ""
    findings.append(
      Diagnostic(
        .warning, code: "DUPLICATE_KEY",
        at: table.location(line: lines[0], column: keys[0][keyPath: column]),
        "\(lines.count) rows have the key \(key.joined(separator: " / ")): rows \(rows)\(more)",
        zh: "\(lines.count)行的键同为“\(key.joined(separator: " / "))”：第\(rows)\(more)行"))
  }
}

// MARK: - Changes

extension SheetComparison {
  private mutating func compareLeadingLines() {
    let one = oldHeader.leadingLines()
    let two = newHeader.leadingLines()
    let cells = CellComparison(old: old, new: new, comparesFormats: options.comparesFormats)
    for (oldLine, newLine) in zip(one, two) {
      let used = Set(
        old.lines[oldLine].cells.map { Int(old.cells[$0].column) }
          + new.lines[newLine].cells.map { Int(new.cells[$0].column) })
      for column in used.sorted() {
        cells.compare(
          oldLine, newLine, ColumnPair(old: column, new: column),
          field: { CellReference.columnName(column) }, key: { [] }, into: &changes)
      }
    }
    for line in one.dropFirst(two.count) { changes.append(rowChange(.delete, line)) }
    for line in two.dropFirst(one.count) { changes.append(rowChange(.add, line)) }
  }

  private mutating func compareColumns() {
    for pair in columns.pairs {
      let before = oldHeader.title(of: pair.old)
      let after = newHeader.title(of: pair.new)
      guard newHeader.line != nil, before != after else { continue }
      let isSpelling =
        before.filter { !$0.isWhitespace }.lowercased()
        == after.filter { !$0.isWhitespace }.lowercased()
      var change = TableChange(
        .rename, level: isSpelling ? .info : .change, sheet: new.sheet, field: after)
      change.old = before
      change.new = after
      change.score = columns.scores[pair.new]
      change.oldLocation = headerLocation(old, oldHeader, pair.old)
      change.newLocation = headerLocation(new, newHeader, pair.new)
      changes.append(change)
    }
    for column in columns.added {
      var change = TableChange(.columnAdd, sheet: new.sheet, field: newHeader.title(of: column))
      change.newLocation = headerLocation(new, newHeader, column)
      changes.append(change)
    }
    for column in columns.removed {
      var change = TableChange(.columnDelete, sheet: new.sheet, field: oldHeader.title(of: column))
      change.oldLocation = headerLocation(old, oldHeader, column)
      changes.append(change)
    }
    let kept = Set(IncreasingSubsequence.positions(in: columns.pairs.map(\.old)))
    for (place, pair) in columns.pairs.enumerated() where !kept.contains(place) {
      var change = TableChange(
        .reorder, level: .info, sheet: new.sheet, field: newHeader.title(of: pair.new))
      change.oldLocation = headerLocation(old, oldHeader, pair.old)
      change.newLocation = headerLocation(new, newHeader, pair.new)
      changes.append(change)
    }
  }

  private func headerLocation(
    _ table: SheetTable, _ header: TableHeader, _ column: Int
  ) -> SourceLocation {
    guard let line = header.line ?? (table.lines.isEmpty ? nil : 0) else {
      return table.location(nil)
    }
    return table.location(line: line, column: column)
  }

  private mutating func compareRows(_ rows: RowMatching) {
    let cells = CellComparison(old: old, new: new, comparesFormats: options.comparesFormats)
    let pairs = columns.pairs
    let isPlain =
      columns.added.isEmpty && columns.removed.isEmpty && !options.comparesFormats
      && pairs.allSatisfy { $0.old == $0.new }
    let moved = rows.moved
    let oldLines = oldHeader.dataLines(of: old)
    let newLines = newHeader.dataLines(of: new)
    let serials = keys.isEmpty ? Set(pairs.filter { isSerial($0, oldLines, newLines) }) : []
    var deleted = rows.deleted[...]
    var added = rows.added[...]
    var found: [TableChange] = []
    for (place, pair) in rows.pairs.enumerated() {
      while let line = added.first, line < pair.new {
        changes.append(rowChange(.add, line))
        added.removeFirst()
      }
      if !moved.contains(place) {
        while let line = deleted.first, line < pair.old {
          changes.append(rowChange(.delete, line))
          deleted.removeFirst()
        }
      } else {
        changes.append(moveChange(pair))
      }
      if isPlain, old.isIdentical(line: pair.old, to: pair.new, of: new) { continue }
      for column in pairs {
        cells.compare(
          pair.old, pair.new, column, level: serials.contains(column) ? .info : .change,
          field: { newHeader.title(of: column.new) },
          key: { keyTexts(new, pair.new, \.new) }, into: &found)
      }
      changes += found
      found.removeAll(keepingCapacity: true)
    }
    for line in added { changes.append(rowChange(.add, line)) }
    for line in deleted { changes.append(rowChange(.delete, line)) }
  }

  private func rowChange(_ kind: TableChange.Kind, _ line: Int) -> TableChange {
    let isNew = kind == .add
    let table = isNew ? new : old
    let header = isNew ? newHeader : oldHeader
    var change = TableChange(kind, sheet: new.sheet)
    let isData = line > header.line ?? -1
    change.key = isData ? keyTexts(table, line, isNew ? \.new : \.old) : []
    change.row = table.lines[line].cells.map { position in
      let cell = table.cells[position]
      let column = Int(cell.column)
      return .init(
        title: isData ? header.title(of: column) : CellReference.columnName(column),
        text: table.text(cell))
    }
    if isNew {
      change.newLocation = table.location(line: line)
    } else {
      change.oldLocation = table.location(line: line)
    }
    return change
  }

  private func moveChange(_ pair: RowMatching.Pair) -> TableChange {
    // With a key the order of the rows carries no meaning of its own.
    var change = TableChange(.move, level: keys.isEmpty ? .change : .info, sheet: new.sheet)
    change.key = keyTexts(new, pair.new, \.new)
    change.score = pair.score
    change.oldLocation = old.location(line: pair.old)
    change.newLocation = new.location(line: pair.new)
    return change
  }

  private func keyTexts(
    _ table: SheetTable, _ line: Int, _ column: KeyPath<ColumnPair, Int>
  ) -> [String] {
    keys.map { table.text(line: line, column: $0[keyPath: column]) ?? "" }
  }
}
