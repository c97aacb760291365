import ReportModel
import Spreadsheet

extension TableReader {
  /// A label of a level, a section or a lead.
  enum Label {
    /// Nothing: the label above goes on.
    case blank
    /// A placeholder: there is none, and nothing goes on.
    case none(raw: String, CellAddress)
    /// A text, cleaned, with the whole merged range as its place.
    case text(String, raw: String, CellAddress, isPrinted: Bool)

    var text: String? {
      if case .text(let text, _, _, _) = self { return text }
      return nil
    }

    var address: CellAddress? {
      switch self {
      case .blank: nil
      case .none(_, let address), .text(_, _, let address, _): address
      }
    }

    var isPrinted: Bool {
      if case .text(_, _, _, let isPrinted) = self { return isPrinted }
      return false
    }
  }

  /// The label of a field in a row.
  mutating func label(
    _ field: ReportField, _ offset: Int, _ alignment: RowAligner.Alignment?
  ) -> Label {
    guard let slot = slots[field] else { return .blank }
    var source = slot
    if let alignment {
      guard let moved = alignment.source(of: slot) else { return .blank }
      source = moved
    }
    let value = grid.value(offset, source)
    guard let cell = value.cell else { return .blank }
    let isPrinted = value.origin == .own
    if !isPrinted {
      guard context.fill(of: field) != .none, field != .indicator else { return .blank }
      if let number = grid.mergeNumber(offset, source) {
        if let known = merged[number] { return known }
        let label = read(cell, value.place, isPrinted: false)
        merged[number] = label
        return label
      }
    }
    return read(cell, value.place, isPrinted: isPrinted)
  }

  private mutating func read(_ cell: Cell, _ place: CellRange, isPrinted: Bool) -> Label {
    let content = CellContent(cell, styles: styles)
    let text = CleanText.display(content.shown)
    if text.isEmpty { return .blank }
    if context.parser.isPlaceholder(text) { return .none(raw: content.raw, address(place)) }
    return .text(text, raw: content.raw, address(place), isPrinted: isPrinted)
  }

  // MARK: - Rows that name

  mutating func readSection(_ offset: Int) {
    let slot = shapes[offset].first
    let value = grid.value(offset, slot)
    guard let cell = value.cell else { return }
    let text = CleanText.display(CellContent(cell, styles: styles).shown)
    let place = CellRange(
      rows: value.place.rows,
      columns: value.place.columns.count > 1 ? value.place.columns : slotColumns(slot))
    let named = NumberedName(text)
    let isBracketed = text.hasPrefix("（") || text.hasPrefix("(")
    if state.hasSectionRow, state.section?.number != nil, isBracketed, !state.isSectionBracketed {
      add(
        .warning, "ROW_UNREAD", place, "a section inside a section is not kept: \(text)",
        zh: "分类之下的小类未读入：\(text)", actual: text)
      state.endGoal()
      return
    }
    state.begin(
      ImportedRow.Section(
        number: named.number, name: named.name.isEmpty ? text : named.name, address: address(place))
    )
    state.hasSectionRow = true
    state.isSectionBracketed = isBracketed
  }

  private func slotColumns(_ slot: Int) -> ClosedRange<Int> {
    let column = grid.columns.column(of: slot)
    return column...column
  }

  mutating func readHeading(_ offset: Int) {
    let slot = shapes[offset].first
    let wide = grid.merge(offset, slot)?.columns.count ?? 1
    if shapes[offset].count == 1, wide > 2 || grid.columns.slots[slot].field?.isLevel != true,
      let cell = grid.ownCell(offset, slot)
    {
      let text = CleanText.display(CellContent(cell, styles: styles).shown)
      let named = NumberedName(text)
      let name = named.name.isEmpty ? text : named.name
      state.begin(
        ImportedRow.Name(text: name, address: address(grid.value(offset, slot).place)),
        key: CleanText.key(name), serial: named.number)
      state.isHeaded = true
      return
    }
    var row = ImportedRow(indicator: Report.Indicator())
    readLabels(offset, nil, into: &row)
    state.isHeaded = true
    let lead = label(.lead, offset, nil)
    if case .text(let text, let raw, let address, _) = lead {
      state.lead = TextField(raw: raw, text: text, address: address)
    }
  }

  // MARK: - Labels of a data row

  /// Reads section, serial, goal, action and task of a row and moves the state on.
  mutating func readLabels(
    _ offset: Int, _ alignment: RowAligner.Alignment?, into row: inout ImportedRow
  ) {
    readSectionColumn(offset, alignment)
    row.section = state.section
    let goalIsSame = readGoal(offset, alignment, into: &row)
    let actionIsSame = readAction(offset, alignment, goalIsSame: goalIsSame)
    readTask(offset, alignment, actionIsSame: actionIsSame)
    row.serial = state.serial
    row.goal = state.goal
    row.action = state.action
    row.task = state.task
    state.isHeaded = false
  }

  private mutating func readSectionColumn(_ offset: Int, _ alignment: RowAligner.Alignment?) {
    guard slots[.section] != nil else { return }
    let number = label(.sectionNumber, offset, alignment).text
    switch label(.section, offset, alignment) {
    case .text(let text, _, let address, _):
      let isBare = grid.columns.isTidy || slots[.sectionNumber] != nil
      let named = isBare ? nil : NumberedName(text)
      let name = named.flatMap { $0.name.isEmpty ? nil : $0.name } ?? text
      let section = ImportedRow.Section(
        number: number.map { NumberedName.bareNumber($0) ?? $0 } ?? named?.number, name: name,
        address: address)
      if section.number != state.section?.number || name != state.section?.name {
        state.begin(section)
      }
    case .none: if state.section != nil { state.begin(.init()) }
    case .blank:
      if flat.contains(FieldMask(.section)), slots[.section] != nil, !state.hasSectionRow,
        state.section?.name != nil
      {
        state.begin(.init(number: number))
      }
    }
  }

  private mutating func readGoal(
    _ offset: Int, _ alignment: RowAligner.Alignment?, into row: inout ImportedRow
  ) -> Bool {
    var serial = serialNumber(offset, alignment, &row)
    var goal = label(.goal, offset, alignment)
    if case .blank = goal, let inSerial = serial.name {
      goal = .text(inSerial.text, raw: inSerial.text, inSerial.address, isPrinted: true)
    }
    switch goal {
    case .text(let text, _, let address, let isPrinted):
      row.printsGoal = isPrinted
      var name = text
      if !grid.columns.isTidy {
        let named = NumberedName(text)
        if let number = named.number, !named.name.isEmpty,
          serial.number == nil || Self.areEqual(serial.number, number)
        {
          name = named.name
          if serial.number == nil {
            serial.number = number
            row.printsSerial = isPrinted
          }
        }
      }
      let key = CleanText.key(name)
      let isSame =
        key == state.goalKey && state.goal != nil
        && (serial.number == nil || state.serial == nil || serial.number == state.serial)
      if isSame {
        if isPrinted, row.printsSerial, !flat.contains(FieldMask(.goal)), let serial = serial.number
        {
          add(
            .info, "SERIAL_REPEATED", address.range,
            "number \(serial) is printed again where the goal goes on", zh: "序号\(serial)续行重复",
            actual: serial)
        }
        if state.serial == nil { state.serial = serial.number }
        return true
      }
      state.begin(ImportedRow.Name(text: name, address: address), key: key, serial: serial.number)
      return false
    case .none:
      state.endGoal()
      state.serial = serial.number
      return false
    case .blank:
      let isFilled =
        context.fill(of: .goal) == .mergeAndBlank
        && (!flat.contains(FieldMask(.goal)) || slots[.goal] == nil)
      let isOther =
        serial.number != nil && state.serial != nil && serial.number != state.serial
        && row.printsSerial
      if isFilled, !isOther {
        if state.serial == nil, serial.number != nil, state.goal != nil, !state.isHeaded {
          state.serial = serial.number
        }
        return true
      }
      state.endGoal()
      state.serial = serial.number
      return false
    }
  }

  private static func areEqual(_ one: String?, _ other: String) -> Bool {
    guard let one else { return false }
    return one == other || number(one) == number(other)
  }

  private static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    let digits = Array("一二三四五六七八九")
    var result = 0
    for sign in text {
      if sign == "十" {
        result = result == 0 ? 10 : result * 10
      } else if let digit = digits.firstIndex(of: sign) {
        result += digit + 1
      } else {
        return nil
      }
      if result > 10_000 { return nil }
    }
    return result
  }

  /// The serial of a row, and the name that stands in its cell.
  private mutating func serialNumber(
    _ offset: Int, _ alignment: RowAligner.Alignment?, _ row: inout ImportedRow
  ) -> (number: String?, name: (text: String, address: CellAddress)?) {
    guard case .text(let text, _, let address, let isPrinted) = label(.serial, offset, alignment)
    else { return (nil, nil) }
    row.printsSerial = isPrinted
    if let number = NumberedName.bareNumber(text) { return (number, nil) }
    let named = NumberedName(text)
    if let number = named.number, !named.name.isEmpty {
      return (number, (named.name, address))
    }
    return (text, nil)
  }

  private mutating func readAction(
    _ offset: Int, _ alignment: RowAligner.Alignment?, goalIsSame: Bool
  ) -> Bool {
    switch label(.action, offset, alignment) {
    case .text(let text, _, let address, _):
      let key = CleanText.key(text)
      if goalIsSame, key == state.actionKey, state.action != nil { return true }
      state.endAction()
      state.action = ImportedRow.Name(text: text, address: address)
      state.actionKey = key
      return false
    case .none:
      state.endAction()
      return false
    case .blank:
      if goalIsSame, context.fill(of: .action) == .mergeAndBlank, !flat.contains(FieldMask(.action))
      {
        return true
      }
      let wasBlank = goalIsSame && state.action == nil
      state.endAction()
      return wasBlank
    }
  }

  private mutating func readTask(
    _ offset: Int, _ alignment: RowAligner.Alignment?, actionIsSame: Bool
  ) {
    switch label(.task, offset, alignment) {
    case .text(let text, _, let address, _):
      state.task = ImportedRow.Name(text: text, address: address)
    case .none: state.task = nil
    case .blank:
      let isFilled =
        actionIsSame && context.fill(of: .task) == .mergeAndBlank
        && !flat.contains(FieldMask(.task))
      if !isFilled { state.task = nil }
    }
  }
}
