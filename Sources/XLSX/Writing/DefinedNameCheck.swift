import Spreadsheet

/// Holds names against the rules of the format (ECMA-376 Part 1, 18.2.5).
enum DefinedNameCheck {
  /// Checks the names of a workbook, its tables included.
  static func check(
    _ names: [DefinedName], tables: [String], sheets: Int
  ) throws(XLSXWriteError) {
    var taken: Set<String> = []
    for table in tables {
      guard isValid(table) else {
        throw XLSXWriteError(.name, "\(table.prefix(40)) is no name that a table can have")
      }
      guard taken.insert("-1 " + table.lowercased()).inserted else {
        throw XLSXWriteError(.name, "the name \(table.prefix(40)) is there twice")
      }
    }
    for name in names {
      guard isValid(name.name) else {
        throw XLSXWriteError(.name, "\(name.name.prefix(40)) is no name that a range can have")
      }
      guard taken.insert("\(name.sheet ?? -1) " + name.name.lowercased()).inserted else {
        throw XLSXWriteError(.name, "the name \(name.name.prefix(40)) is there twice")
      }
      if let sheet = name.sheet, !(0..<sheets).contains(sheet) {
        throw XLSXWriteError(.name, "the name \(name.name.prefix(40)) belongs to no sheet")
      }
      if name.formula.isEmpty || name.formula.utf16.count > 8_192 {
        throw XLSXWriteError(.name, "the name \(name.name.prefix(40)) has no formula that fits")
      }
    }
  }

  static func isValid(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.utf16.count <= 255 else { return false }
    guard first == "_" || first == "\\" || first.properties.isAlphabetic else { return false }
    for scalar in name.unicodeScalars.dropFirst() {
      guard
        scalar == "_" || scalar == "." || scalar == "\\" || scalar == "?"
          || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      else { return false }
    }
    let lower = name.lowercased()
    return CellReference(name) == nil && lower != "r" && lower != "c" && !isRowColumn(lower)
  }

  /// `R1C1` and the like are addresses too.
  private static func isRowColumn(_ name: String) -> Bool {
    var rest = name[...]
    guard rest.hasPrefix("r") || rest.hasPrefix("c") else { return false }
    if rest.hasPrefix("r") {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
      if rest.isEmpty { return true }
    }
    guard rest.hasPrefix("c") else { return false }
    return rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }
}
