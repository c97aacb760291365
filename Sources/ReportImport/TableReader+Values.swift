import ReportModel
import Spreadsheet

extension TableReader {
  mutating func readData(_ offset: Int, isHidden: Bool) {
    let alignment = alignment(of: offset)
    var row = ImportedRow(indicator: Report.Indicator())
    readLabels(offset, alignment, into: &row)
    readIndicator(offset, alignment, &row)
    row.indicator.lead = lead(offset, alignment)
    guard !isHidden else { return }
    row.indicator.row = address(rowRange(offset))
    readUnit(offset, alignment, &row)
    let unit = row.indicator.unit.unit
    row.indicator.target = measure(.target, .target, offset, alignment, unit: unit)
    row.indicator.achieved = measure(.achieved, .achieved, offset, alignment, unit: unit)
    row.indicator.percent = measure(.percent, .percent, offset, alignment, unit: nil)
    row.indicator.support = text(.support, offset, alignment)
    row.indicator.remark = text(.remark, offset, alignment)
    readExtras(offset, alignment, &row)
    if grid.columns.isTidy { readTidy(offset, &row) }
    rows.append(row)
  }

  // MARK: - Alignment

  private mutating func alignment(of offset: Int) -> RowAligner.Alignment? {
    if grid.columns.isTidy { return nil }
    switch aligner.verdict(offset) {
    case .inPlace: return nil
    case .repaired(let alignment):
      let lower = grid.columns.column(of: alignment.moved.lowerBound + alignment.shift)
      let upper = grid.columns.column(of: alignment.moved.upperBound + alignment.shift)
      let row = grid.index(of: offset)
      let count = abs(alignment.shift)
      let isLeft = alignment.shift < 0
      add(
        .warning, "ROWS_SHIFTED", CellRange(rows: row...row, columns: lower...upper),
        "the cells stand \(count) column\(count == 1 ? "" : "s") too far to the \(isLeft ? "left" : "right"); they are read where they belong",
        zh: "单元格整体\(isLeft ? "左" : "右")移\(count)列，已按原列读入")
      return alignment
    case .doubtful:
      add(
        .warning, "ROWS_SHIFTED", rowRange(offset),
        "the cells seem to stand in wrong columns, but nothing proves where they belong; they are read as they stand",
        zh: "单元格似错列，但无法确定应在何列，按原样读入")
      return nil
    }
  }

  /// The value of a field, where the alignment has a cell for it.
  private func value(
    _ field: ReportField, _ offset: Int, _ alignment: RowAligner.Alignment?
  ) -> (value: GridValue, slot: Int)? {
    guard let slot = slots[field] else { return nil }
    guard let alignment else { return (grid.value(offset, slot), slot) }
    guard let source = alignment.source(of: slot) else { return nil }
    return (grid.value(offset, source), source)
  }

  /// The content of a value, with findings about errors and missing results.
  mutating func content(_ cell: Cell, _ place: CellRange) -> CellContent {
    let content = CellContent(cell, styles: styles)
    switch content.kind {
    case .error:
      add(
        .warning, "CELL_ERROR", place, "the cell holds an error: \(content.raw)",
        zh: "单元格为错误值\(content.raw)", actual: content.raw)
    case .missingResult:
      add(
        .warning, "MISSING_CACHED_VALUE", place,
        "the file holds no result of the formula; it is read as blank",
        zh: "公式没有计算结果，按空白读入")
    case .blank, .text, .number, .percent, .date, .boolean: break
    }
    return content
  }

  // MARK: - Fields

  private mutating func readIndicator(
    _ offset: Int, _ alignment: RowAligner.Alignment?, _ row: inout ImportedRow
  ) {
    let label = label(.indicator, offset, alignment)
    row.indicator.name = label.text
    if label.text != nil { row.indicator.nameAddress = label.address }
  }

  private mutating func lead(
    _ offset: Int, _ alignment: RowAligner.Alignment?
  ) -> TextField {
    guard slots[.lead] != nil else { return sheetLead ?? TextField() }
    var field: TextField
    switch label(.lead, offset, alignment) {
    case .text(let text, let raw, let address, _):
      field = TextField(raw: raw, text: text, address: address)
    case .none(let raw, let address):
      field = TextField(raw: raw, text: "", address: address)
    case .blank:
      if context.fill(of: .lead) == .mergeAndBlank, !flat.contains(FieldMask(.lead)),
        let above = state.lead
      {
        return above
      }
      return TextField(address: slots[.lead].map { address(CellRange(grid.reference(offset, $0))) })
    }
    state.lead = field
    return field
  }

  private mutating func readUnit(
    _ offset: Int, _ alignment: RowAligner.Alignment?, _ row: inout ImportedRow
  ) {
    guard slots[.unit] != nil else {
      if let tableUnit { row.indicator.unit = tableUnit }
      return
    }
    let field = text(.unit, offset, alignment)
    row.indicator.unit = UnitField(
      raw: field.raw, text: field.text,
      unit: field.text.isEmpty ? nil : cache.unit(field.text, context.units),
      address: field.address)
    if alignment == nil, !field.text.isEmpty { aligner.see(unit: field.text) }
  }

  /// A text that is filled from merged ranges only.
  private mutating func text(
    _ field: ReportField, _ offset: Int, _ alignment: RowAligner.Alignment?
  ) -> TextField {
    guard let (value, _) = value(field, offset, alignment) else {
      return TextField(address: slots[field].map { address(CellRange(grid.reference(offset, $0))) })
    }
    guard let cell = value.cell, value.origin == .own || context.fill(of: field) != .none else {
      return TextField(address: address(value.place))
    }
    let content = content(cell, value.place)
    let text = CleanText.display(content.shown)
    let isBlank = context.parser.isPlaceholder(text)
    return TextField(raw: content.raw, text: isBlank ? "" : text, address: address(value.place))
  }

  private mutating func measure(
    _ field: ReportField, _ measured: MeasureField, _ offset: Int,
    _ alignment: RowAligner.Alignment?, unit: Unit?
  ) -> Measure {
    guard let (value, slot) = value(field, offset, alignment) else {
      return Measure(address: slots[field].map { address(CellRange(grid.reference(offset, $0))) })
    }
    guard let cell = value.cell else { return Measure(address: address(value.place)) }
    if value.rows != nil, let number = grid.mergeNumber(offset, slot) {
      guard context.fill(of: field) != .none else {
        guard value.origin == .own else { return Measure(address: address(value.place)) }
        return read(cell, value.place, measured, unit: unit)
      }
      guard groups.add(number, measured, row: rows.count, range: value.place) else {
        return Measure(address: address(value.place))
      }
    }
    return read(cell, value.place, measured, unit: unit)
  }

  private mutating func read(
    _ cell: Cell, _ place: CellRange, _ field: MeasureField, unit: Unit?
  ) -> Measure {
    let content = content(cell, place)
    let at = address(place)
    if content.kind == .blank || content.kind == .missingResult { return Measure(address: at) }
    if field == .percent {
      let reading = cache.percent(content, percents)
      if reading.isUnsure {
        add(
          .warning, "PCT_SCALE_UNSURE", place,
          "\(reading.text) may be a ratio or a percent; it is kept as it is",
          zh: "\(reading.text)的比例尺度不明（比值或百分数），按原样保留", actual: reading.text)
      }
      return Measure(raw: content.raw, text: reading.text, value: reading.value, address: at)
    }
    if content.kind == .number, let number = CleanText.decimal(content.raw) {
      return Measure(raw: content.raw, text: content.raw, value: .number(number), address: at)
    }
    var (text, value) = context.parser.read(content.shown, unit: unit)
    if content.kind == .percent,
      let exact = CleanText.decimal(CleanText.shifted(content.raw, by: 2))
    {
      value = .percent(exact)
    }
    if content.kind == .date || content.kind == .error { text = content.raw }
    return Measure(raw: content.raw, text: text, value: value, address: at)
  }

  private mutating func readExtras(
    _ offset: Int, _ alignment: RowAligner.Alignment?, _ row: inout ImportedRow
  ) {
    for slot in extras {
      guard let source = alignment.map({ $0.source(of: slot) }) ?? slot else { continue }
      let value = grid.value(offset, source)
      guard let cell = value.cell else { continue }
      let header = grid.columns.slots[slot].header
      let content = content(cell, value.place)
      let text = CleanText.display(content.shown)
      if text.isEmpty { continue }
      // 无 is an answer where problems are asked for.
      if context.parser.isPlaceholder(text), !(header.contains("问题") && text == "无") { continue }
      row.indicator.extras.append(
        ExtraField(header: header, raw: content.raw, text: text, address: address(value.place)))
    }
  }
}
