internal import OpenPackaging
public import Spreadsheet
internal import XMLStream
public import Zip

/// Reads workbooks: .xlsx, .xlsm, .xltx and .xltm, transitional and strict.
///
/// Opening reads the package, the list of sheets and the styles. Rows are streamed by
/// `readRows(ofSheetAt:…)`; `workbook(_:)` gives the whole as a value. Shared strings are read when
/// the first cell needs them and are then kept.
///
///     let reader = try XLSXReader(source: try FileByteSource(path: "a.xlsx"), file: "a.xlsx")
///     try reader.readRows(ofSheetAt: 0) { row in print(row.index, row.cells.count) }
public final class XLSXReader {
  /// The sheets in their order.
  public let sheets: [SheetDescription]
  /// The day from which dates count.
  public let dateSystem: DateSystem
  /// The number formats by style index; those behind the file's own serve cells of ISO dates.
  public let formats: [NumberFormat]
  /// Names of ranges and formulas.
  public let definedNames: [DefinedName]
  /// Who reads sheets and shared strings.
  public let parserChoice: ParserChoice
  /// What is doubtful about the workbook and the sheets read so far, in the order met.
  public internal(set) var findings: [Diagnostic]
  /// Findings that were noted once already.
  var noted: Set<Diagnostic> = []

  /// Parts up to this size are inflated as a whole, so that their rows can be put in order before
  /// the first is given out.
  var wholeSize = 8 << 20
  /// Whether another thread inflates large sheets while their rows are read.
  let readsAhead: Bool
  let package: Package
  let file: String?
  let limits: ReadLimits
  let relationships: Relationships
  let sheetParts: [String?]
  let styles: [CellStyle]
  /// Whether the styles of the file have more than `styles` hold.
  let simplifiesLooks: Bool
  let differences: [(font: Color?, fill: Color?)]
  let colors: ColorTable
  let strings: SharedStringLoader
  let meter: ExpansionMeter
  let workbookFeatures: [String]
  var richStrings: SharedStringLoader?
  var outlines: [Int: SheetOutline] = [:]
  /// Who read the sheets that were read so far, by part.
  var sheetLanes: [String: PartLane] = [:]
  /// Sheets whose findings are in `findings` already.
  var reportedSheets: Set<Int> = []

  /// Opens a workbook; `file` is its name in findings and errors.
  ///
  /// With `readsAhead` the parts of large sheets are inflated on a thread of their own; rows, findings and
  /// errors are the same.
  public init(
    source: any ByteSource, file: String?, limits: ReadLimits = ReadLimits(),
    parser: ParserChoice = .automatic, readsAhead: Bool = false
  ) throws(XLSXError) {
    parserChoice = parser
    self.readsAhead = readsAhead
    self.file = file
    self.limits = limits
    do throws(PackageError) {
      package = try Package(
        source: source, limits: ZipLimits(limits), xmlLimits: XMLLimits(limits),
        relationshipLimit: limits.relationships)
      relationships = try package.relationships(of: package.mainPart)
    } catch {
      throw XLSXError(error, file: file)
    }
    let opening = try WorkbookOpening(
      package: package, relationships: relationships, file: file, limits: limits)
    sheets = opening.sheets
    sheetParts = opening.sheetParts
    dateSystem = opening.workbook.dateSystem
    definedNames = opening.workbook.definedNames
    styles = opening.styles
    simplifiesLooks = opening.simplifiesLooks
    differences = opening.differences
    colors = opening.colors
    workbookFeatures = opening.features
    findings = opening.findings
    formats =
      opening.styles.map(\.numberFormat)
      + ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "hh:mm:ss"].map { NumberFormat(code: $0) }
    meter = ExpansionMeter(
      fileSize: source.count, ratio: limits.compressionRatio, floor: limits.ratioFloor)
    strings = SharedStringLoader(
      package: package, part: opening.sharedStrings, file: file, limits: limits,
      choice: parser)
  }
}

extension XLSXReader {
  /// Who read the parts that were read so far: sheets in their order, then the shared strings.
  public var lanes: [PartLane] {
    var parts: Set<String> = []
    let sheets = sheetParts.compactMap { part in
      part.flatMap { parts.insert($0).inserted ? sheetLanes[$0] : nil }
    }
    return sheets + (strings.lane.map { [$0] } ?? [])
  }
}

extension ZipLimits {
  init(_ limits: ReadLimits) {
    self.init()
    fileSize = limits.fileSize
    entries = limits.entries
    partSize = limits.partSize
    inflatedSize = limits.inflatedSize
    compressionRatio = limits.compressionRatio
    ratioFloor = limits.ratioFloor
  }
}

extension XMLLimits {
  init(_ limits: ReadLimits) {
    self.init(depth: limits.xmlDepth, tagSize: limits.tagSize, textSize: limits.textSize)
    names = limits.xmlNames
  }
}
