import Spreadsheet

/// Compares workbooks sheet by sheet, row by row: any spreadsheets, not only reports.
///
///     let comparison = TableDiffer().compare(oldSheets, newSheets)
///
/// Sheets are matched by name, columns by header, rows by key or content. Cost is linear in the
/// cells but for sorting.
public struct TableDiffer: Sendable {
  /// How tables are compared.
  public let options: TableDiffOptions

  /// Makes a differ.
  public init(options: TableDiffOptions = TableDiffOptions()) {
    self.options = options
  }

  /// Compares the sheets of two workbooks.
  public func compare(_ old: [SheetTable], _ new: [SheetTable]) -> TableComparison {
    var comparison = TableComparison()
    var partners = [Int?](repeating: nil, count: new.count)
    var isUsed = [Bool](repeating: false, count: old.count)
    for (place, sheet) in new.enumerated() {
      guard let match = old.indices.first(where: { !isUsed[$0] && old[$0].sheet == sheet.sheet })
      else { continue }
      partners[place] = match
      isUsed[match] = true
    }
    let oldRest = old.indices.filter { !isUsed[$0] }
    let newRest = new.indices.filter { partners[$0] == nil }
    if oldRest.count == 1, newRest.count == 1 {
      partners[newRest[0]] = oldRest[0]
      isUsed[oldRest[0]] = true
    }
    for (place, sheet) in new.enumerated() {
      guard let match = partners[place] else {
        addWholeSheet(sheet, isNew: true, to: &comparison)
        continue
      }
      compare(old[match], sheet, into: &comparison)
    }
    for place in old.indices where !isUsed[place] {
      addWholeSheet(old[place], isNew: false, to: &comparison)
    }
    // A key that some sheets have is no mistake: the others are matched by content.
    if comparison.sheets.contains(where: { !$0.keys.isEmpty }) {
      for place in comparison.findings.indices
      where comparison.findings[place].code == "KEY_NOT_FOUND" {
        comparison.findings[place].severity = .warning
      }
    }
    comparison.findings.sort()
    return comparison
  }

  private func compare(
    _ old: SheetTable, _ new: SheetTable, into comparison: inout TableComparison
  ) {
    if old.sheet != new.sheet {
      var change = TableChange(.sheetRename, level: .info, sheet: new.sheet)
      change.old = old.sheet
      change.new = new.sheet
      change.oldLocation = old.location(nil)
      change.newLocation = new.location(nil)
      comparison.changes.append(change)
    }
    switch options.pairing {
    case .cells:
      var sheet = AddressedSheetComparison(old: old, new: new, options: options)
      sheet.run()
      comparison.changes += sheet.changes
      comparison.sheets.append(sheet.match)
    case .rows:
      var sheet = SheetComparison(old: old, new: new, options: options)
      sheet.run()
      comparison.changes += sheet.changes
      comparison.sheets.append(sheet.match)
      comparison.findings += sheet.findings
    }
  }

  private func addWholeSheet(
    _ table: SheetTable, isNew: Bool, to comparison: inout TableComparison
  ) {
    var change = TableChange(isNew ? .sheetAdd : .sheetDelete, sheet: table.sheet)
    if isNew {
      change.new = table.sheet
      change.newLocation = table.location(nil)
    } else {
      change.old = table.sheet
      change.oldLocation = table.location(nil)
    }
    comparison.changes.append(change)
    comparison.sheets.append(
      .init(
        oldSheet: isNew ? nil : table.sheet, newSheet: isNew ? table.sheet : nil,
        oldRows: isNew ? 0 : table.rowCount, newRows: isNew ? table.rowCount : 0))
  }
}
