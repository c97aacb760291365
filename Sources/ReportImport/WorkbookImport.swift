import ReportModel
import Spreadsheet

/// One run of the import over a workbook.
struct WorkbookImport {
  private let context: ImportContext
  private let workbook: Workbook
  private let file: String
  private let styles: CellStyles
  private var findings: ImportFindings
  private var report = Report()
  private var plans: [SheetPlan] = []
  private var refusal = RefusalNotes()
  /// The line that names the unit, where all that do say the same.
  private var commonUnit: MetaEntry?
  /// The columns of the last table with a header of its own, and its sheet.
  private var lastTable: (columns: ResolvedColumns, sheet: String)?

  init(_ context: ImportContext, workbook: Workbook, file: String) {
    self.context = context
    self.workbook = workbook
    self.file = file
    styles = CellStyles(workbook)
    findings = ImportFindings(file: file)
  }

  mutating func run() throws(ReportImportError) -> ImportedReport {
    planSheets()
    guard !plans.isEmpty else { throw refusal.error(file: file, workbook: workbook) }
    readHeads()
    var rows = readTables()
    guard !rows.isEmpty else { throw refusal.emptyError(file: file) }
    SerialColumn.clearRowNumbers(&rows, findings: &findings, sources: report.sources)
    TidyGroups.apply(to: &rows, groups: &report.groups)
    report.extraColumns = extraColumns(rows)
    report = TreeBuilder.build(report, rows: rows)
    ReportFacts(context: context).fill(&report)
    return ImportedReport(
      report: report, findings: findings.all.sorted(), layouts: plans.flatMap { $0.layouts() })
  }

  // MARK: - Sheets

  private mutating func planSheets() {
    for sheet in workbook.sheets {
      guard sheet.rows.contains(where: { $0.cells.contains(where: \.isFilled) }) else { continue }
      if let reason = skipReason(sheet) {
        findings.add(
          .info, "SHEET_SKIPPED", sheet: sheet.name, "the sheet is not read: it \(reason.en)",
          zh: "未读此表：\(reason.zh)")
        continue
      }
      plan(sheet)
    }
  }

  private func skipReason(_ sheet: Worksheet) -> (en: String, zh: String)? {
    if !context.profile.sheets.includes(sheet.name) {
      return ("is left out by the profile", "配置中已排除")
    }
    if sheet.visibility != .visible, context.profile.sheets.hidden == .skip {
      return ("is hidden", "已隐藏")
    }
    return sheet.kind == .worksheet ? nil : ("is no worksheet", "不是数据表")
  }

  private mutating func plan(_ sheet: Worksheet) {
    let merges = SheetMerges(sheet)
    let stated = context.profile.layouts.filter { $0.sheet == sheet.name }
    var headers: [(rows: ClosedRange<Int>?, columns: ResolvedColumns)] = []
    if stated.isEmpty {
      var finder = HeaderFinder(context, sheet: sheet, merges: merges, styles: styles)
      finder.run()
      headers = finder.found.map { ($0.block.rows, $0.columns) }
      if headers.isEmpty, let lastTable,
        SheetContinuation(context, styles: styles, columns: lastTable.columns).fits(sheet)
      {
        headers = [(nil, lastTable.columns)]
        findings.add(
          .warning, "HEADER_MISSING", sheet: sheet.name,
          "the sheet has no header; it is read under the columns of sheet \(lastTable.sheet)",
          zh: "此表没有表头，按“\(lastTable.sheet)”的列读入")
      }
      if headers.isEmpty {
        refusal.note(finder, sheet: sheet.name)
        // A sheet full of rows, without a header, may be a page of the table.
        let isFull = sheet.rows.contains { $0.cells.filter(\.isFilled).count >= 5 }
        findings.add(
          isFull ? .warning : .info, "SHEET_SKIPPED", sheet: sheet.name,
          "the sheet is not read: it holds no such table (\(refusal.lastReason.en))",
          zh: "未读此表：没有这样的表格（\(refusal.lastReason.zh)）")
        return
      }
    } else {
      let reader = HeaderBlockReader(sheet: sheet, merges: merges)
      headers = stated.sorted { $0.header?.lowerBound ?? -1 < $1.header?.lowerBound ?? -1 }
        .map {
          (
            $0.header,
            ResolvedColumns($0, header: $0.header.map(reader.block), lexicon: context.lexicon)
          )
        }
    }
    if let last = headers.last, last.rows != nil { lastTable = (last.columns, sheet.name) }
    let source = report.sources.count
    report.sources.append(SourceSheet(file: file, sheet: sheet.name))
    plans.append(
      SheetPlan(
        context, sheet: sheet, merges: merges, styles: styles, source: source, headers: headers,
        stated: stated))
  }

  private mutating func readHeads() {
    var known: Set<KnownEntry> = []
    for plan in plans {
      report.title = report.title ?? plan.preamble.title
      report.attachment = report.attachment ?? plan.preamble.attachment
      for entry in plan.preamble.meta {
        if known.insert(KnownEntry(entry)).inserted { report.meta.append(entry) }
      }
    }
    let facts = ReportFacts(context: context)
    let units = report.meta.filter { !$0.value.isEmpty && facts.namesUnit($0) }
    if let first = units.first, units.allSatisfy({ $0.value == first.value }) { commonUnit = first }
  }

  /// A label line of a sheet, which pages print again.
  private struct KnownEntry: Hashable {
    var label: String
    var value: String
    var source: Int32?

    init(_ entry: MetaEntry) {
      label = entry.label
      value = entry.value
      source = entry.address?.source
    }
  }

  // MARK: - Tables

  private mutating func readTables() -> [ImportedRow] {
    var rows: [ImportedRow] = []
    var state = LabelState()
    let names = SheetNames(context: context)
    let namesSections = plans.contains(where: \.namesSections)
    let tellTale = TableFindings(context: context)
    for plan in plans {
      if !names.isPage(plan.sheet.name) || state.goal == nil { state.endGoal() }
      if let section = plan.preamble.section {
        state.begin(section)
        state.hasSectionRow = true
        state.isSectionBracketed = plan.preamble.isSectionBracketed
      } else if !namesSections, context.profile.sections.usesSheetTitle {
        if let section = names.section(plan.sheet.name, isAlone: plans.count == 1) {
          if section.name != state.section?.name { state.begin(section) }
        } else if !names.isPage(plan.sheet.name), state.section != nil {
          state.begin(.init())
        }
      }
      tellTale.tell(plan, first: plans.first, into: &findings)
      for table in plan.tables {
        let percents = percentReader(plan, table)
        // Handed over, not copied: a workbook may have thousands of tables.
        var lentState = LabelState()
        var lentFindings = ImportFindings(file: file)
        swap(&lentState, &state)
        swap(&lentFindings, &findings)
        var reader = TableReader(
          context, grid: table.grid, styles: styles, source: plan.source,
          sheetName: plan.sheet.name, classified: (table.shapes, table.roles), percents: percents,
          sheetLead: sheetLead(plan, names), tableUnit: tableUnit(plan, table),
          state: consume lentState, findings: consume lentFindings)
        reader.read()
        state = reader.state
        findings = reader.findings
        append(reader, to: &rows)
      }
    }
    return rows
  }

  /// Gives the groups of a table their names and adds its rows.
  private mutating func append(_ reader: TableReader, to rows: inout [ImportedRow]) {
    let offset = report.groups.count
    for (number, var group) in reader.groups.groups.enumerated() {
      group.id = "g\(offset + number + 1)"
      report.groups.append(group)
    }
    func name(_ place: String?) -> String? {
      place.flatMap { Int($0) }.map { "g\(offset + $0 + 1)" }
    }
    let start = rows.count
    rows.append(contentsOf: reader.rows)
    guard !reader.groups.groups.isEmpty else { return }
    for index in start..<rows.count {
      rows[index].indicator.target.group = name(rows[index].indicator.target.group)
      rows[index].indicator.achieved.group = name(rows[index].indicator.achieved.group)
      rows[index].indicator.percent.group = name(rows[index].indicator.percent.group)
    }
  }

  private func percentReader(_ plan: SheetPlan, _ table: SheetPlan.Table) -> PercentReader {
    let hasSign = plan.tables.contains { other in
      guard let slot = other.grid.columns.slot(of: .percent) else { return false }
      return other.grid.columns.slots[slot].hasPercentSign
        || PercentReader.hasSign(other.grid, slot, roles: other.roles)
    }
    return PercentReader(
      parser: context.parser, scale: context.profile.rule(for: .percent).scale, hasSign: hasSign)
  }

  private func sheetLead(_ plan: SheetPlan, _ names: SheetNames) -> TextField? {
    if plan.hasLead { return nil }
    let facts = ReportFacts(context: context)
    let own = plan.preamble.meta.first { !$0.value.isEmpty && facts.namesUnit($0) }
    if let own {
      return TextField(raw: own.value, text: own.value, address: own.address)
    }
    if names.isOrganization(plan.sheet.name) {
      return TextField(raw: plan.sheet.name, text: CleanText.display(plan.sheet.name))
    }
    return commonUnit.map { TextField(raw: $0.value, text: $0.value, address: $0.address) }
  }

  private func tableUnit(_ plan: SheetPlan, _ table: SheetPlan.Table) -> UnitField? {
    guard table.grid.columns.slot(of: .unit) == nil else { return nil }
    if let text = table.grid.columns.headerUnit, let unit = context.units.knownUnit(text) {
      return UnitField(raw: text, text: text, unit: unit)
    }
    for entry in plan.preamble.meta where ["单位", "计量单位", "金额单位"].contains(entry.label) {
      if let unit = context.units.knownUnit(entry.value) {
        return UnitField(raw: entry.value, text: entry.value, unit: unit, address: entry.address)
      }
    }
    return nil
  }

  private func extraColumns(_ rows: [ImportedRow]) -> [String] {
    var headers: [String] = []
    var seen: Set<String> = []
    for plan in plans {
      for table in plan.tables {
        for header in table.grid.columns.extraHeaders where seen.insert(header).inserted {
          headers.append(header)
        }
      }
    }
    // In a tidy form the further columns stand in one cell.
    for index in rows.indices where !rows[index].indicator.extras.isEmpty {
      for extra in rows[index].indicator.extras where seen.insert(extra.header).inserted {
        headers.append(extra.header)
      }
    }
    return headers
  }
}
