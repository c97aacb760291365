public import Spreadsheet
public import Zip

/// Writes a `Workbook` as a whole.
///
/// Everything is held against the limits of the format before the first byte is written. The same
/// workbook gives the same bytes.
public enum XLSXWriter {
  /// Writes a workbook to a sink; returns what could not be passed on.
  @discardableResult
  public static func write(
    _ workbook: Workbook, to sink: any ByteSink, strings: XLSXStringStorage = .shared
  ) throws -> [Diagnostic] {
    try check(workbook)
    var writer = try XLSXStreamWriter(
      to: sink, styles: workbook.styles, dateSystem: workbook.dateSystem,
      properties: workbook.properties, strings: strings)
    var places: [Int: Int] = [:]
    var dropped: [Diagnostic] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      guard sheet.kind == .worksheet else {
        var location = SourceLocation()
        location.sheet = sheet.name
        dropped.append(
          Diagnostic(
            .warning, code: "SHEET_DROPPED", at: location,
            "a sheet that is a \(sheet.kind.rawValue) has no cells and was left out"))
        continue
      }
      places[index] = places.count
      try writer.beginSheet(sheet)
      for row in sheet.rows { try writer.write(row) }
      try writer.endSheet()
    }
    var names: [DefinedName] = []
    for var name in workbook.definedNames {
      if let sheet = name.sheet {
        // A name of a sheet that was left out goes with it.
        guard let place = places[sheet] else { continue }
        name.sheet = place
      }
      names.append(name)
    }
    return dropped + (try writer.finish(definedNames: names))
  }

  /// The bytes of a workbook.
  public static func bytes(
    of workbook: Workbook, strings: XLSXStringStorage = .shared
  ) throws -> [UInt8] {
    let sink = MemoryByteSink()
    try write(workbook, to: sink, strings: strings)
    return sink.bytes
  }

  /// Holds a workbook against the limits of the format.
  public static func check(_ workbook: Workbook) throws(XLSXWriteError) {
    var names: Set<String> = []
    _ = try StyleSheet(workbook.styles)
    let sheets = workbook.sheets.filter { $0.kind == .worksheet }
    guard sheets.contains(where: { $0.visibility == .visible }) else {
      throw XLSXWriteError(.noVisibleSheet, "a workbook needs a sheet that is shown")
    }
    for sheet in sheets {
      let check = WorksheetCheck(sheet: sheet)
      try check.checkFrame(styles: workbook.styles.count)
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw XLSXWriteError(.sheetName, sheet: sheet.name, "two sheets have this name")
      }
      try check.checkRows()
    }
    try DefinedNameCheck.check(
      workbook.definedNames, tables: sheets.flatMap { $0.tables.map(\.name) },
      sheets: workbook.sheets.count)
  }
}
