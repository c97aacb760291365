import SheetRender
import Spreadsheet
import XLSX

/// Writes chosen sheets of a source as a clean workbook, row by row in constant memory.
///
/// Values, looks, merged ranges, sizes, frozen panes and hidden state are taken over; everything else stays
/// behind and is told.
final class WorkbookConversion {
  let options: ConvertOptions
  let source: any RowSource
  let file: String
  let output: Output
  let progress: Progress?

  private var sheets: [CleanSheet] = []
  private var writer: XLSXStreamWriter?

  init(
    options: ConvertOptions, source: any RowSource, file: String, output: Output,
    progress: Progress?
  ) {
    self.options = options
    self.source = source
    self.file = file
    self.output = output
    self.progress = progress
  }

  /// Writes the sheets with these places; returns what could not be passed on.
  func write(_ indices: [Int]) throws -> [Diagnostic] {
    var findings = try plan(indices)
    try begin()
    for place in sheets.indices { try writeSheet(place) }
    if let writer = writer.take() { findings += try writer.finish() }
    findings += sheets.flatMap { $0.findings(file: file) }
    findings += try LeftOut.findings(source.featuresBesideCells(sheets: indices), file: file)
    for index in findings.indices where findings[index].location.file == nil {
      findings[index].location.file = file
    }
    return findings
  }
}

// MARK: - Sheets

extension WorkbookConversion {
  /// Whether formulas can stay: only where all cells stay at their places.
  private var keepsFormulas: Bool {
    options.range == nil && options.hidden == .include && options.merged == .anchor
      && options.values == .typed
  }

  private func plan(_ indices: [Int]) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var names: Set<String> = []
    var kept: Set<[UInt8]> = []
    for index in indices {
      let (frame, changes) = try source.frame(ofSheetAt: index).writable(taken: names, file: file)
      findings += changes
      names.insert(frame.name)
      if frame.name == source.sheets[index].name {
        kept.insert(Array(frame.name.lowercased().utf8))
      }
      sheets.append(CleanSheet(index: index, name: source.sheets[index].name, frame: frame))
    }
    for place in sheets.indices { sheets[place].reachableSheets = keepsFormulas ? kept : nil }
    if let first = sheets.first, !sheets.contains(where: { $0.frame.visibility == .visible }) {
      sheets[0].frame.visibility = .visible
      findings.append(
        Diagnostic(
          .info, code: "SHEET_SHOWN", at: SourceLocation(file: file, sheet: first.name),
          "a workbook needs a sheet that is shown, so this hidden one is",
          zh: "工作簿至少要有一个可见工作表，因此显示了这个隐藏的工作表"))
    }
    return findings
  }

  private func begin() throws {
    writer = try XLSXStreamWriter(
      to: OutputSink(output: output), styles: source.styles, dateSystem: source.dateSystem,
      keepsUnusedStyles: false, spool: FileSpool())
  }

  private func writeSheet(_ place: Int) throws {
    let index = sheets[place].index
    var frame = sheets[place].frame
    let selection = RowSelection(
      range: options.range, skipsHidden: options.hidden == .skip,
      hiddenColumns: frame.columns.filter(\.isHidden).map(\.columns), renumbers: false)
    let merged = frame.mergedRanges
    frame.mergedRanges = options.merged == .fill ? [] : selection.mergedRanges(merged)
    sheets[place].begin(
      selection: selection,
      fill: options.merged == .fill
        ? MergeFill(
          merged, within: options.range, file: file, sheet: frame.name, limits: options.limits)
        : nil,
      text: options.values == .shown
        ? CellText(formats: source.formats, dateSystem: source.dateSystem) : nil,
      wrappedStyle: source.wrappedStyle)
    try writer?.beginSheet(frame, fitsSizes: true)
    try source.readRows(
      ofSheetAt: index, formulas: true, richText: true,
      restarted: { [self] in
        // What was written cannot be taken back piece by piece, so everything comes again.
        try output.restart(at: 0)
        try begin()
        for before in 0..<place { try writeSheet(before) }
        sheets[place].begin(
          selection: selection, fill: sheets[place].fill, text: sheets[place].text,
          wrappedStyle: source.wrappedStyle)
        try writer?.beginSheet(frame, fitsSizes: true)
      }
    ) { row in
      progress?.advanceRow()
      try sheets[place].append(&row) { try writer?.write($0) }
    }
    try sheets[place].finish { try writer?.write($0) }
    try writer?.endSheet()
  }
}
