public import Spreadsheet
public import Zip

/// Writes a workbook sheet by sheet and row by row, in constant memory.
///
/// What stands around the rows of a sheet (columns, merges, links, rules and so on) is given by a
/// `Worksheet` whose rows are not looked at. The same calls give the same bytes.
///
///     var writer = try XLSXStreamWriter(to: sink, styles: styles)
///     try writer.beginSheet(Worksheet(name: "Sheet1"))
///     try writer.write(row)
///     try writer.endSheet()
///     let findings = try writer.finish()
///
/// A row that passes a limit of the format throws `XLSXWriteError`; the output is of no use then.
public struct XLSXStreamWriter: ~Copyable {
  /// What could not be passed on, in the order in which it was met.
  public internal(set) var findings: [Diagnostic] = []

  var zip: ZipWriter
  var buffer: XMLBuffer
  var strings: SharedStringTable
  var styleSheet: StyleSheet
  var fragments: CellFragments
  var sheet = Worksheet(name: "")
  var isInSheet = false
  /// Widths and heights that are found while the rows go by; nil where the sheet is written as it is.
  var fit: SheetFit?
  var lastRow = -1
  var hasNumberLikeText = false
  var sheets: [SheetRecord] = []
  var names: Set<String> = []
  var builtInNames: [DefinedName] = []
  var dropDowns = DropDownLists()
  var tableNames: [String] = []
  var drawingCount = 0
  var shapeBlock = 1
  /// Formulas of the array ranges by their first cell.
  var arrays: [CellReference: CellRange] = [:]
  let dateSystem: DateSystem
  private let looks: [ColumnFit.Look]
  private var isFirstVisible = false
  /// Whether a blank cell of the plain style differs from no cell at all.
  var columnsHaveStyles = false

  /// A sheet that was written.
  struct SheetRecord {
    var name: String
    var visibility: SheetVisibility
    var tables: ClosedRange<Int>?
    var drawing: Int?
  }

  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Makes a writer; what cells refer to as styles is fixed here.
  ///
  /// Without `keepsUnusedStyles` only those that cells and columns have come into the file. `spool`
  /// keeps the packed rows of sheets whose sizes are fitted, until the widths are known.
  public init(
    to sink: any ByteSink, styles: StyleTable = StyleTable(),
    dateSystem: DateSystem = .year1900, properties: DocumentProperties = DocumentProperties(),
    strings: XLSXStringStorage = .automatic, keepsUnusedStyles: Bool = true,
    spool: any ByteSpool = MemoryByteSpool()
  ) throws {
    let styleSheet = try StyleSheet(styles, keepsUnused: keepsUnusedStyles)
    let zip = try Self.begin(sink, properties, spool)
    looks = styles.styles.map { ColumnFit.Look($0) }
    self.zip = consume zip
    self.styleSheet = styleSheet
    self.strings = SharedStringTable(strings)
    self.dateSystem = dateSystem
    fragments = CellFragments(styles: styles.count)
    buffer = XMLBuffer(capacity: 1 << 17)
  }

  /// Begins the archive with the parts that need nothing of the sheets.
  private static func begin(
    _ sink: any ByteSink, _ properties: DocumentProperties, _ spool: any ByteSpool
  ) throws -> ZipWriter {
    var zip = try ZipWriter(to: sink, spool: spool)
    try zip.add("_rels/.rels", DocumentParts.packageRelationships)
    try zip.add("docProps/core.xml", DocumentParts.core(properties).bytes)
    try zip.add("docProps/app.xml", DocumentParts.app)
    return zip
  }

  /// Begins a sheet with everything that stands in front of its rows.
  ///
  /// With `fitsSizes` columns whose width the sheet does not state get the one that their streamed
  /// rows need, full-width characters counted as two, and rows in which a merged text ends get the
  /// height that it needs.
  public mutating func beginSheet(_ sheet: Worksheet, fitsSizes: Bool = false) throws {
    precondition(!isInSheet, "a sheet ends before the next begins")
    try WorksheetCheck(sheet: sheet).checkFrame(styles: styleSheet.styles.count)
    guard names.insert(sheet.name.lowercased()).inserted else {
      throw XLSXWriteError(.sheetName, sheet: sheet.name, "two sheets have this name")
    }
    self.sheet = sheet
    // The rows come by `write`; holding them here would only keep memory.
    self.sheet.rows = []
    isInSheet = true
    lastRow = -1
    hasNumberLikeText = false
    arrays = [:]
    for range in sheet.arrayFormulas { arrays[range.first] = range }
    isFirstVisible =
      sheet.visibility == .visible && !sheets.contains { $0.visibility == .visible }
    sheets.append(SheetRecord(name: sheet.name, visibility: sheet.visibility))
    columnsHaveStyles = false
    for run in sheet.columns where try styleSheet.use(run.style) > 0 { columnsHaveStyles = true }
    try zip.beginEntry("xl/worksheets/sheet\(sheets.count).xml", isHeadless: fitsSizes)
    buffer.removeAll()
    fit = fitsSizes ? SheetFit(self.sheet, looks: looks, dateSystem: dateSystem) : nil
    if fit == nil {
      buffer.putSheetHead(sheet, styles: styleSheet.indices, isSelected: isFirstVisible)
    }
  }

  /// Ends a sheet with everything that stands behind its rows.
  public mutating func endSheet() throws {
    precondition(isInSheet, "a sheet was begun")
    try writeFittedRows(before: CellReference.rowLimit)
    isInSheet = false
    buffer.put("</sheetData>")
    let relationships = try putSheetTail()
    try flush()
    if let found = fit.take() {
      sheet.columns = found.columns.fitted(sheet.columns)
      buffer.putSheetHead(sheet, styles: styleSheet.indices, isSelected: isFirstVisible)
      try unsafe buffer.withBytes { try unsafe zip.endEntry(head: $0) }
      buffer.removeAll()
    } else {
      try zip.endEntry()
    }
    try writeParts(of: sheet, relationships)
    sheet = Worksheet(name: "")
  }

  /// Writes what belongs to the workbook as a whole; returns what could not be passed on.
  @discardableResult
  public consuming func finish(definedNames: [DefinedName] = []) throws -> [Diagnostic] {
    precondition(!isInSheet, "the last sheet has ended")
    guard sheets.contains(where: { $0.visibility == .visible }) else {
      throw XLSXWriteError(.noVisibleSheet, "a workbook needs a sheet that is shown")
    }
    try DefinedNameCheck.check(definedNames, tables: tableNames, sheets: sheets.count)
    try writeDropDowns()
    try writeStrings()
    try zip.add("xl/styles.xml", styleSheet.part().bytes)
    try zip.add("xl/theme/theme1.xml", DocumentParts.theme)
    var kept: [DefinedName] = []
    for name in definedNames {
      if FormulaSafety.isSelfContained(name.formula) {
        kept.append(name)
      } else {
        findings.append(
          Diagnostic(
            .warning, code: "EXTERNAL_DROPPED", at: SourceLocation(),
            "the name \(name.name.prefix(40)) refers to another file or program and was left out"))
      }
    }
    let parts = DocumentParts(
      sheets: sheets, names: builtInNames + kept, tables: tableNames.count,
      hasStrings: strings.count > 0, dateSystem: dateSystem)
    try zip.add("xl/workbook.xml", parts.workbook().bytes)
    try zip.add("xl/_rels/workbook.xml.rels", parts.workbookRelationships().bytes)
    try zip.add("[Content_Types].xml", parts.contentTypes().bytes)
    try zip.finish()
    return findings
  }

  /// Passes the buffered bytes on.
  mutating func flush() throws {
    try unsafe buffer.withBytes { try unsafe zip.write($0) }
    buffer.removeAll()
  }

  private mutating func writeStrings() throws {
    guard strings.count > 0 else { return }
    try zip.beginEntry("xl/sharedStrings.xml")
    buffer.removeAll()
    buffer.putHead()
    buffer.put("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
    buffer.put(strings.references)
    buffer.put("\" uniqueCount=\"")
    buffer.put(strings.count)
    buffer.put("\">")
    var index = 0
    while index < strings.count {
      index = strings.write(from: index, into: &buffer)
      try flush()
    }
    buffer.put("</sst>")
    try flush()
    try zip.endEntry()
  }

  /// Notes that something of a sheet could not be passed on.
  mutating func note(_ code: String, _ range: CellRange?, _ message: String) {
    var location = SourceLocation()
    location.sheet = sheet.name
    location.range = range
    findings.append(Diagnostic(.warning, code: code, at: location, message))
  }
}
