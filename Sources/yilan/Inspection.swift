import ReportRender
import Spreadsheet
import XLSX

/// What is in a file: its sheets, its features and the findings. Rows are streamed, so memory does not grow
/// with them.
struct Inspection: Sendable {
  /// The file as results name it.
  var file: String
  /// `xlsx` or `csv`.
  var kind: String
  var dateSystem: DateSystem
  var sheets: [SheetSummary] = []
  /// Features of the workbook as a whole.
  var features: [String] = []
  var findings: [Diagnostic] = []
  /// Who read the sheets and the shared strings.
  var lanes: [PartLane] = []

  /// Looks through an input.
  init(_ input: InputFile, limits: ReadLimits, isQuiet: Bool) throws {
    let source = try input.openRows(limits: limits)
    file = input.name
    kind = source is WorkbookSource ? "xlsx" : "csv"
    dateSystem = source.dateSystem
    let text = CellText(formats: source.formats, dateSystem: source.dateSystem)
    let progress = Progress(total: 1 << 20, label: input.name, isQuiet: isQuiet)
    defer { progress.finish() }
    for (index, description) in source.sheets.enumerated() {
      let counter = Counter(SheetSummary(description))
      if description.kind == .worksheet {
        try source.readRows(
          ofSheetAt: index, formulas: true,
          restarted: { counter.summary = SheetSummary(description) }
        ) { row in
          progress.advanceRow()
          counter.summary.add(row, text: text)
        }
        counter.summary.mergedRanges = try source.mergedRanges(ofSheetAt: index)
        counter.summary.hiddenColumns = try source.hiddenColumns(ofSheetAt: index)
      }
      sheets.append(counter.summary)
    }
    if let workbook = source as? WorkbookSource {
      try addFeatures(workbook.reader)
      lanes = workbook.reader.lanes
    }
    findings = source.findings.sorted()
  }

  private mutating func addFeatures(_ reader: XLSXReader) throws {
    // Names may be shared by hostile sheets; features come sheet by sheet in order.
    for feature in try reader.features() {
      guard let name = feature.sheet else {
        features.append(feature.name)
        continue
      }
      // Notes have a drawing of their own, which says nothing new.
      if feature.name == "legacy-drawings" { continue }
      for index in sheets.indices
      where sheets[index].description.name == name
        && !sheets[index].features.contains(feature.name)
      {
        sheets[index].features.append(feature.name)
      }
    }
    for name in reader.definedNames where !name.name.hasPrefix("_xlnm.") {
      features.append("defined-names")
      break
    }
    for index in sheets.indices where sheets[index].formulas > 0 {
      sheets[index].features.insert("formulas", at: 0)
    }
  }

  /// A summary that the rows and a restart both reach.
  private final class Counter {
    var summary: SheetSummary

    init(_ summary: SheetSummary) {
      self.summary = summary
    }
  }
}
