import Spreadsheet

extension XLSXStreamWriter {
  /// Appends the rules for what may be entered.
  mutating func putDataValidations() {
    var kept: [DataValidation] = []
    for rule in sheet.dataValidations where !rule.ranges.isEmpty {
      switch rule.rule {
      case .listFormula(let formula), .custom(let formula):
        if isKept(formula, rule.ranges) { kept.append(rule) }
      case .list(let items) where items.isEmpty: continue
      default: kept.append(rule)
      }
    }
    guard !kept.isEmpty else { return }
    buffer.put("<dataValidations count=\"")
    buffer.put(kept.count)
    buffer.put("\">")
    for rule in kept { put(rule) }
    buffer.put("</dataValidations>")
  }

  private mutating func put(_ rule: DataValidation) {
    buffer.put("<dataValidation type=\"")
    var first: String
    var second: String?
    switch rule.rule {
    case .list(let items):
      buffer.put("list\"")
      first = dropDowns.formula(for: items)
    case .listFormula(let formula):
      buffer.put("list\"")
      first = formula
    case .whole(let range):
      buffer.put("whole\"")
      first = String(range.lowerBound)
      second = String(range.upperBound)
    case .decimal(let range):
      buffer.put("decimal\"")
      first = Self.text(range.lowerBound)
      second = Self.text(range.upperBound)
    case .textLength(let most):
      buffer.put("textLength\" operator=\"lessThanOrEqual\"")
      first = String(most)
    case .custom(let formula):
      buffer.put("custom\"")
      first = formula
    }
    if rule.allowsBlank { buffer.put(" allowBlank=\"1\"") }
    buffer.put(" showInputMessage=\"1\" showErrorMessage=\"1\"")
    if let message = rule.errorMessage { buffer.put(" error=\"", message) }
    if let message = rule.promptMessage { buffer.put(" prompt=\"", message) }
    buffer.putReferences(rule.ranges)
    buffer.put("><formula1>")
    buffer.put(text: first, .plain)
    buffer.put("</formula1>")
    if let second {
      buffer.put("<formula2>")
      buffer.put(text: second, .plain)
      buffer.put("</formula2>")
    }
    buffer.put("</dataValidation>")
  }

  private static func text(_ number: Double) -> String {
    var buffer = XMLBuffer(capacity: 32)
    buffer.put(number.isFinite ? number : 0)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Writes the hidden sheet with the lists that do not fit into a rule.
  mutating func writeDropDowns() throws {
    guard !dropDowns.lists.isEmpty else { return }
    var sheet = Worksheet(name: dropDowns.sheetName)
    guard !names.contains(sheet.name.lowercased()) else {
      throw XLSXWriteError(
        .sheetName, sheet: sheet.name, "this name is kept for the lists of drop-downs")
    }
    sheet.visibility = .hidden
    try beginSheet(sheet)
    let height = dropDowns.lists.map(\.count).max() ?? 0
    for row in 0..<height {
      var cells: [Cell] = []
      for (column, list) in dropDowns.lists.enumerated() where row < list.count {
        cells.append(Cell(column: column, value: .string(list[row])))
      }
      try write(Row(index: row, cells: cells))
    }
    try endSheet()
  }
}
